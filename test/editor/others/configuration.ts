/** Reads out of docs/editors.md what people are to copy, so that the tests use these lines and no others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../host/paths';

const PAGE = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
/** Where the page says the project is. */
const FOLDER = '/path/to/clever-demographics/dist/';

/** The block of code in a language below a heading of the page, with the bundles of another folder. */
export function configuration(heading: string, language: string, bundles: string): string {
	const [, section] = PAGE.split(`\n## ${heading}\n`);
	const block = section?.split('\n## ', 1)[0]?.split(`\n\`\`\`${language}\n`)[1]?.split('\n```', 1)[0];
	if (!block?.includes(FOLDER)) throw new Error(`docs/editors.md has no lines for ${heading}`);
	return `${block.replaceAll(FOLDER, `${bundles}/`)}\n`;
}

/** What the table of the page says of an editor, by feature. */
export function tableRow(editor: string): Readonly<Record<string, string>> {
	const cells = (line: string): readonly string[] =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim());
	const lines = PAGE.split('\n').filter((line) => line.startsWith('| '));
	const header = lines.find((line) => cells(line).includes('whole field replaced'));
	const row = lines.find((line) => cells(line)[0]?.startsWith(editor));
	if (!header || !row) throw new Error(`docs/editors.md has no row for ${editor}`);
	const values = cells(row);
	return Object.fromEntries(cells(header).map((name, index) => [name, values[index] ?? '']));
}
