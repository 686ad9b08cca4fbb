import assert from 'node:assert/strict';
import Module from 'node:module';
import type { LogOutputChannel } from 'vscode';
import { VALUE } from '../privacy/district';

/** What the channel of VS Code was asked to print, in any of its ways. */
const printed: unknown[] = [];
const print = (...words: unknown[]): void => void printed.push(...words);
const vscodeChannel = Object.fromEntries(
	['trace', 'debug', 'info', 'warn', 'error', 'append', 'appendLine', 'replace'].map((name) => [name, print]),
);

/** Loads the channels with a `vscode` that has output channels only. */
function channels(): { openOutput(): LogOutputChannel; openTrace(): LogOutputChannel } {
	const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
	const original = loader._load;
	loader._load = function (this: unknown, request, ...rest) {
		if (request === 'vscode') return { window: { createOutputChannel: () => vscodeChannel } };
		return original.call(this, request, ...rest);
	};
	try {
		return require('../../client/src/log/channels');
	} finally {
		loader._load = original;
	}
}

describe('what the extension writes to its output channels', () => {
	it('holds no value, in whichever way it is written', () => {
		const { openOutput, openTrace } = channels();
		const message = `A request failed: Error: no "${VALUE}" in row 3\n${VALUE}`;
		const traced = `Sending request 'textDocument/hover - (1)'.\nParams: { "text": "${VALUE}" }`;
		const error = new SyntaxError(`Unexpected token in "${VALUE}\n${VALUE}"`);
		for (const channel of [openOutput(), openTrace()]) {
			for (const text of [message, traced]) {
				for (const write of ['trace', 'debug', 'info', 'warn', 'error'] as const) channel[write](text, VALUE);
				for (const write of ['append', 'appendLine', 'replace'] as const) channel[write](text);
			}
			channel.error(error, VALUE);
		}
		assert.equal(printed.length, 2 * (2 * 8 + 1));
		assert.ok(!printed.join('\n').includes(VALUE), printed.join('\n'));
		assert.match(printed.join('\n'), /A request failed/);
		assert.match(printed.join('\n'), /'textDocument\/hover - \(1\)'/);
	});
});
