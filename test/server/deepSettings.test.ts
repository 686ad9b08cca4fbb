/** Settings from a client that no editor would send: the server reads what has the declared shape, and goes on. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { bundle } from '../support/bundles';

const DEEP = 200_000;
const lists = '['.repeat(DEEP) + ']'.repeat(DEEP);
const objects = `${'{"a":'.repeat(DEEP)}null${'}'.repeat(DEEP)}`;
/** As text, since JSON.stringify ends with the stack. One part of it has the declared shape. */
const settings = `{"rules":{"field/unknown-code":"hint","a":${objects}},"acceptedValues":{"Gender":${lists},"Race":${objects}},"notSent":${lists},"other":${objects}}`;

const initialize = (options: string): string =>
	`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{},"initializationOptions":${options}}}`;
const notify = (method: string, params: string): string =>
	`{"jsonrpc":"2.0","method":"${method}","params":${params}}`;
const didOpen = notify(
	'textDocument/didOpen',
	JSON.stringify({
		textDocument: {
			uri: 'file:///students.csv',
			languageId: 'csv',
			version: 1,
			text: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Q\n',
		},
	}),
);

/** Sends messages as they are and returns the first diagnostics; rejects if the server ends. */
async function diagnosticsAfter(messages: readonly string[]): Promise<string> {
	const server = spawn(process.execPath, [await bundle('server.js'), '--stdio'], { stdio: 'pipe' });
	try {
		return await new Promise<string>((resolve, reject) => {
			let output = '';
			server.stdout.on('data', (data) => {
				output += data;
				const found = /\{[^\n]*publishDiagnostics.*\}/.exec(output);
				if (found) resolve(found[0]);
			});
			server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
			for (const message of messages) {
				server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
			}
		});
	} finally {
		server.removeAllListeners('exit').kill();
	}
}

describe('settings nested 200,000 deep', () => {
	it('are read for what they have in the declared shape, in the options of a client', async () => {
		const messages = [initialize(`{"settings":${settings}}`), notify('initialized', '{}'), didOpen];
		assert.match(await diagnosticsAfter(messages), /"severity":4,"code":"field\/unknown-code"/);
	});

	it('are read for what they have in the declared shape, as a change', async () => {
		const change = notify(
			'workspace/didChangeConfiguration',
			`{"settings":{"cleverDemographics":${settings}}}`,
		);
		const messages = [initialize('{}'), notify('initialized', '{}'), change, didOpen];
		assert.match(await diagnosticsAfter(messages), /"severity":4,"code":"field\/unknown-code"/);
	});

	it('are ignored in place of the settings, the options and the parameters', async () => {
		for (const odd of [lists, objects]) {
			const messages = [
				initialize(odd),
				notify('initialized', odd),
				notify('workspace/didChangeConfiguration', odd.replace('{"a":', '{"settings":')),
				didOpen,
			];
			assert.match(await diagnosticsAfter(messages), /"severity":1,"code":"field\/unknown-code"/);
		}
	});
});
