import { cedsUrl, type Element, tables } from '../src/spec';
import { capitalized, code, markdownTable, page, sourceLine } from './markdown';

/** A page for every column of the files, by file name. */
export function columnPages(): ReadonlyMap<string, string> {
	const elements = [...new Set(tables.flatMap((table) => table.elements))];
	return new Map([
		['README.md', index()],
		...elements.map((element) => [`${element.column}.md`, columnPage(element)] as const),
	]);
}

function index(): string {
	return page(
		'# The columns',
		...tables.flatMap((table) => [
			`## ${table.fileName}`,
			markdownTable(
				['Column', 'What stands in it', 'Values'],
				table.elements.map(({ column, title, optionSet }) => [
					`[${column}](${column}.md)`,
					title,
					optionSet ? `[${optionSet.title}](../codes/${optionSet.id}.md)` : '',
				]),
			),
		]),
	);
}

function columnPage(element: Element): string {
	const { column, title, definition, optionSet, source } = element;
	return page(
		`# ${column}`,
		`${title}.`,
		definition,
		standsIn(element),
		ceds(element),
		optionSet &&
			`Its values are the codes of [${optionSet.title}](../codes/${optionSet.id}.md): ${optionSet.options
				.map((option) => code(option.code))
				.join(', ')}. An empty field is always right.`,
		secret(element),
		sensitive(element),
		twins(element),
		`Source: ${sourceLine(source)}.`,
		'[All columns](README.md)',
	);
}

function standsIn({ column }: Element): string {
	const homes = tables.filter((table) => table.elements.some((one) => one.column === column));
	const roles = homes.map((table) => {
		if (table.primaryKey === column) return `${code(table.fileName)} (the key: every row needs it)`;
		return code(table.fileName) + (table.required.includes(column) ? ' (required)' : '');
	});
	return `Stands in ${roles.join(' or ')}.`;
}

function ceds({ ceds: found, definition }: Element): string | undefined {
	if (!found) return undefined;
	const link = `[${found.globalId} ${found.name}](${cedsUrl(found.globalId)})`;
	const role =
		found.role === 'code set'
			? `The values are the codes of CEDS element ${link}`
			: `CEDS element ${link} is about the same; its codes are not the codes of this column`;
	return `${role}. CEDS defines it so:\n\n> ${capitalized(found.definition || definition || '')}`;
}

function secret({ kind }: Element): string | undefined {
	if (kind !== 'secret') return undefined;
	return 'The value is secret: no message, hover or export of this extension shows it.';
}

function sensitive({ sensitive: isSensitive }: Element): string | undefined {
	if (!isSensitive) return undefined;
	return 'Clever treats this column as sensitive: it reaches an application only after somebody has shared it by hand (in Clever, on the page of the application: Settings, Field Access, Customize fields).';
}

function twins({ column, twin }: Element): string | undefined {
	const others = tables.flatMap(({ elements }) => elements.filter((one) => one.twin === column));
	const lines = [
		...(twin
			? [
					`Amplify reads [${twin}](${twin}.md) instead, which asks the same and wants Yes or No in place of Y or N.`,
				]
			: []),
		...others.map(
			(other) =>
				`Not to be mistaken for [${other.column}](${other.column}.md), Clever's own column with Y or N in place of Yes or No.`,
		),
	];
	return lines.length > 0 ? lines.join(' ') : undefined;
}
