/** docs/codes: a page for every option set. */

import { type AmbiguousValue, type Option, type OptionSet, tables } from '../src/spec';
import { distinctLabel } from '../src/wording';
import { code, markdownTable, page, sourceLine } from './markdown';

const elements = tables.flatMap((table) => table.elements);

/** The pages by their file name, the index among them. */
export function codePages(): ReadonlyMap<string, string> {
	const sets = [...new Set(elements.flatMap(({ optionSet }) => (optionSet ? [optionSet] : [])))];
	return new Map([
		['README.md', index(sets)],
		...sets.map((set) => [`${set.id}.md`, codePage(set)] as const),
	]);
}

function index(sets: readonly OptionSet[]): string {
	return page(
		'# Codes',
		'The values that columns of codes accept, exactly as the file must have them. A field may always be empty.',
		markdownTable(
			['Codes', 'Columns', 'Number of codes', 'CEDS codes'],
			sets.map((set) => [
				`[${set.title}](${set.id}.md)`,
				columnsOf(set),
				String(set.options.length),
				set.ceds ? 'Yes' : 'No',
			]),
		),
	);
}

function codePage(set: OptionSet): string {
	return page(
		`# ${set.title}`,
		`The codes of ${columnsOf(set)}. Case counts. A field may always be empty.`,
		optionTable(set),
		...otherSpellings(set),
		...ambiguousValues(set),
		`Source: ${sourceLine(set.source)}.`,
		'[All codes](README.md)',
	);
}

/** Without the columns that would say nothing in this set. */
function optionTable({ options }: OptionSet): string {
	const columns = [
		{ head: 'Code', cells: options.map((option) => code(option.code)) },
		{ head: 'Label', cells: options.map(distinctLabel) },
		{ head: 'Definition', cells: options.map(({ definition = '' }) => definition) },
	].filter(({ cells }) => cells.some((cell) => cell !== ''));
	return markdownTable(
		columns.map(({ head }) => head),
		options.map((_, row) => columns.map(({ cells }) => cells[row] ?? '')),
	);
}

function columnsOf(set: OptionSet): string {
	const columns = elements.filter(({ optionSet }) => optionSet === set).map(({ column }) => column);
	return [...new Set(columns)].map((column) => `[${column}](../columns/${column}.md)`).join(', ');
}

/** The values that have a preferred fix. */
function otherSpellings(set: OptionSet): readonly string[] {
	const rows = set.options
		.map((option) => [spellingsOf(option).map(code).join(', '), code(option.code)] as const)
		.filter(([spellings]) => spellings !== '');
	if (rows.length === 0) return [];
	return [
		'## Other spellings',
		'Each of these is a problem, and its fix writes the code. A code in another case, or with spaces or quotes around it, is fixed in the same way.',
		markdownTable(['Value', 'Fixed to'], rows),
	];
}

function spellingsOf(option: Option): readonly string[] {
	const { label, meantBy = [], iso639 = [] } = option;
	const byText = new Map([label, ...meantBy, ...iso639].map((text) => [text.toLowerCase(), text]));
	byText.delete(option.code.toLowerCase());
	return [...byText.values()];
}

function ambiguousValues(set: OptionSet): readonly string[] {
	if (!set.ambiguous) return [];
	return [
		'## Values that need your decision',
		'Each of these is a problem with a choice of fixes. *Fix All* leaves it alone.',
		markdownTable(
			['Value', 'What it means', 'Fixes'],
			set.ambiguous.map((entry) => [entry.values.map(code).join(', '), entry.meaning, fixesFor(entry)]),
		),
	];
}

function fixesFor({ codes, belongsIn }: AmbiguousValue): string {
	return [...codes.map(code), ...(belongsIn ? [`${code(belongsIn.code)} in ${belongsIn.column}`] : [])].join(
		' or ',
	);
}
