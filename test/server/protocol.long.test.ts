import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionList, MarkupContent } from 'vscode-languageserver';
import type { Status } from '../../server/src/protocol';
import { ROOT } from '../editor/host/paths';
import { Client, pulls, type StartOptions, shows } from './client';

const HEADER = 'Student_id,School_id,Last_name,First_name';
const FEMALE = `${HEADER},Gender\n1,5,Reyes,Ana,Female\n`;
const uri = 'file:///district/students.csv';

describe('the server over stdio', () => {
	let client: Client;
	const start = async (options?: StartOptions): Promise<Client> => {
		client = await Client.start(options);
		return client;
	};
	afterEach(() => client.stop());

	describe('introduces itself', () => {
		it('to a client that announces nothing', async () => {
			const { capabilities, serverInfo } = (await start({ capabilities: {} })).result;
			const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
			assert.deepEqual(serverInfo, { name: 'Clever Demographics', version });
			assert.equal(capabilities.positionEncoding, undefined);
			assert.equal(capabilities.diagnosticProvider, undefined);
			assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
			assert.equal(capabilities.hoverProvider, true);
			assert.equal(capabilities.selectionRangeProvider, true);
			assert.equal(capabilities.codeActionProvider, true, 'kinds are for clients with code action literals');
			assert.deepEqual(capabilities.executeCommandProvider, {
				commands: ['cleverDemographics.server.showReadiness'],
			});
			client.open(uri, FEMALE);
			const [first] = await client.published(uri, undefined);
			assert.equal(first?.code, 'field/unknown-code');
		});

		it('once, and goes on as before when it is asked again', async () => {
			await start();
			await assert.rejects(
				client.request('initialize', { processId: null, rootUri: null, capabilities: {} }),
				{
					code: -32600,
				},
			);
			client.open(uri, FEMALE);
			assert.equal((await client.published(uri, 1)).length, 1);
		});

		it('with UTF-16 as the encoding of positions to a client that offers encodings', async () => {
			for (const positionEncodings of [['utf-8', 'utf-16'], ['utf-32', 'utf-16'], ['utf-16']]) {
				await start({ capabilities: { general: { positionEncodings } } });
				assert.equal(client.result.capabilities.positionEncoding, 'utf-16');
				await client.stop();
			}
			await start();
		});

		it('with pull diagnostics to a client that has them', async () => {
			const { capabilities } = (await start({ capabilities: pulls })).result;
			assert.deepEqual(capabilities.diagnosticProvider, {
				interFileDependencies: true,
				workspaceDiagnostics: true,
			});
		});

		it('with an outline only to a client that shows nested symbols', async () => {
			assert.equal((await start()).result.capabilities.documentSymbolProvider, false);
			await client.stop();
			const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
			const { result } = await start({ capabilities: { textDocument: { documentSymbol } } });
			assert.equal(result.capabilities.documentSymbolProvider, true);
		});

		it('with plain text to a client that shows no Markdown', async () => {
			const { hover, completion } = {
				hover: { contentFormat: ['plaintext' as const] },
				completion: { completionItem: { documentationFormat: ['plaintext' as const] } },
			};
			await start({ capabilities: { textDocument: { hover, completion } } });
			client.open(uri, FEMALE);
			const position = { line: 1, character: '1,5,Reyes,Ana,'.length };
			const { contents } = await client.at<{ contents: MarkupContent }>('hover', uri, position);
			assert.equal(contents.kind, 'plaintext');
			assert.match(contents.value, /^Gender: /);
			assert.match(contents.value, /^The value is not one of the documented values/m);
			assert.doesNotMatch(contents.value, /[\\`*]/);
			const { items } = await client.at<CompletionList>('completion', uri, position);
			assert.ok(items.length > 0);
			for (const { documentation } of items) assert.equal((documentation as MarkupContent).kind, 'plaintext');
		});

		it('whatever initializationOptions hold', async () => {
			for (const initializationOptions of [
				null,
				'x',
				7,
				[],
				{ settings: 'x', rulesUri: null, status: 'yes' },
				{ found: 5, commands: 1, rulesUri: [7], files: null },
				{ found: [5] },
			]) {
				await start({ initializationOptions });
				client.open(uri, FEMALE);
				assert.equal((await client.published(uri, 1)).length, 1);
				await client.stop();
			}
			await start();
		});
	});

	describe('goes by file names', () => {
		const name = async (of: string, languageId: string): Promise<string[]> => {
			client.open(of, FEMALE, languageId);
			return (await client.published(of, 1)).map(({ code }) => String(code));
		};

		it('whatever the language id, and whatever the scheme', async () => {
			await start();
			for (const languageId of ['csv', 'plaintext', 'clever-students', 'clever-students-ext', '']) {
				const own = `file:///${languageId || 'none'}/students.csv`;
				assert.deepEqual(await name(own, languageId), ['field/unknown-code'], languageId);
			}
			assert.deepEqual(await name('vscode-vfs://github/a/b/students.csv?x=1#y', 'csv'), [
				'field/unknown-code',
			]);
			assert.deepEqual(await name('file:///x/Students.CSV', 'csv'), ['file/name', 'field/unknown-code']);
			const ext = await name('file:///x/students_ext.csv', 'clever-students');
			assert.ok(ext.includes('header/missing-key'), 'a name goes before a language id');
		});

		it('and by our language IDs if the name is neither of the two', async () => {
			await start();
			assert.deepEqual(await name('untitled:Untitled-1', 'clever-students'), ['field/unknown-code']);
			assert.deepEqual(await name('file:///x/students%20(1).csv', 'clever-students'), [
				'file/name',
				'field/unknown-code',
			]);
			const ext = await name('file:///x/students_ext_2026.csv', 'clever-students-ext');
			assert.ok(ext.includes('file/name') && ext.includes('header/missing-key'));
			assert.equal((await name('file:///x/%E0%A4%A.csv', 'clever-students'))[0], 'file/name');
		});

		it('and leaves other files alone', async () => {
			await start({ capabilities: shows, initializationOptions: { status: true } });
			const others = [
				'file:///x/teachers.csv',
				'untitled:students.csv',
				'file:///students.csv/x',
				'students',
			];
			for (const other of others) {
				client.open(other, FEMALE);
				client.change(other, { text: 'x' });
				const position = { line: 0, character: 0 };
				const range = { start: position, end: position };
				assert.equal(await client.at('hover', other, position), null);
				assert.equal(await client.at('completion', other, position), null);
				assert.deepEqual(await client.actions(other, range), []);
				assert.deepEqual(
					await client.request('textDocument/documentSymbol', { textDocument: { uri: other } }),
					[],
				);
				assert.equal(
					await client.request('cleverDemographics/place', { textDocument: { uri: other }, position }),
					null,
				);
				client.close(other);
			}
			client.open(uri, FEMALE);
			await client.published(uri, 1);
			assert.deepEqual([...new Set(client.publishes.map((publish) => publish.uri))], [uri]);
		});

		it('checks a document again that is opened under another language ID', async () => {
			await start();
			const copy = 'file:///x/copy.csv';
			client.open(copy, FEMALE, 'csv');
			client.close(copy);
			assert.deepEqual(await name(copy, 'clever-students'), ['file/name', 'field/unknown-code']);
			client.close(copy);
			await client.published(copy, undefined, (all) => all.length === 0);
			client.open(copy, FEMALE, 'csv');
			assert.equal(await client.at('hover', copy, { line: 0, character: 0 }), null);
		});
	});

	describe('our own messages', () => {
		const ours = (): string[] =>
			client.received
				.map(({ method }) => method)
				.filter((method) => method.startsWith('cleverDemographics/'));

		it('are not sent to a client that did not announce them', async () => {
			for (const initializationOptions of [
				undefined,
				{},
				{ status: false },
				{ status: 1 },
				{ commands: true },
			]) {
				await start({ initializationOptions });
				client.open(uri, FEMALE);
				client.change(uri, { text: `${FEMALE}2,5,Bo,Lee,M\n` });
				await client.published(uri, 2);
				const range = { start: { line: 1, character: 16 }, end: { line: 1, character: 16 } };
				const actions = await client.actions(uri, range);
				assert.ok(actions.length > 0);
				const hasCommands = actions.some(({ command }) => command);
				assert.equal(hasCommands, initializationOptions?.commands === true);
				assert.deepEqual(ours(), []);
				if (!initializationOptions?.commands) await client.stop();
			}
		});

		it('send the status of a file to a client that wants it, once for each complete check', async () => {
			await start({ initializationOptions: { status: true } });
			client.open(uri, FEMALE);
			const status = (version: number): Promise<Status> =>
				client.until(({ method, params }) =>
					method === 'cleverDemographics/status' && (params as Status).version === version
						? (params as Status)
						: undefined,
				);
			const { readiness, ...first } = await status(1);
			assert.deepEqual(first, {
				uri,
				version: 1,
				fileName: 'students.csv',
				records: 1,
				counts: { error: 1, warning: 0, information: 0, hint: 0 },
				fixable: 1,
			});
			assert.equal(readiness?.state, 'errors');
			// Gender is the only one of the seven columns that the file has.
			assert.deepEqual(
				readiness.reasons.map(({ id }) => id),
				['errors', ...Array.from({ length: 6 }, () => 'missing-category')],
			);
			const version = client.change(uri, { text: FEMALE.replace('Female', 'F') });
			const then = await status(version);
			assert.deepEqual([then.fixable, then.readiness?.state], [0, 'review']);
		});

		it('send the status to a client that pulls its diagnostics too', async () => {
			await start({ capabilities: pulls, initializationOptions: { status: true } });
			client.open(uri, FEMALE);
			await client.until(({ method }) => method === 'cleverDemographics/status' || undefined);
			assert.deepEqual(client.publishes, []);
		});

		it('answer the row and column of the cursor', async () => {
			await start();
			client.open(uri, FEMALE);
			const position = { line: 1, character: 16 };
			assert.deepEqual(
				await client.request('cleverDemographics/place', { textDocument: { uri }, position }),
				{
					row: 2,
					column: 'Gender',
					letter: 'E',
					title: "The student's gender",
				},
			);
		});

		it('check again on request', async () => {
			await start();
			client.open(uri, FEMALE);
			await client.published(uri, 1);
			const seen = client.received.length;
			assert.equal(await client.request('cleverDemographics/recheck', { uri }), null);
			assert.equal((await client.published(uri, 1, undefined, seen)).length, 1);
		});
	});
});
