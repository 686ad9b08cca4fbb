import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../csv/random';

const ROOT = join(__dirname, '../..');

/** Folders with files that a person made: of the project, and of csv-spectrum, a public corpus. */
const FOLDERS = ['node_modules/csv-spectrum/csvs', 'samples', 'test/fixtures/districts'];

/** The longest text that is worth a random edit, in UTF-16 units: a longer one takes all of the time. */
const MAX_LENGTH = 6_000;

/** A file of the corpus. */
export interface CorpusFile {
	readonly name: string;
	readonly text: string;
}

/** The CSV files of the corpus. */
export const corpusFiles: readonly CorpusFile[] = FOLDERS.flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
		.map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), 'utf8') })),
).filter(({ text }) => text.length <= MAX_LENGTH);

/** What a random edit puts into a text. */
const PIECES = ['', ',', '"', '""', '\n', '\r\n', '\r', ' ', 'a', '1', ';', '"\n', '\n\n', '\uFEFF'];

/** A text with a few random edits. */
export function mutated(random: Random, text: string): string {
	let now = text;
	for (let edits = random.below(6); edits > 0; edits--) {
		const start = random.below(now.length + 1);
		const end = start + (random.chance(0.5) ? 0 : random.below(20));
		now = now.slice(0, start) + random.pick(PIECES) + now.slice(end);
	}
	return now;
}
