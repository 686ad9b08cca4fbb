/** Measures how long the empty server is blocked while a file is opened over stdio, by decoding its message. */
import { readFileSync } from 'node:fs';
import { readArgs, report } from '../child';
import { Editor } from '../editor';

export interface DecodeArgs {
	readonly command: readonly string[];
	readonly path: string;
}

export interface DecodeFigures {
	readonly blocks: number[][];
}

async function main({ command, path }: DecodeArgs): Promise<void> {
	const editor = await Editor.start(command);
	await editor.connection.sendRequest('bench/probe');
	await editor.open(readFileSync(path, 'utf8'));
	const blocks = await editor.connection.sendRequest<number[]>('bench/blocks');
	await editor.stop();
	report({ blocks: [blocks] } satisfies DecodeFigures);
}

void main(readArgs<DecodeArgs>());
