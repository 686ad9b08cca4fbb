import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import {
	closeListRequest,
	type FillByRuleAnswer,
	type FillColumnsAnswer,
	type FillFromListAnswer,
	fillByRuleRequest,
	fillColumnsRequest,
	fillFromListRequest,
	type ListValuesAnswer,
	listValuesRequest,
	type OpenListAnswer,
	openListRequest,
} from '../../server/src/protocol';
import { edited } from '../support/features';
import { Client } from './client';

const rosterUri = 'file:///district/students.csv';
const extensionUri = 'file:///district/students_ext.csv';
const rosterText = 'Student_id,IEP_status\n0101,Y\n0102,N\n';
const extensionText = 'sis_id,ext.idea_indicator,ext.primary_disability_type\n0101,,\n0102,No,\n';
const files = {
	roster: { uri: rosterUri, version: 1 },
	extension: { uri: extensionUri, version: 1 },
};
const rule = {
	when: { column: 'IEP_status', is: ['Y'] },
	set: { column: 'ext.idea_indicator', code: 'Yes' },
	else: 'No',
	onlyWhereEmpty: true,
};
const saved = { name: 'IDEA', when: rule.when, set: rule.set };

describe('the requests that fill columns', () => {
	let client: Client;
	beforeEach(async () => {
		const fillRules = [saved, { ...saved, set: { column: 'ext.idea', code: 'Yes' } }, { nam: 'x' }];
		client = await Client.start({ initializationOptions: { settings: { fillRules } } });
		client.open(rosterUri, rosterText);
		client.open(extensionUri, extensionText);
	});
	afterEach(() => client.stop());

	const ask = <A>(method: string, params: object): Promise<A> =>
		client.connection.sendRequest<A>(method, { ...files, ...params });

	it('list the columns of both files, and say which saved rules can be used', async () => {
		const answer = await ask<FillColumnsAnswer>(fillColumnsRequest, {});
		assert.ok('columns' in answer);
		const found = answer.columns.find(({ column }) => column === 'ext.idea_indicator');
		assert.deepEqual([found?.fileName, found?.filled, found?.empty], ['students_ext.csv', 1, 1]);
		const missing = answer.columns.find(({ column }) => column === 'Gender');
		assert.deepEqual([missing?.fileName, missing?.index], ['students.csv', undefined]);
		assert.deepEqual(
			answer.saved.map(({ problem }) => problem),
			[undefined, 'No file has a column ext.idea.', 'This rule has no name.'],
		);
	});

	it('count in a preview, and then answer edits of the one file that changes', async () => {
		const preview = await ask<FillByRuleAnswer>(fillByRuleRequest, { rule, preview: true });
		assert.ok('counts' in preview);
		assert.deepEqual([preview.files, preview.counts.changed], [[], 1]);
		const answer = await ask<FillByRuleAnswer>(fillByRuleRequest, { rule, preview: false });
		assert.ok('files' in answer);
		assert.deepEqual(
			answer.files.map(({ uri, edits }) => [uri, edited(extensionText, edits as TextEdit[])]),
			[[extensionUri, extensionText.replace('0101,,', '0101,Yes,')]],
		);
	});

	it('refuse a file that has changed since the preview, of either of the two', async () => {
		client.change(rosterUri, { text: rosterText });
		const answer = await ask<FillByRuleAnswer>(fillByRuleRequest, { rule, preview: false });
		assert.ok('problem' in answer);
		assert.match(answer.problem, /^students\.csv changed in the meantime/);
	});

	it('fill from a list, in which the zeros are lost', async () => {
		const bytes = Buffer.from('ID;Disability\r\n101;Autism\r\n102;Deafness\r\n').toString('base64');
		const list = await ask<OpenListAnswer>(openListRequest, { list: 1, name: 'list.csv', bytes });
		assert.ok('ids' in list);
		assert.deepEqual(
			list.ids.map(({ column, key, exact, zeros, samples }) => [column, key, exact, zeros, samples[0]]),
			[[0, 'Student_id', 0, 2, ['101', '0101']]],
		);
		const target = { from: 1, column: 'ext.primary_disability_type' };
		const values = await ask<ListValuesAnswer>(listValuesRequest, { list: 1, target });
		assert.ok('values' in values);
		assert.equal(values.values[0]?.value, 'Deafness');
		const choice = {
			ids: { column: 0, key: 'Student_id' },
			mindZeros: false,
			targets: [target],
			onlyWhereEmpty: true,
		};
		const answer = await ask<FillFromListAnswer>(fillFromListRequest, { list: 1, choice, preview: false });
		assert.ok('files' in answer);
		const [file] = answer.files;
		assert.equal(
			edited(extensionText, file?.edits as TextEdit[]),
			extensionText.replace('0101,,', '0101,,AUT'),
		);
		await client.connection.sendRequest(closeListRequest, { list: 1 });
		const closed = await ask<FillFromListAnswer>(fillFromListRequest, { list: 1, choice, preview: false });
		assert.ok('problem' in closed);
	});

	it('say what is wrong with a list that cannot be used', async () => {
		const open = (text: string) =>
			ask<OpenListAnswer>(openListRequest, {
				list: 2,
				name: 'list.csv',
				bytes: Buffer.from(text).toString('base64'),
			});
		for (const text of ['', 'ID,D\n', 'ID,D\n"1,AUT\n', '\0\x01\0', 'PK\x03\x04']) {
			const answer = await open(text);
			assert.ok('problem' in answer && answer.problem.length > 10, JSON.stringify(answer));
		}
		const foreign = await open('Name,Note\nAnn,x\n');
		assert.ok('ids' in foreign);
		assert.deepEqual(foreign.ids, []);
	});
});
