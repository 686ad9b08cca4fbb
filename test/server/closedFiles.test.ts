/** Files that nobody has opened: in folders that the client found, and beside an open file. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type ResponseError } from 'vscode-jsonrpc/node';
import type {
	Diagnostic,
	WorkspaceDiagnosticReport,
	WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import {
	documentFactsNotification,
	fileGoneNotification,
	foundFilesNotification,
	type Status,
	statusNotification,
} from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client, pulls, type StartOptions } from './client';

const ROSTER = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Ash,Bo,F\n';
const FULL_ROSTER = `Student_id,School_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status
1,5,Ash,Bo,F,W,N,English,N,N,N
2,5,Birch,Di,F,W,N,English,N,N,N
`;
const EXT = 'sis_id,ext.migrant_status\n2,Yes\n';

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code).sort();

describe('files that are not open', () => {
	let folder: string;
	let remove: () => void;
	let client: Client;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
	const start = async (options: StartOptions = {}): Promise<void> => {
		client = await Client.start(options);
	};
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});

	const ids = ({ items }: WorkspaceDiagnosticReport): { uri: string; value: string }[] =>
		items.flatMap(({ uri: of, resultId }) => (resultId ? [{ uri: of, value: resultId }] : []));
	const pullAll = (previousResultIds: { uri: string; value: string }[] = []) =>
		client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
	const reportOf = (
		{ items }: WorkspaceDiagnosticReport,
		name: string,
	): WorkspaceDocumentDiagnosticReport | undefined => items.find((item) => item.uri === uri(name));
	const codesOf = (report: WorkspaceDiagnosticReport, name: string): unknown[] => {
		const item = reportOf(report, name);
		assert.ok(item?.kind === 'full', `${name}: ${item?.kind}`);
		assert.equal(item.version, null);
		return codes(item.items);
	};
	let found: readonly string[] = [];
	const findAlso = (...names: readonly string[]): void => {
		found = [...found, ...names.map(uri)];
		client.notify(foundFilesNotification, { uris: found });
	};
	/**
	 * Waits until the server has checked all folders that it knows. It checks one after the other, so the status of a
	 * further one comes last.
	 */
	const rest = async (): Promise<void> => {
		const name = `rest${found.length}/students.csv`;
		mkdirSync(join(folder, name), { recursive: true });
		const from = client.received.length;
		findAlso(name);
		await statusOf(name, () => true, from);
		await client.pull(uri('none.csv'));
	};
	/** Whether a request stays without an answer. Whatever would mark the end of the server's work would answer it. */
	const isHeld = async (request: Promise<unknown>): Promise<boolean> => {
		let isAnswered = false;
		void request.then(() => {
			isAnswered = true;
		});
		await new Promise((resolve) => setTimeout(resolve, 600));
		await client.pull(uri('none.csv'));
		return !isAnswered;
	};
	const gone = (name: string, from = 0): Promise<true> =>
		client.until(
			({ method, params }) =>
				method === fileGoneNotification && (params as { uri: string }).uri === uri(name) ? true : undefined,
			from,
		);
	const statusOf = (
		name: string,
		wanted: (status: Status) => boolean = () => true,
		from = 0,
	): Promise<Status> =>
		client.until(({ method, params }) => {
			const status = params as Status;
			return method === statusNotification && status.uri === uri(name) && wanted(status) ? status : undefined;
		}, from);

	describe('that the client found, and pulls', () => {
		const startWith = (...names: readonly string[]): Promise<void> => {
			found = names.map(uri);
			return start({ capabilities: pulls, initializationOptions: { status: true, found } });
		};

		it('are reported with both files compared, and have a status', async () => {
			write('students.csv', ROSTER.replace('F\n', 'Q\n'));
			write('students_ext.csv', EXT);
			await startWith('students.csv', 'students_ext.csv');
			assert.equal(client.result.capabilities.diagnosticProvider?.workspaceDiagnostics, true);
			const report = await pullAll();
			assert.deepEqual(codesOf(report, 'students.csv'), ['field/unknown-code']);
			assert.deepEqual(codesOf(report, 'students_ext.csv'), [
				'dataset/unknown-student',
				'header/missing-element',
			]);
			assert.equal((await statusOf('students.csv')).counts.error, 1);
			assert.equal((await statusOf('students_ext.csv')).counts.error, 1);
		});

		it('are held back until one changes on the disk; the other is unchanged', async () => {
			write('students.csv', ROSTER);
			write('students_ext.csv', EXT.replace('2,', '1,'));
			await startWith('students.csv', 'students_ext.csv');
			const first = await pullAll();
			assert.deepEqual(codesOf(first, 'students.csv'), []);
			const second = pullAll(ids(first));
			assert.ok(await isHeld(second));
			write('students_ext.csv', EXT);
			const answer = await second;
			assert.deepEqual(reportOf(answer, 'students.csv'), {
				kind: 'unchanged',
				uri: uri('students.csv'),
				version: null,
				resultId: reportOf(first, 'students.csv')?.resultId,
			});
			assert.ok(codesOf(answer, 'students_ext.csv').includes('dataset/unknown-student'));
		});

		it('are not reported again where a change of the text leaves the problems as they were', async () => {
			write('students.csv', ROSTER);
			await startWith('students.csv');
			const first = await pullAll();
			const second = pullAll(ids(first));
			const from = client.received.length;
			write('students.csv', `${ROSTER}7,5,Poe,Cy,M\n`);
			await statusOf('students.csv', ({ records }) => records === 2, from);
			assert.ok(await isHeld(second));
			write('students.csv', 'x');
			await second;
		});

		it('are gone once they are deleted, or the client finds them no more', async () => {
			write('students.csv', ROSTER);
			write('students_ext.csv', EXT);
			await startWith('students.csv', 'students_ext.csv');
			const first = await pullAll();
			rmSync(join(folder, 'students_ext.csv'));
			const second = await pullAll(ids(first));
			assert.deepEqual(codesOf(second, 'students_ext.csv'), []);
			await gone('students_ext.csv');
			const third = pullAll(ids(second));
			client.notify(foundFilesNotification, { uris: [] });
			assert.deepEqual(codesOf(await third, 'students.csv'), []);
			await gone('students.csv');
			assert.ok(await isHeld(pullAll([])));
		});

		it('are looked at when the client finds them later', async () => {
			mkdirSync(join(folder, 'next'));
			write('next/students.csv', ROSTER.replace('F\n', 'Q\n'));
			await startWith();
			const report = pullAll();
			assert.ok(await isHeld(report));
			client.notify(foundFilesNotification, { uris: [uri('next/students.csv')] });
			assert.deepEqual(codesOf(await report, 'next/students.csv'), ['field/unknown-code']);
		});

		it('are left out while they are open, and come back under another id', async () => {
			write('students.csv', ROSTER);
			write('students_ext.csv', EXT);
			await startWith('students.csv', 'students_ext.csv');
			const first = await pullAll();
			const held = pullAll(ids(first));
			client.open(uri('students.csv'), ROSTER.replace('1,5', '2,5'));
			await client.pull(uri('students.csv'));
			const opened = await held;
			assert.equal(reportOf(opened, 'students.csv'), undefined);
			// The unsaved text has the student.
			assert.deepEqual(codesOf(opened, 'students_ext.csv'), ['header/missing-element']);
			const next = pullAll([...ids(opened), { uri: uri('students.csv'), value: '1.0.0' }]);
			client.close(uri('students.csv'));
			const closed = await next;
			assert.deepEqual(codesOf(closed, 'students.csv'), []);
			assert.ok(codesOf(closed, 'students_ext.csv').includes('dataset/unknown-student'));
			assert.notEqual(reportOf(closed, 'students.csv')?.resultId, reportOf(first, 'students.csv')?.resultId);
		});

		it('are cleared when they are closed in a folder that nobody found', async () => {
			await start({ capabilities: pulls });
			const held = pullAll();
			client.open(uri('students.csv'), ROSTER.replace('F\n', 'Q\n'));
			await client.pull(uri('students.csv'));
			assert.ok(await isHeld(held));
			client.close(uri('students.csv'));
			assert.deepEqual(codesOf(await held, 'students.csv'), []);
			assert.ok(await isHeld(pullAll()));
		});

		it('are reported while they are open if the client does not pull them, as those without a tab', async () => {
			write('students.csv', ROSTER);
			write('students_ext.csv', EXT);
			await startWith('students.csv', 'students_ext.csv');
			const first = await pullAll();
			let held = pullAll(ids(first));
			client.open(uri('students.csv'), ROSTER.replace('F\n', 'Q\n'));
			const opened = await held;
			const item = reportOf(opened, 'students.csv');
			assert.ok(item?.kind === 'full');
			assert.deepEqual([item.version, codes(item.items)], [1, ['field/unknown-code']]);
			// A tab is opened and closed: what was pulled stays as it is.
			await client.pull(uri('students.csv'));
			held = pullAll(ids(opened).filter((known) => known.uri !== uri('students.csv')));
			assert.ok(await isHeld(held));
			const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
			client.change(uri('students.csv'), { range, text: '2' });
			const changed = await held;
			assert.deepEqual(codesOf(changed, 'students_ext.csv'), ['header/missing-element']);
			const after = reportOf(changed, 'students.csv');
			assert.deepEqual([after?.kind, after?.version], ['full', 2]);
			assert.ok(await isHeld(pullAll(ids(changed))));
		});

		it('leave out the old side of a diff, and compare nothing with it', async () => {
			write('students.csv', ROSTER);
			await startWith('students.csv');
			const first = await pullAll();
			const held = pullAll(ids(first));
			const path = uri('students.csv').slice('file:'.length);
			const query = encodeURIComponent(JSON.stringify({ path: join(folder, 'students.csv'), ref: '~' }));
			client.open(`git:${path}?${query}`, ROSTER.replace('F\n', 'Q\n'));
			assert.ok(await isHeld(held));
		});

		it('end a held request with its cancellation', async () => {
			write('students.csv', ROSTER);
			await startWith('students.csv');
			const previousResultIds = ids(await pullAll());
			const source = new CancellationTokenSource();
			const held = client.connection.sendRequest('workspace/diagnostic', { previousResultIds }, source.token);
			assert.ok(await isHeld(held.catch(() => {})));
			source.cancel();
			await assert.rejects(held, ({ code }: ResponseError<void>) => code === -32800);
		});

		it('end a held request when the client shuts the server down', async () => {
			await startWith();
			const held = pullAll();
			assert.ok(await isHeld(held));
			// `afterEach` stops the server, which must answer first.
			void client.connection.sendRequest('shutdown');
			assert.deepEqual(await held, { items: [] });
			void client.connection.sendNotification('exit');
			client = await Client.start();
		});

		it('are found under a name in another case, and the exact name comes first', async function () {
			write('Students.csv', ROSTER.replace('F\n', 'Q\n'));
			await startWith('Students.csv');
			const first = await pullAll();
			assert.deepEqual(codesOf(first, 'Students.csv'), ['field/unknown-code', 'file/name']);
			write('students.csv', ROSTER);
			const second = await pullAll(ids(first));
			if (second.items.length === 1) return this.skip();
			assert.deepEqual(codesOf(second, 'students.csv'), []);
			assert.deepEqual(codesOf(second, 'Students.csv'), []);
		});

		it('are those of 50 folders at most', async () => {
			const names = Array.from({ length: 52 }, (_, index) => `d${index}/students.csv`);
			for (const [index, name] of names.entries()) {
				mkdirSync(join(folder, `d${index}`));
				write(name, ROSTER);
			}
			await startWith(...names);
			const { items } = await pullAll();
			assert.deepEqual(
				items.map((item) => item.uri),
				names.slice(0, 50).map(uri),
			);
		});

		const lineBreaks: readonly (readonly [string, string, readonly string[]])[] = [
			['CR alone', FULL_ROSTER.replaceAll('\n', '\r'), ['csv/cr-line-breaks']],
			['mixed line breaks', FULL_ROSTER.replace('\n', '\r\n'), ['csv/mixed-line-breaks']],
			['a byte order mark', `\ufeff${FULL_ROSTER}`, ['csv/byte-order-mark']],
			['a line break in a value', FULL_ROSTER.replace('Bo', '"B\no"').replaceAll(/\n(?!o)/g, '\r\n'), []],
		];
		for (const [what, text, wanted] of lineBreaks) {
			it(`are judged by their bytes as a check on the disk does: ${what}`, async () => {
				write('students.csv', text);
				await startWith('students.csv');
				const status = await statusOf('students.csv', ({ readiness }) => readiness !== undefined);
				const isReady = !wanted.some((code) => code.endsWith('line-breaks'));
				assert.equal(status.readiness?.state, isReady ? 'ready' : 'review');
				assert.deepEqual(codesOf(await pullAll(), 'students.csv'), wanted);
			});
		}

		it('are not ready where a copy has the name of neither', async () => {
			write('students.csv', FULL_ROSTER);
			write('students_ext - Copy.csv', EXT);
			await startWith('students.csv');
			const { readiness } = await statusOf('students.csv', (status) => status.readiness !== undefined);
			assert.deepEqual(
				[readiness?.state, readiness?.reasons.map(({ id, message }) => [id, message])],
				[
					'review',
					[['file-name', '"students_ext - Copy.csv" is not sent: Clever expects exactly students_ext.csv.']],
				],
			);
		});

		it('have a status where none of a folder can be read', async () => {
			mkdirSync(join(folder, 'students.csv'));
			await startWith('students.csv');
			const { readiness } = await statusOf('students.csv');
			assert.deepEqual(
				[readiness?.state, readiness?.reasons.map(({ id, message }) => [id, message])],
				['review', [['not-compared', 'students.csv cannot be read, so it was not checked.']]],
			);
			const from = client.received.length;
			client.notify(foundFilesNotification, { uris: [] });
			await gone('students.csv', from);
		});

		it('are gone where their folder leaves while it is checked', async () => {
			write('students.csv', `${ROSTER}${'1,5,Ash,Bo,F\n'.repeat(100_000)}`);
			mkdirSync(join(folder, 'first'));
			write('first/students.csv', ROSTER);
			await startWith('first/students.csv', 'students.csv');
			// The check of the next folder follows at once.
			await statusOf('first/students.csv');
			found = [];
			client.notify(foundFilesNotification, { uris: found });
			await rest();
			const last = (): string | undefined =>
				client.received.findLast(({ params }) => (params as { uri?: string }).uri === uri('students.csv'))
					?.method;
			// The check may have ended before; then the second change of a file within half a second waits.
			if (last() === statusNotification) await gone('students.csv');
			assert.notEqual(last(), statusNotification);
		});

		it('know what the client tells of the open file beside them', async () => {
			write('students_ext.csv', EXT);
			await startWith('students_ext.csv');
			client.open(uri('students.csv'), ROSTER);
			await statusOf('students_ext.csv');
			const facts = { uri: uri('students.csv'), encoding: 'utf8' };
			const has = ({ readiness }: Status): boolean =>
				readiness?.reasons.some(({ id }) => id === 'unsaved') ?? false;
			client.notify(documentFactsNotification, { ...facts, isDirty: true });
			await statusOf('students_ext.csv', has);
			const from = client.received.length;
			client.notify(documentFactsNotification, { ...facts, isDirty: false });
			await statusOf('students_ext.csv', (status) => !has(status), from);
		});

		it('follow the settings', async () => {
			write('students.csv', ROSTER.replace('F\n', 'Q\n'));
			await startWith('students.csv');
			const first = await pullAll();
			const settings = { cleverDemographics: { rules: { 'field/unknown-code': 'off' } } };
			client.notify('workspace/didChangeConfiguration', { settings });
			assert.deepEqual(codesOf(await pullAll(ids(first)), 'students.csv'), []);
		});
	});
});
