import assert from 'node:assert/strict';
import { withDecision } from '../../../client/src/import/decisions';
import type { ImportDecision } from '../../../client/src/import/messages';
import type { Mapping } from '../../../server/src/protocol';

const decided: Mapping = {
	delimiter: ';',
	columns: { Gender: 'Sex', Race: null },
	codeTables: { Gender: 'California' },
	codes: { Gender: { '1': 'M' }, Race: { '7': 'W' } },
};

describe('a decision on an import', () => {
	it('leaves the ones before it as they are, so that they can be restored', () => {
		const before = structuredClone(decided);
		withDecision(decided, { kind: 'code', element: 'Gender', value: '2', code: 'F' });
		withDecision(decided, { kind: 'column', element: 'Gender', from: null });
		assert.deepEqual(decided, before);
	});

	it('on a value that belongs in another column empties its own, and feeds the other from both', () => {
		const change: ImportDecision = {
			kind: 'belongsIn',
			element: 'Race',
			value: 'H',
			to: 'Hispanic_Latino',
			from: ['ethnicity'],
			toFrom: ['fedethnicity', 'ethnicity'],
		};
		assert.deepEqual(withDecision({ codes: { Race: { C: 'W' } } }, change), {
			columns: { Race: 'ethnicity', Hispanic_Latino: ['fedethnicity', 'ethnicity'] },
			codes: { Race: { C: 'W', H: '' } },
		});
	});

	it('on a column forgets what the values of the other column mean', () => {
		const after = withDecision(decided, { kind: 'column', element: 'Gender', from: 'Gender code' });
		assert.deepEqual(after, {
			delimiter: ';',
			columns: { Race: null, Gender: 'Gender code' },
			codes: { Race: { '7': 'W' } },
		});
	});

	it('on a column takes its flags away, and flags take its column away', () => {
		const flags = { White: 'W', Asian: 'A' };
		const flagged = withDecision(decided, { kind: 'flags', element: 'Race', flags });
		assert.deepEqual([flagged.flags, flagged.columns], [{ Race: flags }, { Gender: 'Sex' }]);
		const joined = withDecision(flagged, { kind: 'column', element: 'Race', from: ['Race 1', 'Race 2'] });
		assert.deepEqual([joined.flags, joined.columns?.Race], [undefined, ['Race 1', 'Race 2']]);
		assert.equal(withDecision(flagged, { kind: 'flags', element: 'Race', flags: null }).flags, undefined);
	});

	it('on no column stays, and one that is taken back is understood anew', () => {
		const none = withDecision({}, { kind: 'column', element: 'Gender', from: null });
		assert.deepEqual(none, { columns: { Gender: null } });
		assert.deepEqual(withDecision(none, { kind: 'column', element: 'Gender', from: undefined }), {});
	});

	it('on values adds their codes; one that is taken back is open again', () => {
		const two = withDecision(decided, { kind: 'codes', element: 'Gender', codes: { '2': 'F', '3': null } });
		assert.deepEqual(two.codes?.Gender, { '1': 'M', '2': 'F', '3': null });
		const one = withDecision(two, { kind: 'code', element: 'Gender', value: '1', code: undefined });
		assert.deepEqual(one.codes?.Gender, { '2': 'F', '3': null });
	});

	it('on a blank is kept also where the field stays empty', () => {
		const empty = withDecision({}, { kind: 'blank', element: 'Ell_status', code: '' });
		assert.deepEqual(empty, { codes: { Ell_status: { '': '' } } });
		assert.deepEqual(withDecision(empty, { kind: 'blank', element: 'Ell_status', code: undefined }), {});
	});

	it('on the format, the system and a table of codes can be taken back', () => {
		assert.deepEqual(withDecision({}, { kind: 'format', format: { sheet: 'Students' } }), {
			sheet: 'Students',
		});
		const { delimiter } = withDecision(decided, { kind: 'format', format: { delimiter: undefined } });
		assert.equal(delimiter, undefined);
		const picked = withDecision({}, { kind: 'system', system: 'PowerSchool' });
		assert.deepEqual(picked, { system: 'PowerSchool' });
		assert.deepEqual(withDecision(picked, { kind: 'system', system: null }), {});
		const table = withDecision({}, { kind: 'codeTable', element: 'Race', table: 'Texas' });
		assert.deepEqual(table, { codeTables: { Race: 'Texas' } });
		assert.deepEqual(withDecision(table, { kind: 'codeTable', element: 'Race', table: null }), {});
		assert.deepEqual(withDecision(decided, { kind: 'startOver' }), {});
	});

	it('takes any header and any value', () => {
		const named = withDecision({}, { kind: 'code', element: '__proto__', value: '__proto__', code: 'M' });
		assert.equal(JSON.stringify(named), '{"codes":{"__proto__":{"__proto__":"M"}}}');
		const again = withDecision(named, {
			kind: 'code',
			element: '__proto__',
			value: 'constructor',
			code: 'F',
		});
		assert.equal(JSON.stringify(again), '{"codes":{"__proto__":{"__proto__":"M","constructor":"F"}}}');
	});
});
