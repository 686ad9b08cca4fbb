import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundle } from '../support/bundles';

const initialize = {
	jsonrpc: '2.0',
	id: 1,
	method: 'initialize',
	params: { processId: process.pid, rootUri: null, capabilities: {} },
};

/** The exit status of a server, and what it printed on stderr until then. */
async function ended(server: ChildProcess): Promise<readonly [number | null, string]> {
	let printed = '';
	server.stderr?.on('data', (data) => {
		printed += data;
	});
	const [status] = await once(server, 'exit');
	return [status, printed];
}

describe('a server that nobody listens to any more', () => {
	/** A client that lives on: only the channel is gone. */
	it('ends by itself where its channel is closed', async () => {
		const server = fork(await bundle('server.js'), ['--node-ipc'], { silent: true, execArgv: [] });
		server.send(initialize);
		await once(server, 'message');
		const end = ended(server);
		server.disconnect();
		assert.deepEqual(await end, [1, '']);
	});

	it('ends by itself where stdout is closed, without a stack', async () => {
		const server = spawn(process.execPath, [await bundle('server.js'), '--stdio'], { stdio: 'pipe' });
		const end = ended(server);
		server.stdout.destroy();
		const message = JSON.stringify(initialize);
		server.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
		assert.deepEqual(await end, [1, '']);
	});

	for (const header of ['X: y', 'Content-Length: abc'])
		it(`ends by itself and says why where a message begins with ${header}`, async () => {
			const server = spawn(process.execPath, [await bundle('server.js'), '--stdio'], { stdio: 'pipe' });
			const end = ended(server);
			server.stdin.write(`${header}\r\n\r\n{}`);
			assert.deepEqual(await end, [
				1,
				'A message has no Content-Length that is a number, so the server ends.\n',
			]);
		});

	it('answers a message that is no JSON, and goes on', async () => {
		const server = spawn(process.execPath, [await bundle('server.js'), '--stdio'], { stdio: 'pipe' });
		const end = ended(server);
		server.stdin.write('Content-Length: 7\r\n\r\n{"Reyes');
		let answer = '';
		for await (const part of server.stdout.iterator({ destroyOnReturn: false })) {
			answer += part;
			if (answer.includes('}')) break;
		}
		// JSON-RPC's "Parse error", of which nobody knows the request.
		assert.match(answer, /"id":null,"error":\{"code":-32700/);
		server.stdin.end();
		assert.deepEqual(await end, [1, '']);
	});

	it('ends by itself where stdin ends', async () => {
		const server = spawn(process.execPath, [await bundle('server.js'), '--stdio'], { stdio: 'pipe' });
		const end = ended(server);
		server.stdin.end();
		assert.deepEqual(await end, [1, '']);
	});
});
