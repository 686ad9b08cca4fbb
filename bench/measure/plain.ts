import { readFileSync } from 'node:fs';
import { given, report } from '../child';
import { type PlainResult, plainPass } from '../plainPass';

export interface PlainArgs {
	readonly path: string;
	readonly passes: number;
}

export interface PlainFigures extends PlainResult {
	/** Of each pass but the first ones, which warm the code up. */
	readonly ms: readonly number[];
}

const WARM_UP = 3;

const { path, passes } = given<PlainArgs>();
const text = readFileSync(path, 'utf8');
const ms: number[] = [];
let result = plainPass(text);
for (let pass = 1; pass < WARM_UP + passes; pass++) {
	const began = performance.now();
	result = plainPass(text);
	if (pass >= WARM_UP) ms.push(performance.now() - began);
}
report({ ...result, ms } satisfies PlainFigures);
