import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../fixtures/fuzz');

/** A case that once failed. */
export interface KeptCase {
	readonly file: string;
	readonly one: unknown;
}

/** The cases of a target that once failed. */
export function keptCases(target: string): readonly KeptCase[] {
	const folder = join(FOLDER, target);
	if (!existsSync(folder)) return [];
	return readdirSync(folder).map((file) => ({
		file,
		one: JSON.parse(readFileSync(join(folder, file), 'utf8')),
	}));
}

/** Keeps a case, which must be plain data, and returns the path of its file. */
export function keepCase(target: string, one: unknown): string {
	const json = `${JSON.stringify(one, undefined, '\t')}\n`;
	const folder = join(FOLDER, target);
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${createHash('sha256').update(json).digest('hex').slice(0, 12)}.json`);
	writeFileSync(path, json);
	return path;
}
