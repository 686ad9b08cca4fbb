import { readFileSync } from 'node:fs';
import { readArgs, report } from '../child';
import { type PlainResult, plainPass } from '../plainPass';

export interface PlainArgs {
	readonly path: string;
	readonly passes: number;
}

export interface PlainFigures extends PlainResult {
	/** The time of each pass, except the first ones, which warm up the code. */
	readonly ms: readonly number[];
}

const WARM_UP = 3;

const { path, passes } = readArgs<PlainArgs>();
const text = readFileSync(path, 'utf8');
const ms: number[] = [];
let result = plainPass(text);
for (let pass = 1; pass < WARM_UP + passes; pass++) {
	const began = performance.now();
	result = plainPass(text);
	if (pass >= WARM_UP) ms.push(performance.now() - began);
}
report({ ...result, ms } satisfies PlainFigures);
