/** docs/codes: a page for every option set. */

import { type AmbiguousValue, type Option, type OptionSet, tables } from '../../../spec';
import { distinctLabel } from '../../../wording';
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
		'These are the values that each column of codes accepts. Write them exactly as shown. A field may always be empty.',
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

/** The page of an option set, as Markdown. */
export function codePage(set: OptionSet): string {
	return page(
		`# ${set.title}`,
		`These are the codes of ${columnsOf(set)}. Upper and lower case matter. A field may always be empty.`,
		optionTable(set),
		...otherSpellings(set),
		...ambiguousValues(set),
		...unlistedValues(set),
		`Source: ${sourceLine(set.source)}.`,
		'[All codes](README.md)',
	);
}

/** The table of the options, without the columns that are empty for all of them. */
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
		'Each of these values is reported, and its fix replaces it with the code. A code in the wrong case, or with spaces or quotes around it, is fixed the same way.',
		markdownTable(['Value', 'Code'], rows),
	];
}

/** What people write instead of a code, without its case, spaces and quotes. */
export function spellingsOf(option: Option): readonly string[] {
	const { label, meantBy = [], iso639 = [] } = option;
	const byText = new Map([label, ...meantBy, ...iso639].map((text) => [text.toLowerCase(), text]));
	byText.delete(option.code.toLowerCase());
	return [...byText.values()];
}

function ambiguousValues(set: OptionSet): readonly string[] {
	if (!set.ambiguous) return [];
	return [
		'## Values that need your decision',
		'Each of these values is reported with the possible codes. Choose the right one: *Fix All* does not change these values.',
		markdownTable(
			['Value', 'What it means', 'Possible codes'],
			set.ambiguous.map((entry) => [entry.values.map(code).join(', '), entry.meaning, fixesFor(entry)]),
		),
	];
}

function fixesFor({ codes, belongsIn }: AmbiguousValue): string {
	if (belongsIn) return `${code(belongsIn.code)} in ${belongsIn.column}`;
	return codes.map((each) => (each === '' ? 'an empty field' : code(each))).join(' or ') || 'none';
}

/** The values that Clever's API knows beyond the codes. */
function unlistedValues({ unlisted }: OptionSet): readonly string[] {
	if (!unlisted) return [];
	return [
		'## Values that Clever knows',
		"Clever's API knows these values, and Amplify's list does not have them. They are reported as information, and no fix changes them.",
		`${unlisted.join(', ')}.`,
	];
}
