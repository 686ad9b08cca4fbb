/** Imports an export of the corpus twice, as a person does: before any decision and after all of them. */

import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { convert } from '../../../server/src/convert/import/convert';
import type { ImportReport } from '../../../server/src/convert/import/importReport';
import { keyColumn, type Mapping } from '../../../server/src/convert/mapping/mapping';
import type { ExportSource } from '../../../server/src/convert/read/exportPart';
import { planImport } from '../../../server/src/convert/understand/planImport';
import type { ImportPlan, OpenItem } from '../../../server/src/convert/understand/planTypes';
import { summarize } from '../../../server/src/convert/understand/summary';
import { students, studentsExt } from '../../../server/src/spec';
import type { ExportCase } from './exportCase';

type Rows = readonly Readonly<Record<string, string>>[];

/** What came of one import. */
interface Attempt {
	readonly plan: ImportPlan;
	readonly report: ImportReport | undefined;
	/** The rows of a made file, by its name. */
	readonly files: Readonly<Record<string, Rows>>;
}

/** What an export of the corpus became. */
export interface Trial {
	/** Without a person, but for the student ID, without which there are no files. */
	readonly undecided: Attempt;
	readonly decided: Attempt;
	/** Categories that the right files have. */
	readonly categories: number;
	/** Those of them that are settled without a question. */
	readonly found: number;
	/** Distinct values of the settled categories, blanks not counted, and those of them that have a code without a question. */
	readonly values: number;
	readonly foundValues: number;
	/** Fields that hold anything but what is right, what was asked, or nothing where nothing is decided. */
	readonly wrong: readonly string[];
	/** Decisions that a person makes: each column, table of codes and value. */
	readonly decisions: number;
}

const callbacks = { isCanceled: () => false, onProgress: () => {} };

/** Tries an export. */
export async function tryExport(one: ExportCase): Promise<Trial> {
	const { decisions = {} } = one;
	const key = decisions.columns?.[keyColumn];
	const { header, files } = decisions;
	const { sheet } = one;
	const keyOnly: Mapping = key === undefined ? {} : { header, columns: { [keyColumn]: key } };
	const first = await planned(one, { sheet });
	const undecided = await attempt(one, { ...keyOnly, sheet, files });
	const decided = await attempt(one, decisions);
	const categories = decided.plan.targets.filter(({ kind, from }) => kind === 'category' && from.length > 0);
	const settled = first.targets.filter(({ kind, from }) => kind === 'category' && from.length > 0);
	const values = settled.flatMap((target) => target.values);
	return {
		undecided: { ...undecided, plan: first },
		decided,
		categories: categories.length,
		found: settled.length,
		values: values.length,
		foundValues: values.filter(({ code }) => code !== undefined).length,
		wrong: wrongFields(one, undecided, first.open),
		decisions: decisionsIn(decisions),
	};
}

/** The rows of a file, by their columns. */
export function rowsOf(text: string | undefined): Rows {
	return text === undefined ? [] : parse(text, { columns: true });
}

/** The rows of a made file with the columns that the right one has, and those of its others that are not empty. */
export function comparableRows(made: Rows, right: Rows): Rows {
	const named = new Set(Object.keys(right[0] ?? {}));
	return made.map((row) =>
		Object.fromEntries(
			Object.entries(row).filter(([column]) => named.has(column) || made.some((each) => each[column] !== '')),
		),
	);
}

function sourceOf({ fileName, content, users }: ExportCase): ExportSource {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	return { name: fileName, bytes, users: users === undefined ? undefined : Buffer.from(users) };
}

async function planned(one: ExportCase, decisions: Mapping): Promise<ImportPlan> {
	const summary = await summarize(sourceOf(one), decisions, callbacks);
	assert.ok(!('problem' in summary), JSON.stringify(summary));
	return planImport(summary, decisions, students);
}

async function attempt(one: ExportCase, decisions: Mapping): Promise<Attempt> {
	const plan = await planned(one, decisions);
	const answer = await convert(sourceOf(one), plan.mapping, students, callbacks, plan.open);
	// An export may be nothing but columns that are asked.
	if ('problems' in answer) return { plan, report: undefined, files: {} };
	const files = answer.files.map(({ fileName, text }) => [fileName, rowsOf(text)] as const);
	return { plan, report: answer.report, files: Object.fromEntries(files) };
}

function wrongFields(
	{ roster, extension, decisions }: ExportCase,
	{ files }: Attempt,
	open: readonly OpenItem[],
): readonly string[] {
	const isOpen = (element: string, value: string | null): boolean =>
		open.some((item) => item.element === element && item.value === value);
	const mayBeEmpty = (element: string): boolean =>
		isOpen(element, null) || decisions?.codes?.[element]?.[''] !== undefined;
	return [[students.fileName, roster] as const, [studentsExt.fileName, extension] as const].flatMap(
		([fileName, text]) => {
			const right = rowsOf(text);
			return (files[fileName] ?? []).flatMap((row, index) =>
				Object.entries(row)
					.filter(([column, value]) => {
						const expected = right[index]?.[column] ?? '';
						return value !== expected && !isOpen(column, value) && !(value === '' && mayBeEmpty(column));
					})
					.map(([column, value]) => `${fileName}, row ${index + 2}, ${column}: ${value}`),
			);
		},
	);
}

function decisionsIn({
	header,
	sheet,
	columns = {},
	codeTables = {},
	codes = {},
	flags = {},
	files,
}: Mapping): number {
	return (
		Object.keys(columns).length +
		Object.keys(codeTables).length +
		Object.keys(flags).length +
		Object.values(codes).reduce((sum, values) => sum + Object.keys(values).length, 0) +
		Number(header !== undefined) +
		Number(sheet !== undefined) +
		Number(files !== undefined)
	);
}
