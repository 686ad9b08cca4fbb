/** What every case gets: sizes, generated files, and a way to run scripts in separate processes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Built } from './build';
import { runScript } from './child';
import { type Contents, writeStudents } from './data';
import type { PlainFigures } from './measure/plain';
import type { Row } from './row';
import type { Sizes } from './sizes';

export interface Case {
	/** The text in which `--only` searches for its words. */
	readonly name: string;
	readonly run: (bench: Bench) => Promise<readonly Row[]>;
}

export class Bench {
	readonly #files = new Map<string, string>();

	constructor(
		readonly folder: string,
		readonly built: Built,
		readonly sizes: Sizes,
		readonly smoke: boolean,
	) {}

	/** Returns the path of a file with these contents; each file is written once. */
	file(contents: Contents): string {
		const { rows, findings, repeats = 0 } = contents;
		const name = `${rows}-${findings}-${repeats}`;
		const written = this.#files.get(name);
		if (written) return written;
		// Each file has its own folder, since the check also looks at the file's name.
		mkdirSync(join(this.folder, name));
		const path = join(this.folder, name, 'students.csv');
		writeStudents(path, contents);
		this.#files.set(name, path);
		return path;
	}

	/** Runs a script of measure/ in a new process and returns its result, of the type that the script exports. */
	runScript<Figures>(script: string, args: object, flags?: readonly string[]): Promise<Figures> {
		return runScript<Figures>(this.built.script(script), args, flags);
	}

	/** Measures plain passes over the file, in ms, before, between and after the given measurements. */
	async withPlainPasses<Figures>(
		path: string,
		...measure: readonly (() => Promise<Figures>)[]
	): Promise<{ plain: readonly number[]; figures: readonly Figures[] }> {
		const passes = this.sizes.rounds;
		const pass = async (): Promise<readonly number[]> =>
			(await this.runScript<PlainFigures>('plain', { path, passes })).ms;
		const plain = [...(await pass())];
		const figures: Figures[] = [];
		for (const one of measure) {
			figures.push(await one());
			plain.push(...(await pass()));
		}
		return { plain, figures };
	}
}
