/** Typing and asking over stdio, in files of several sizes in turn: one server for each, all in the same minute. */
import { readFileSync } from 'node:fs';
import { given, report } from '../child';
import { type Contents, GENDER } from '../data';
import { Editor, pause } from '../editor';
import { fieldInTheMiddle, fieldsIn } from '../places';

export interface WireArgs {
	/** A command. */
	readonly server: readonly string[];
	readonly files: readonly { readonly path: string; readonly contents: Contents }[];
	readonly keystrokes: number;
	readonly requests: number;
	readonly pause: number;
}

/** For each file, in ms. */
export interface WireFigures {
	readonly keystroke: number[];
	readonly hover: number[];
	readonly completion: number[];
	readonly codeAction: number[];
}

interface Desk {
	readonly editor: Editor;
	readonly contents: Contents;
	readonly line: number;
	readonly character: number;
	/** A wrong code near the middle, to point at. */
	readonly wrong: { readonly line: number; readonly character: number };
	readonly figures: WireFigures;
}

const WARM_UP = 20;

async function deskOf(server: readonly string[], path: string, contents: Contents): Promise<Desk> {
	const editor = await Editor.start(server);
	const text = readFileSync(path, 'utf8');
	const listed = await editor.open(text);
	const expected = Math.min(1000, contents.findings);
	if (listed !== expected) throw new Error(`${listed} listed, not ${expected}`);
	const { line, end } = fieldInTheMiddle(text, contents.rows, GENDER);
	const figures = { keystroke: [], hover: [], completion: [], codeAction: [] };
	return { editor, contents, line, character: end, wrong: wrongNear(text, contents), figures };
}

/** The wrong codes of Gender are every seventh. */
function wrongNear(text: string, { rows, findings }: Contents): Desk['wrong'] {
	const every = Math.floor(rows / findings);
	const nth = Math.floor(findings / 14) * 7;
	const [span] = fieldsIn(text, (row) => (row === nth * every ? GENDER : undefined));
	if (!span) throw new Error('no wrong code');
	return { line: span.line, character: span.start + 1 };
}

async function type({ editor, contents, line, character, figures }: Desk, round: number): Promise<void> {
	// A letter too many, then its deletion: the first makes a finding, the second takes it back.
	const typed = round % 2 === 0;
	const start = { line, character };
	const end = typed ? start : { line, character: character + 1 };
	const { ms, listed } = await editor.change({ range: { start, end }, text: typed ? 'q' : '' });
	const expected = Math.min(1000, contents.findings + Number(typed));
	if (listed !== expected) throw new Error(`${listed} listed after a keystroke, not ${expected}`);
	if (round >= WARM_UP) figures.keystroke.push(ms);
}

async function ask({ editor, wrong: { line, character }, figures }: Desk, round: number): Promise<void> {
	const time = async (into: number[], request: () => Promise<unknown>): Promise<void> => {
		const began = performance.now();
		const answer = await request();
		if (round >= WARM_UP) into.push(performance.now() - began);
		if (!answer || (Array.isArray(answer) && answer.length === 0)) throw new Error('no answer to a request');
	};
	await time(figures.hover, () => editor.at('hover', line, character));
	await time(figures.completion, () => editor.at('completion', line, character));
	await time(figures.codeAction, () => editor.actions(line, character));
}

async function main({ server, files, keystrokes, requests, pause: ms }: WireArgs): Promise<void> {
	const desks: Desk[] = [];
	for (const { path, contents } of files) desks.push(await deskOf(server, path, contents));
	for (let round = 0; keystrokes > 0 && round < WARM_UP + keystrokes; round++) {
		for (const desk of desks) {
			await type(desk, round);
			await pause(ms);
		}
	}
	for (let round = 0; requests > 0 && round < WARM_UP + requests; round++) {
		for (const desk of desks) await ask(desk, round);
	}
	for (const { editor } of desks) await editor.stop();
	report(desks.map(({ figures }) => figures));
}

void main(given<WireArgs>());
