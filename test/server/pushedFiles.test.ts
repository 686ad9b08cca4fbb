/** The files beside an open one that are not open themselves, to a client that diagnostics are pushed to. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client } from './client';

const ROSTER = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Ash,Bo,F\n';
const EXT = 'sis_id,ext.migrant_status\n2,Yes\n';

describe('files beside an open file, to a client that is pushed to', () => {
	let folder: string;
	let remove: () => void;
	let client: Client;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	beforeEach(async () => {
		({ path: folder, remove } = temporaryFolder());
		writeFileSync(join(folder, 'students_ext.csv'), EXT);
		client = await Client.start();
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});

	const published = (name: string, wanted: readonly string[], from = 0): Promise<true> =>
		client.until(({ method, params }) => {
			const { uri: of, version, diagnostics } = params as PublishDiagnosticsParams;
			if (method !== 'textDocument/publishDiagnostics' || of !== uri(name)) return undefined;
			const is =
				version === undefined &&
				JSON.stringify(diagnostics.map(({ code }) => code).sort()) === JSON.stringify(wanted);
			return is ? true : undefined;
		}, from);

	it('are published, follow the open one, and are cleared with the last one of the folder', async () => {
		client.open(uri('students.csv'), ROSTER);
		await published('students_ext.csv', ['dataset/unknown-student', 'header/missing-element']);
		const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
		client.change(uri('students.csv'), { range, text: '2' });
		await published('students_ext.csv', ['header/missing-element']);
		const from = client.received.length;
		client.close(uri('students.csv'));
		await published('students_ext.csv', [], from);
	});

	it('are published once when they are opened', async () => {
		client.open(uri('students.csv'), ROSTER);
		await published('students_ext.csv', ['dataset/unknown-student', 'header/missing-element']);
		const from = client.received.length;
		const published1 = (count: number): Promise<unknown> =>
			client.published(uri('students_ext.csv'), 1, (found) => found.length === count, from);
		client.open(uri('students_ext.csv'), EXT);
		await published1(2);
		// Whatever follows the opening comes before what follows the roster's change.
		const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
		client.change(uri('students.csv'), { range, text: '2' });
		await published1(1);
		const since = client.received.slice(from).map(({ params }) => params as PublishDiagnosticsParams);
		const versions = since
			.filter((publish) => publish.uri === uri('students_ext.csv'))
			.map((it) => it.version);
		assert.deepEqual(new Set(versions), new Set([1]));
	});
});
