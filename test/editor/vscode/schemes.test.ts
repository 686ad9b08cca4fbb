/** A folder of a scheme that the client of the server does not know. */
import { strict as assert } from 'node:assert';
import { Uri, type WorkspaceFolder } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageServer } from '../../../client/src/server/languageServer';
import { restartForFolders } from '../../../client/src/server/restartForFolders';
import { messagesOf } from './support';

describe('a folder that is added', () => {
	const folder = (scheme: string): WorkspaceFolder => ({
		uri: Uri.parse(`${scheme}://host/our/district`),
		name: 'district',
		index: 1,
	});
	/** What each client that was made follows. */
	let made: ReadonlySet<string>[] = [];
	/** The schemes that a client follows which is made now. */
	let now: readonly string[] = [];
	/** Lets the client start that was made last. */
	let begin: () => void = () => {};
	let server: LanguageServer;
	beforeEach(() => {
		made = [];
		now = ['file'];
		server = new LanguageServer(() => {
			made.push(new Set(now));
			const started = new Promise<void>((resolve) => {
				begin = resolve;
			});
			const client = {
				state: 3,
				start: async () => {
					await started;
					client.state = 2;
				},
				dispose: async () => {},
				onRequest: () => {},
				onNotification: () => {},
				onDidChangeState: () => {},
			};
			// Those that are made later start at once.
			if (made.length > 1) begin();
			return client as unknown as BaseLanguageClient;
		});
	});
	const add = (scheme: string): Promise<void> => {
		now = [...now, scheme];
		return restartForFolders(server, [folder(scheme)], () => made.at(-1));
	};

	it('makes a client that follows its scheme, also where the server is only starting', async () => {
		const messages = await messagesOf(async () => {
			const starting = server.start();
			const added = add('x-district');
			begin();
			await Promise.all([starting, added]);
		});
		assert.deepEqual(
			made.map((schemes) => schemes.has('x-district')),
			[false, true],
		);
		assert.equal(messages.length, 1);
		assert.match(messages[0] ?? '', /since the folder district was added\..* are to be opened again\.$/);
	});

	it('restarts nothing where its scheme is known, and starts nothing', async () => {
		const messages = await messagesOf(async () => {
			await add('x-district');
			assert.equal(made.length, 0);
			const starting = server.start();
			begin();
			await starting;
			await add('x-district');
			await add('file');
		});
		assert.equal(made.length, 1);
		assert.deepEqual(messages, []);
	});
});
