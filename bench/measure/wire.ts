/** Measures keystrokes and requests over stdio, in files of several sizes in turn, with one server for each file. */
import { readFileSync } from 'node:fs';
import { readArgs, report } from '../child';
import { type Contents, GENDER } from '../data';
import { Editor, pause } from '../editor';
import { fieldInTheMiddle, fieldsIn } from '../places';

export interface WireArgs {
	/** The command that starts the server. */
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

interface Session {
	readonly editor: Editor;
	readonly contents: Contents;
	readonly line: number;
	readonly character: number;
	/** The position of a wrong code near the middle, for the requests. */
	readonly wrong: { readonly line: number; readonly character: number };
	readonly figures: WireFigures;
}

const WARM_UP = 20;

async function openSession(server: readonly string[], path: string, contents: Contents): Promise<Session> {
	const editor = await Editor.start(server);
	const text = readFileSync(path, 'utf8');
	const listed = await editor.open(text);
	const expected = Math.min(1000, contents.findings);
	if (listed !== expected) throw new Error(`${listed} listed, not ${expected}`);
	const { line, end } = fieldInTheMiddle(text, contents.rows, GENDER);
	const figures = { keystroke: [], hover: [], completion: [], codeAction: [] };
	return { editor, contents, line, character: end, wrong: wrongNear(text, contents), figures };
}

/** The position of a wrong code of Gender near the middle; every seventh wrong code is one of Gender. */
function wrongNear(text: string, { rows, findings }: Contents): Session['wrong'] {
	const every = Math.floor(rows / findings);
	const nth = Math.floor(findings / 14) * 7;
	const [span] = fieldsIn(text, (row) => (row === nth * every ? GENDER : undefined));
	if (!span) throw new Error('no wrong code');
	return { line: span.line, character: span.start + 1 };
}

async function typeOneKey(
	{ editor, contents, line, character, figures }: Session,
	round: number,
): Promise<void> {
	// Types a letter, which makes a finding, then deletes it, which removes the finding.
	const typed = round % 2 === 0;
	const start = { line, character };
	const end = typed ? start : { line, character: character + 1 };
	const { ms, listed } = await editor.change({ range: { start, end }, text: typed ? 'q' : '' });
	const expected = Math.min(1000, contents.findings + Number(typed));
	if (listed !== expected) throw new Error(`${listed} listed after a keystroke, not ${expected}`);
	if (round >= WARM_UP) figures.keystroke.push(ms);
}

async function timeRequests(
	{ editor, wrong: { line, character }, figures }: Session,
	round: number,
): Promise<void> {
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
	const sessions: Session[] = [];
	for (const { path, contents } of files) sessions.push(await openSession(server, path, contents));
	for (let round = 0; keystrokes > 0 && round < WARM_UP + keystrokes; round++) {
		for (const session of sessions) {
			await typeOneKey(session, round);
			await pause(ms);
		}
	}
	for (let round = 0; requests > 0 && round < WARM_UP + requests; round++) {
		for (const session of sessions) await timeRequests(session, round);
	}
	for (const { editor } of sessions) await editor.stop();
	report(sessions.map(({ figures }) => figures));
}

void main(readArgs<WireArgs>());
