/** What every case is given: sizes, files, and scripts that run in processes of their own. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Built } from './build';
import { measured } from './child';
import { type Contents, writeStudents } from './data';
import type { PlainFigures } from './measure/plain';
import type { Row } from './row';
import type { Sizes } from './sizes';

export interface Case {
	/** What `--only` looks for. */
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

	/** A file of such contents, written once. */
	file(contents: Contents): string {
		const { rows, findings, repeats = 0 } = contents;
		const name = `${rows}-${findings}-${repeats}`;
		const there = this.#files.get(name);
		if (there) return there;
		// The name is checked too.
		mkdirSync(join(this.folder, name));
		const path = join(this.folder, name, 'students.csv');
		writeStudents(path, contents);
		this.#files.set(name, path);
		return path;
	}

	/** What a script of measure/ reports; its types are those that it exports. */
	measured<Figures>(script: string, args: object, flags?: readonly string[]): Promise<Figures> {
		return measured<Figures>(this.built.script(script), args, flags);
	}

	/** One plain pass over the file, in ms, measured before, between and after what is to be compared with it. */
	async besidePlain<Figures>(
		path: string,
		...measure: readonly (() => Promise<Figures>)[]
	): Promise<{ plain: readonly number[]; figures: readonly Figures[] }> {
		const passes = this.sizes.rounds;
		const pass = async (): Promise<readonly number[]> =>
			(await this.measured<PlainFigures>('plain', { path, passes })).ms;
		const plain = [...(await pass())];
		const figures: Figures[] = [];
		for (const one of measure) {
			figures.push(await one());
			plain.push(...(await pass()));
		}
		return { plain, figures };
	}
}
