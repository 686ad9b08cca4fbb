import { type AmbiguousValue, type Option, type OptionSet, tables } from '../src/spec';
import { code, markdownTable, page, sourceLine } from './markdown';

const elements = tables.flatMap((table) => table.elements);

/** A page for every set of codes, by file name. */
export function codePages(): ReadonlyMap<string, string> {
	const sets = [...new Set(elements.flatMap(({ optionSet }) => (optionSet ? [optionSet] : [])))];
	return new Map([
		['README.md', index(sets)],
		...sets.map((set) => [`${set.id}.md`, codePage(set)] as const),
	]);
}

function index(sets: readonly OptionSet[]): string {
	return page(
		'# The codes',
		'What the demographic columns accept, exactly as it must stand in the file. An empty field is always right.',
		markdownTable(
			['Codes', 'Columns', 'How many', 'Whose'],
			sets.map((set) => [
				`[${set.title}](${set.id}.md)`,
				columnsOf(set),
				String(set.options.length),
				set.ceds ? 'CEDS' : 'Amplify',
			]),
		),
	);
}

function codePage(set: OptionSet): string {
	return page(
		`# ${set.title}`,
		`The codes of ${columnsOf(set)}. Upper and lower case count, and an empty field is always right.`,
		markdownTable(
			['Code', 'Label', 'Definition'],
			set.options.map((option) => [code(option.code), option.label, option.definition ?? '']),
		),
		...written(set),
		...ambiguous(set),
		`Source: ${sourceLine(set.source)}.`,
		'[All codes](README.md)',
	);
}

function columnsOf(set: OptionSet): string {
	const columns = elements.filter(({ optionSet }) => optionSet === set).map(({ column }) => column);
	return [...new Set(columns)].map((column) => `[${column}](../columns/${column}.md)`).join(', ');
}

/** What is mended in one step. */
function written(set: OptionSet): readonly string[] {
	const rows = set.options
		.map((option) => [othersFor(option).map(code).join(', '), code(option.code)] as const)
		.filter(([others]) => others !== '');
	if (rows.length === 0) return [];
	return [
		'## What people write instead',
		'Each is a finding, and the fix writes the code. The code itself in another case, or with blanks or quotes around it, is mended too.',
		markdownTable(['Written', 'Mended to'], rows),
	];
}

function othersFor({ code: own, label, meantBy = [], iso639 = [] }: Option): readonly string[] {
	const byText = new Map([label, ...meantBy, ...iso639].map((text) => [text.toLowerCase(), text]));
	byText.delete(own.toLowerCase());
	return [...byText.values()];
}

function ambiguous(set: OptionSet): readonly string[] {
	if (!set.ambiguous) return [];
	return [
		'## What could mean two things',
		'These are offered a choice, and nothing is mended without you.',
		markdownTable(
			['Written', 'What it is', 'Offered'],
			set.ambiguous.map((entry) => [entry.values.map(code).join(', '), entry.meaning, offered(entry)]),
		),
	];
}

function offered({ codes, belongsIn }: AmbiguousValue): string {
	return [...codes.map(code), ...(belongsIn ? [`${code(belongsIn.code)} in ${belongsIn.column}`] : [])].join(
		' or ',
	);
}
