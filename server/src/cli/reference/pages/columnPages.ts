/** docs/columns: a page for every column of every file. */

import { cedsDefinition, cedsUrl, type Element, SHARING_NOTE, tables } from '../../../spec';
import { code, markdownTable, page, sourceLine } from './markdown';

/** The pages by their file name, the index among them. */
export function columnPages(): ReadonlyMap<string, string> {
	const elements = [...new Set(tables.flatMap((table) => table.elements))];
	return new Map([
		['README.md', index()],
		...elements.map((element) => [`${element.column}.md`, columnPage(element)] as const),
	]);
}

function index(): string {
	return page(
		'# Columns',
		...tables.flatMap((table) => [
			`## ${table.fileName}`,
			markdownTable(
				['Column', 'What it holds', 'Codes'],
				table.elements.map(({ column, title, optionSet }) => [
					`[${column}](${column}.md)`,
					title,
					optionSet ? `[${optionSet.title}](../codes/${optionSet.id}.md)` : '',
				]),
			),
		]),
	);
}

/** The page of a column, as Markdown. */
export function columnPage(element: Element): string {
	const { column, title, definition, source } = element;
	return page(
		`# ${column}`,
		`${title}.`,
		definition,
		filesLine(element),
		cedsParagraph(element),
		codesLine(element),
		secretLine(element),
		element.sensitive ? SHARING_NOTE : element.sharingNote,
		twinLine(element),
		`Source: ${sourceLine(source)}.`,
		'[All columns](README.md)',
	);
}

function filesLine({ column }: Element): string {
	const files = tables
		.filter(({ elements }) => elements.some((element) => element.column === column))
		.map((table) => {
			if (table.primaryKey === column) return `${code(table.fileName)} (every row needs a value)`;
			return code(table.fileName) + (table.required.includes(column) ? ' (required)' : '');
		});
	return `This is a column of ${files.join(' or ')}.`;
}

function cedsParagraph({ ceds }: Element): string | undefined {
	if (!ceds) return undefined;
	const link = `[${ceds.globalId} ${ceds.name}](${cedsUrl(ceds.globalId)})`;
	const role =
		ceds.role === 'code set'
			? `It uses the codes of the CEDS element ${link}.`
			: `It is related to the CEDS element ${link}, which has other codes.`;
	return `${role} ${cedsDefinition(ceds)}`;
}

function codesLine({ optionSet }: Element): string | undefined {
	if (!optionSet) return undefined;
	const codes = optionSet.options.map((option) => code(option.code)).join(', ');
	return `This column takes the codes of [${optionSet.title}](../codes/${optionSet.id}.md): ${codes}. It may always be empty.`;
}

function secretLine({ kind }: Element): string | undefined {
	if (kind !== 'secret') return undefined;
	return 'The value is secret. No message, hover, report or problem list shows it.';
}

function twinLine({ column, twin, takes }: Element): string | undefined {
	const twins = tables.flatMap(({ elements }) => elements.filter((element) => element.twin === column));
	const lines = [
		...(twin
			? [
					`Amplify reads [${twin}](${twin}.md) instead, which asks the same${takes ? `; this column takes ${takes}` : ''}.`,
				]
			: []),
		...twins.map(
			(other) =>
				`Do not confuse it with [${other.column}](${other.column}.md), which is Clever's own column${other.takes ? ` and takes ${other.takes}` : ''}.`,
		),
	];
	return lines.length > 0 ? lines.join(' ') : undefined;
}
