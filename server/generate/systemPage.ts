/** docs/systems.md: the systems whose exports are known, and the tables of codes. */

import { code, markdownTable, page, sourceLine } from '../src/cli/reference/pages/markdown';
import type { Source } from '../src/spec';
import { type CodeTable, codeTables, type ExportSystem, exportSystems } from '../src/spec/systems';

/** The page as it lies in docs. */
export function systemPage(): string {
	return page(
		'# Systems and tables of codes',
		'The import of an export knows these systems by the headers of their exports. A column with another name is found by its words, and any other column can be chosen.',
		[
			'- **Settled**: in an export of this system, the column is taken without a question.',
			'- **To confirm**: the column is offered, and a person decides.',
			'- The student ID is always yours to confirm, unless its header is `Student_id` or `sis_id`, or `sourcedId` in OneRoster.',
		].join('\n'),
		'## Systems',
		...exportSystems.flatMap(systemPart),
		'## Tables of codes',
		'A number or letter that means different things in different systems is converted only by a table that you choose, for one column or with `--system`. *Ask* marks a value that needs your decision; *none* marks one that no code of the column means.',
		markdownTable(['Table', 'Column', 'Value → code', 'Source'], codeTables.map(tableRow)),
		'### Sources of the tables',
		sources()
			.map((source, index) => `${index + 1}. ${sourceLine(source)}`)
			.join('\n'),
	);
}

function systemPart({ name, headers, certainId, note, source }: ExportSystem): readonly string[] {
	const rows = headers.map(({ element, names, isCertain, note: why = '' }) => [
		column(element),
		isCertain ? names.map(code).join(', ') : '',
		isCertain ? '' : names.map(code).join(', '),
		why,
	]);
	const id = certainId === undefined ? '' : `The student ID is ${code(certainId)}.`;
	return [
		`### ${name}`,
		[id, note ?? ''].filter((text) => text !== '').join(' '),
		rows.length === 0 ? '' : markdownTable(['Column', 'Settled', 'To confirm', 'Why'], rows),
		`Source: ${sourceLine(source)}.`,
	];
}

function tableRow({ name, elements, values, note = '', certainty, source }: CodeTable): readonly string[] {
	const codes = Object.entries(values).map(([value, to]) => `${code(value)} → ${codeText(to)}`);
	const text = certainty === 'read' ? '' : ` (${certainty})`;
	return [
		`${name}${note === '' ? '' : `. ${note}`}`,
		elements.map(column).join(', '),
		codes.join(', '),
		`${sources().indexOf(source) + 1}${text}`,
	];
}

function codeText(to: string | null | readonly string[]): string {
	if (to === null) return '*none*';
	if (to === '') return 'empty field';
	return typeof to === 'string' ? code(to) : `*ask* ${to.map(code).join(' or ')}`;
}

function column(element: string): string {
	return `[${element}](columns/${element}.md)`;
}

/** Each source of a table once, in the order of the tables. */
function sources(): readonly Source[] {
	return [...new Set(codeTables.map(({ source }) => source))];
}
