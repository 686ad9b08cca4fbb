/** Plans an import: from what an export holds and what a person has decided. */

import { joinSpaces } from '../../characters';
import {
	type Element,
	findElement,
	isExtension,
	students,
	studentsExt,
	studentTables,
	type Table,
} from '../../spec';
import { type ExportSystem, exportSystems } from '../../spec/systems';
import type { Mapping } from '../mapping/mapping';
import { type ColumnChoice, ColumnChoices } from './columnChoice';
import { keyCandidates } from './keyCandidates';
import type { ColumnCandidate, ImportPlan, OpenItem, TargetPlan } from './planTypes';
import type { RosterIdSets } from './rosterIdSets';
import { type ExportSummary, samplesOf } from './summary';
import { chosenTable, formatTable, systemOf } from './system';
import { blankPlan, optionsFor, tablesFor, valuePlans } from './valuePlans';

/**
 * Plans an import. What is not certain is left open, and never guessed.
 *
 * @param roster the table of students.csv, which may have every column; its codes include the values that the district
 * accepts.
 * @param beside the IDs of a students.csv that exists already.
 */
export function planImport(
	summary: ExportSummary,
	decisions: Mapping,
	roster: Table,
	beside?: RosterIdSets,
): ImportPlan {
	const system = systemOf(decisions, summary.head.names);
	const choices = new ColumnChoices(summary, decisions, roster, system);
	const elements = [...orderedElements(roster), ...foreignElements(summary, decisions)];
	const chosen = elements.map((element) => ({ element, choice: choiceOf(element, choices, summary) }));
	const mapping = completeMapping(summary, decisions, chosen, system);
	const targets = chosen.map(({ element, choice }) =>
		targetPlan(element, choice, { summary, mapping, roster, choices, beside }),
	);
	return {
		system: system?.name ?? decisions.system ?? null,
		systems: exportSystems.map(({ name }) => name),
		isSystemPicked: decisions.system !== undefined,
		targets,
		mapping,
		open: targets.flatMap((target) => openItems(target, summary.rows)),
	};
}

/** The student ID, the categories, and the other columns. */
function orderedElements({ elements }: Table): readonly Element[] {
	const order = ({ kind }: Element): number => (kind === 'key' ? 0 : kind === 'demographic' ? 1 : 2);
	return elements.toSorted((a, b) => order(a) - order(b));
}

/** The extension columns of other partners, which an import must keep. */
function foreignElements({ head }: ExportSummary, { columns = {} }: Mapping): readonly Element[] {
	const isForeign = (name: string): boolean =>
		isExtension(name) && !joinSpaces(name).includes(' ') && !findElement(students, name);
	return [...new Set([...head.names, ...Object.keys(columns)])].filter(isForeign).map((column) => ({
		column,
		title: "Another partner's extension column",
		kind: 'text',
		source: studentsExt.source,
	}));
}

/** What feeds a column of ours; an extension column of another partner is fed by its namesake. */
function choiceOf({ column }: Element, choices: ColumnChoices, { columns }: ExportSummary): ColumnChoice {
	const choice = choices.of(column);
	if (choice.how !== null || choice.isLost || !isExtension(column) || findElement(students, column))
		return choice;
	const namesake = columns.filter(({ name }) => name === column);
	return namesake.length === 0 ? choice : { ...choice, from: namesake, how: 'name' };
}

interface Chosen {
	readonly element: Element;
	readonly choice: ColumnChoice;
}

/** The mapping that makes the files: every column that is settled, and every code that was decided. */
function completeMapping(
	{ head }: ExportSummary,
	decisions: Mapping,
	chosen: readonly Chosen[],
	exportSystem: ExportSystem | undefined,
): Mapping {
	const fed = chosen.filter(({ choice }) => choice.from.length > 0 && choice.flags === undefined);
	const flagged = chosen.flatMap(({ element, choice: { flags } }) =>
		flags ? [[element.column, flags] as const] : [],
	);
	const none = chosen.filter(({ choice }) => choice.from.length === 0 && choice.how === 'mapping');
	const tables = chosen.flatMap(({ element, choice }) => {
		const table = chosenTable(decisions, element.column) ?? formatTable(exportSystem, element.column);
		const name = choice.from.length > 0 || choice.isLost ? table : undefined;
		return name === undefined ? [] : [[element.column, name] as const];
	});
	const { encoding, delimiter, headerRow, sheet, system, codes, files } = decisions;
	return {
		...(encoding !== undefined && { encoding }),
		...(delimiter !== undefined && { delimiter }),
		...(decisions.header !== undefined || !head.header ? { header: decisions.header ?? head.header } : {}),
		...(headerRow !== undefined && { headerRow }),
		...(sheet !== undefined && { sheet }),
		...(system !== undefined && { system }),
		columns: Object.fromEntries([
			...fed.map(({ element, choice: { from } }) => {
				const [first = '', ...others] = from.map(({ name }) => name);
				return [element.column, others.length === 0 ? first : [first, ...others]] as const;
			}),
			...none.map(({ element }) => [element.column, null] as const),
		]),
		...(flagged.length > 0 && { flags: Object.fromEntries(flagged) }),
		...(tables.length > 0 && { codeTables: Object.fromEntries(tables) }),
		...(codes && { codes }),
		...(files && { files }),
		exportColumns: head.names,
	};
}

/** A person can choose any column of the export; these are the likely ones. */
const MAX_CANDIDATES = 20;

interface Plan {
	readonly summary: ExportSummary;
	readonly mapping: Mapping;
	readonly roster: Table;
	readonly choices: ColumnChoices;
	readonly beside: RosterIdSets | undefined;
}

function targetPlan(element: Element, choice: ColumnChoice, plan: Plan): TargetPlan {
	const { summary, mapping, roster, choices, beside } = plan;
	const { column, optionSet } = element;
	const isKey = column === students.primaryKey;
	const candidates = isKey
		? keyCandidates(summary.columns, choices, beside).filter(({ name }) =>
				choice.from.every((each) => each.name !== name),
			)
		: choice.possible.slice(0, MAX_CANDIDATES).map(
				({ column: source, reason }): ColumnCandidate => ({
					name: source.name,
					reason,
					samples: samplesOf(source),
				}),
			);
	const isNeeded = optionSet !== undefined || students.required.includes(column);
	const isFree = choice.possible.some((each) => !choices.isUsed(each.column));
	const hasFlags = choice.flags !== undefined;
	return {
		element: column,
		title: element.title,
		fileNames: fileNamesOf(element),
		kind: isKey ? 'key' : element.kind === 'demographic' ? 'category' : 'other',
		from: choice.from.map(({ name }) => name),
		how: choice.how,
		reason: choice.reason,
		isOpen: choice.how === null && (isKey || choice.isLost || (isNeeded && isFree)),
		candidates,
		codeTable: mapping.codeTables?.[column],
		codeTables: optionSet ? tablesFor(column, choice.from) : [],
		options: optionsFor(optionSet, hasFlags),
		values: optionSet ? valuePlans(roster, mapping, column, optionSet, choice.from) : [],
		blank:
			optionSet && !hasFlags
				? blankPlan(roster, summary, mapping, column, optionSet, choice.from)
				: undefined,
	};
}

function fileNamesOf({ column }: Element): readonly string[] {
	if (column === students.primaryKey) return studentTables.map(({ fileName }) => fileName);
	return [isExtension(column) ? studentsExt.fileName : students.fileName];
}

function openItems({ element, isOpen, values }: TargetPlan, rows: number): readonly OpenItem[] {
	if (isOpen) return [{ element, value: null, rows }];
	return values
		.filter(({ code }) => code === undefined)
		.map(({ value, rows: count }) => ({ element, value, rows: count }));
}
