import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import type { CoverageReport, FolderState, Readiness, Status } from '../../server/src/protocol';
import { Client } from './client';

const roster = 'file:///d/students.csv';
const ext = 'file:///d/students_ext.csv';
const ROSTER_HEADER =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
const ROSTER = `${ROSTER_HEADER}\n1,1,Doe,Sam,F,W,N,English,N,N,N\n1,2,Doe,Ann,F,W,N,English,N,N,N\n`;
const EXT_HEADER =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';
const EXT = `${EXT_HEADER}\n1,No,No,,No,Yes,No,No\n2,No,No,,No,No,No,No\n`;

const start = (): Promise<Client> => Client.start({ initializationOptions: { status: true } });
const idsOf = (readiness: Readiness | undefined): string[] | undefined =>
	readiness && [readiness.state, ...readiness.reasons.map(({ id }) => id)];

/** Waits until the last status of a file has these ids: its state, then its reasons. */
function untilStatus(client: Client, uri: string, ids: readonly string[]): Promise<unknown> {
	const isLast = (): true | undefined => {
		const statuses = client.received.filter(
			({ method, params }) => method === 'cleverDemographics/status' && (params as Status).uri === uri,
		);
		const last = statuses.at(-1)?.params as Status | undefined;
		return JSON.stringify(idsOf(last?.readiness)) === JSON.stringify(ids) ? true : undefined;
	};
	return isLast() ? Promise.resolve() : client.until(isLast);
}

async function lensOf(client: Client, uri: string): Promise<string | undefined> {
	const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
	return lens?.command?.title;
}

describe('the readiness of a folder', () => {
	it('is in the status of both files, and is sent again for one when the other changes', async () => {
		const client = await start();
		client.open(roster, ROSTER);
		await untilStatus(client, roster, ['ready']);
		client.open(ext, EXT);
		await untilStatus(client, ext, ['ready']);
		await untilStatus(client, roster, ['ready']);
		const value = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };
		client.change(ext, { range: value, text: 'Nope' });
		await untilStatus(client, roster, ['errors', 'errors']);
		await untilStatus(client, ext, ['errors', 'errors']);
		assert.equal(await lensOf(client, roster), '2 students · students_ext.csv has 1 error');
		assert.equal(await lensOf(client, ext), '2 students · 1 error');
		await client.stop();
	});

	it('knows of unsaved changes and of the encoding what the client tells, and nothing where it tells nothing', async () => {
		const client = await start();
		client.open(roster, ROSTER);
		client.open(ext, EXT);
		await untilStatus(client, ext, ['ready']);
		const facts = { uri: roster, isDirty: true, encoding: 'windows1252' };
		client.notify('cleverDemographics/documentFacts', facts);
		await untilStatus(client, ext, ['review', 'encoding', 'unsaved']);
		await untilStatus(client, roster, ['review', 'encoding', 'unsaved']);
		assert.equal(await lensOf(client, ext), '2 students · 2 things to review');
		client.notify('cleverDemographics/documentFacts', { ...facts, isDirty: false, encoding: 'utf8bom' });
		await untilStatus(client, ext, ['ready']);
		assert.equal(await lensOf(client, roster), '2 students · ready to upload');
		await client.stop();
	});

	it('is never ready for an open file with CR alone, where the editor shows it as it is', async () => {
		const client = await start();
		client.open(roster, ROSTER.replaceAll('\n', '\r'));
		await untilStatus(client, roster, ['review', 'warnings']);
		const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
		client.change(roster, { range: all, text: ROSTER });
		await untilStatus(client, roster, ['ready']);
		await client.stop();
	});

	it('forgets what it was told of a document that is closed', async () => {
		const client = await start();
		client.open(roster, ROSTER);
		client.notify('cleverDemographics/documentFacts', { uri: roster, isDirty: true, encoding: 'utf8' });
		await untilStatus(client, roster, ['review', 'unsaved']);
		client.close(roster);
		client.open(roster, ROSTER);
		assert.equal(await lensOf(client, roster), '2 students · ready to upload');
		await client.stop();
	});

	it('stands in the state of the folder, and in the report; a report for handing on tells no count', async () => {
		const settings = { acceptedValues: { Race: ['Martian'] } };
		const client = await Client.start({ initializationOptions: { settings } });
		const more = Array.from({ length: 8 }, (_, at) => `1,${at + 3},Doe,Ann,F,W,N,English,N,N,N\n`).join('');
		client.open(roster, ROSTER.replace(',F,W', ',F,Martian').replace(',IEP_status', ',IEP') + more);
		client.open(ext, `${EXT_HEADER}\n1,,,,,,,\n2,,,,,,,\n`);
		const { readiness } = await client.request<FolderState>('cleverDemographics/folderState', { uri: ext });
		assert.deepEqual([...new Set(idsOf(readiness))].sort(), [
			'accepted-values',
			'lookalike-column',
			'missing-category',
			'nothing-filled',
			'review',
		]);
		const report = (suppress: boolean): Promise<CoverageReport> =>
			client.request('cleverDemographics/report', { uri: roster, suppress });
		assert.deepEqual((await report(false)).readiness, readiness);
		const shared = (await report(true)).readiness;
		assert.equal(shared?.state, 'review');
		// That a file has no values, or that a column has accepted ones, would tell a zero or a one.
		assert.deepEqual(new Set(idsOf(shared)), new Set(['lookalike-column', 'missing-category', 'review']));
		assert.doesNotMatch(JSON.stringify(shared), /\d|Martian/);
		await client.stop();
	});

	it('counts the students that the report counts, where a letter of a row is lost or an ID starts with a space', async () => {
		const client = await start();
		client.open(roster, `${ROSTER} 3,3,M\ufffd,Al,F,W,N,English,N,N,N\n1, 4,Po,Bo,F,W,N,English,N,N,N\n`);
		const { students } = await client.request<CoverageReport>('cleverDemographics/report', { uri: roster });
		assert.equal(students, 4);
		assert.match((await lensOf(client, roster)) ?? '', /^4 students · /);
		await client.stop();
	});
});
