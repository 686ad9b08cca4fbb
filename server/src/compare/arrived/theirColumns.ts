/** Which columns of a download show which of ours, as far as it is certain. */

import { trimUnseen } from '../../characters';
import type { Mapping } from '../../convert/mapping/mapping';
import type { ExportFormat } from '../../convert/read/exportFormat';
import { planImport } from '../../convert/understand/planImport';
import type { ImportPlan } from '../../convert/understand/planTypes';
import type { ExportSummary } from '../../convert/understand/summary';
import { students, type Table } from '../../spec';
import { exportColumns } from '../../spec/exportColumns';
import { headerKey } from '../../spec/exportHeaders';
import { type ExportSystem, recognizeSystem } from '../../spec/systems';

/** The columns of a download, as the importer understands them. */
export interface TheirColumns {
	readonly summary: ExportSummary;
	/** Undefined where the headers tell none. */
	readonly system: ExportSystem | undefined;
	readonly plan: ImportPlan;
	/** The 0-based columns whose header is that of an ID of a student, of whichever kind. */
	readonly named: readonly number[];
	/** The 0-based columns that have an ID for nearly every row, whatever they are called. */
	readonly likely: readonly number[];
	/** The 0-based column with the name of the school; -1 where there is none. */
	readonly school: number;
}

const idElements: readonly string[] = [students.primaryKey, ...students.otherIds];

/**
 * Understands the columns of a download.
 *
 * @param chosen the headers that a person has chosen, by the column of ours.
 * @param roster as in `planImport`.
 */
export function theirColumns(
	summary: ExportSummary,
	format: ExportFormat,
	chosen: Readonly<Record<string, string>>,
	roster: Table,
): TheirColumns {
	const { names } = summary.head;
	const system = recognizeSystem(names);
	const decisions: Mapping = {
		...format,
		// The codes of a system that has received ours are its own, so that no person needs to choose its tables.
		...(system?.shows && { system: system.name }),
		columns: { ...shownColumns(system, summary), ...chosen },
	};
	const plan = planImport(summary, decisions, roster);
	const used = new Set(plan.targets.filter(({ kind }) => kind === 'category').flatMap(({ from }) => from));
	const named = [...names.keys()].filter((index) =>
		exportColumns(names[index] ?? '', system).some(({ column }) => idElements.includes(column)),
	);
	const likely = [...names.keys()].filter(
		(index) => !used.has(names[index] ?? '') && isLikeIds(summary, index),
	);
	return { summary, system, plan, named, likely, school: schoolColumn(names, plan) };
}

/**
 * The headers of the columns that a system shows, of each element the first that is there, whether it has a value or not:
 * an empty one says that nothing arrived.
 */
function shownColumns(system: ExportSystem | undefined, { columns }: ExportSummary): Record<string, string> {
	const shown = (system?.shows ?? []).flatMap(({ element, names }) => {
		const keys = names.map(headerKey);
		const [first] = columns
			.filter(({ name }) => keys.includes(headerKey(name)))
			.sort((a, b) => keys.indexOf(headerKey(a.name)) - keys.indexOf(headerKey(b.name)));
		return first ? [[element, first.name] as const] : [];
	});
	return Object.fromEntries(shown);
}

/** The share of rows that must have an ID. */
const MIN_FILLED = 0.9;
/** The share of values that must look like an ID. */
const MIN_LIKE = 0.9;
const ID = /^(?=.*\d)[\w.{}-]{1,40}$/;

/** Whether a column may hold IDs: nearly every row has a value, most of them several letters or digits. A student may have many rows. */
function isLikeIds({ columns, rows }: ExportSummary, index: number): boolean {
	const column = columns[index];
	if (!column || column.isSecret || column.values.length === 0) return false;
	const like = column.values.filter(({ value }) => ID.test(value)).length;
	return column.filled >= rows * MIN_FILLED && like >= column.values.length * MIN_LIKE;
}

const SCHOOL_NAME = /^(?:school|site|building|campus)(?:\s*name)?$/i;

/** The column to show as the school of a student: one of names, else the one of IDs. */
function schoolColumn(names: readonly string[], { targets }: ImportPlan): number {
	const named = names.filter((name) => SCHOOL_NAME.test(trimUnseen(name).replaceAll('_', ' ')));
	const best = named.find((name) => /name/i.test(name)) ?? named[0];
	const ofIds = targets.find(({ element }) => element === students.schoolColumn)?.from[0];
	return names.indexOf(best ?? ofIds ?? '');
}
