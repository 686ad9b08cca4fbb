/** Small districts whose findings were worked out by hand: `expected.txt` has a line for each, in any order. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnLetters } from '../../server/src/wording';

const root = join(__dirname, '../fixtures/districts');

export interface District {
	readonly name: string;
	readonly folder: string;
	/** The text of each of its files, by name. */
	readonly files: ReadonlyMap<string, string>;
	/** `file row column severity rule`, as a spreadsheet shows the place; sorted. */
	readonly expected: readonly string[];
}

export const districts: readonly District[] = readdirSync(root).map((name) => {
	const folder = join(root, name);
	const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
	const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
	return {
		name,
		folder,
		files: new Map(files.map((file) => [file, text(file)])),
		expected: text('expected.txt')
			.split('\n')
			.filter((line) => line !== '')
			.sort(),
	};
});

/** A line of `expected.txt`; line and character are 0-based. No field of the districts holds a comma or a line break. */
export function lineOf(
	{ files }: District,
	file: string,
	{ line, character }: { readonly line: number; readonly character: number },
	severity: string,
	rule: string,
): string {
	const row = files.get(file)?.split('\n')[line] ?? '';
	const column = row.slice(0, character).split(',').length - 1;
	return `${file} ${line + 1} ${columnLetters(column)} ${severity} ${rule}`;
}
