/** Measures one reader of a whole text: ours with all checks, or a library that only splits. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { readArgs, report } from '../child';
import { checkerOf } from '../core';
import { assertFindings, type Contents } from '../data';

export interface SplitArgs {
	readonly path: string;
	readonly contents: Contents;
	readonly reader: 'ours' | 'papaparse' | 'udsv';
	readonly rounds: number;
}

export interface SplitFigures {
	readonly ms: readonly number[];
}

const WARM_UP = 2;

const { path, contents, reader, rounds } = readArgs<SplitArgs>();
const text = readFileSync(path, 'utf8');

/** Each reads the text and returns the number of rows, without the header. */
const readers: Readonly<Record<SplitArgs['reader'], () => number>> = {
	ours: () => {
		const checker = checkerOf(text);
		checker.run();
		return checker.records;
	},
	papaparse: () => Papa.parse(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data.length - 1,
	udsv: () => initParser(inferSchema(text)).stringArrs(text).length,
};

if (reader === 'ours') {
	const checker = checkerOf(text);
	checker.run();
	assertFindings(checker, contents);
}
const ms: number[] = [];
for (let round = 0; round < WARM_UP + rounds; round++) {
	const began = performance.now();
	const rows = readers[reader]();
	if (round >= WARM_UP) ms.push(performance.now() - began);
	if (rows !== contents.rows) throw new Error(`${reader} read ${rows} rows`);
}
report({ ms } satisfies SplitFigures);
