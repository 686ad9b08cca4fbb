/** Measures the server's work for a keystroke in process, without stdio. */
import { readFileSync } from 'node:fs';
import { readArgs, report } from '../child';
import { checkerOf, publish, status } from '../core';
import { assertFindings, type Contents, GENDER } from '../data';
import { fieldInTheMiddle } from '../places';

export interface KeystrokeArgs {
	readonly path: string;
	readonly contents: Contents;
	readonly keystrokes: number;
}

export interface KeystrokeFigures {
	readonly ms: readonly number[];
}

const WARM_UP = 100;

const { path, contents, keystrokes } = readArgs<KeystrokeArgs>();
const text = readFileSync(path, 'utf8');
const checker = checkerOf(text);
checker.run();
assertFindings(checker, contents);
const { line, end } = fieldInTheMiddle(text, contents.rows, GENDER);
const start = { line, character: end };
const after = { line, character: end + 1 };
const ms: number[] = [];
for (let index = 0; index < WARM_UP + keystrokes; index++) {
	// Types a letter, which makes a finding, then deletes it, which removes the finding.
	const typed = index % 2 === 0;
	const change = typed
		? { range: { start, end: start }, text: 'q' }
		: { range: { start, end: after }, text: '' };
	const began = performance.now();
	checker.document.update([change], index + 2);
	checker.run();
	const listed = publish(checker);
	status(checker);
	if (index >= WARM_UP) ms.push(performance.now() - began);
	const expected = Math.min(1000, contents.findings + Number(typed));
	if (listed !== expected) throw new Error(`${listed} listed, not ${expected}`);
}
report({ ms } satisfies KeystrokeFigures);
