import assert from 'node:assert/strict';
import { type Decision, decisionsIn } from '../../server/src/check/decisions';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { runToEnd } from '../../server/src/work/runToEnd';
import { applied, checkerOf } from '../support/checking';

const HEADER = 'Student_id,School_id,Last_name,First_name,Password,Race,Gender';

function decided(text: string, table = 'students.csv', sibling?: string) {
	const checker = checkerOf(table, text, {}, { sibling });
	checker.run();
	return { checker, decisions: runToEnd(decisionsIn(checker)) };
}

const short = ({ rule, column, value, rows, record }: Decision) => [rule.id, column, value, rows, record];

describe('decisions', () => {
	it('are what Fix All leaves: column and value once, with the reason and the number of rows', () => {
		const text = `${HEADER}\n1,5,Reyes,Ana,,7,Female\n2,5,Boone,Lee,,7,zz\n3,5,Ash,Bo,,H,m\n4,5,Ash,Al,,7,7\n`;
		const { checker, decisions } = decided(text);
		assert.deepEqual(decisions.map(short), [
			['field/unknown-code', 5, '7', 3, 1],
			['field/unknown-code', 6, 'zz', 1, 2],
			['field/unknown-code', 5, 'H', 1, 3],
			['field/unknown-code', 6, '7', 1, 4],
		]);
		assert.match(decisions[0]?.message ?? '', /^Race has no code 7\./);
		assert.equal(checker.tally.decisions, 4);
		const after = decided(applied(text, fixAllEdits(checker)));
		assert.deepEqual([after.checker.tally.decisions, after.checker.tally.fixable], [4, 0]);
	});

	it('are one for each row whose commas and quotes are at fault', () => {
		const { checker, decisions } = decided(
			`${HEADER}\n1,5,Reyes,Ana,,B\n2,5,Boone,Lee,,W\n3,5,"Ash" Jr,Bo,,W,F\n4,5,"Ash" Sr,Al,,W,F\n`,
		);
		assert.deepEqual(decisions.map(short), [
			['csv/field-count', 5, undefined, 1, 1],
			['csv/field-count', 5, undefined, 1, 2],
			['csv/text-after-quote', 2, undefined, 1, 3],
			['csv/text-after-quote', 2, undefined, 1, 4],
		]);
		assert.equal(checker.tally.decisions, 4);
	});

	it('are one for a row with two faults, and stay so when rows move and are repaired', () => {
		const row = '1,5,"Ash" Jr,"Bo" Lee,,W,F\n';
		const text = `${HEADER}\n${row}${row.replace('1', '2')}`;
		const { checker, decisions } = decided(text);
		assert.deepEqual(decisions.map(short), [
			['csv/text-after-quote', 2, undefined, 2, 1],
			['csv/text-after-quote', 2, undefined, 2, 2],
		]);
		const { document } = checker;
		const place = document.positionAt(HEADER.length + 1);
		document.update([{ range: { start: place, end: place }, text: row.replace('1', '3') }], 2);
		checker.run();
		assert.equal(checker.tally.decisions, 3);
		const end = document.positionAt(document.length);
		document.update([{ range: { start: place, end }, text: '1,5,Ash,Bo,,W,F\n' }], 3);
		checker.run();
		assert.equal(checker.tally.decisions, 0);
	});

	it('are none for a note that asks for none: a category without a column, IDEA without a type', () => {
		const { checker, decisions } = decided(
			'sis_id,ext.idea_indicator,ext.primary_disability_type\n1,Yes,\n',
			'students_ext.csv',
			`${HEADER}\n1,5,Ash,Bo,,W,F\n`,
		);
		assert.ok(checker.tally.counts.information > 0);
		assert.deepEqual([decisions, checker.tally.decisions], [[], 0]);
	});

	it('hold a value outside of the list of Amplify, which is a note too', () => {
		const { checker, decisions } = decided(`${HEADER}\n1,5,Ash,Bo,,Unknown,F\n2,5,Ash,Al,,Unknown,F\n`);
		assert.deepEqual(decisions.map(short), [['field/unlisted-code', 5, 'Unknown', 2, 1]]);
		assert.equal(checker.tally.decisions, 1);
	});

	it('hold for IDs that the other file does not have, and not for the cause that many rows share', () => {
		const ids = Array.from({ length: 12 }, (_, id) => `${id + 1}`);
		const roster = `Student_id,School_id,Last_name,First_name\n${ids.map((id) => `0${id},5,A,B\n`).join('')}`;
		const ext = `sis_id,ext.title_i\n${ids.map((id) => `${id},Yes\n`).join('')}99,Yes\n99,No\n`;
		const { checker, decisions } = decided(ext, 'students_ext.csv', roster);
		assert.deepEqual(decisions.map(short), [
			['dataset/unknown-student', 0, '99', 2, 13],
			['table/duplicate-key', 0, '99', 1, 14],
		]);
		assert.equal(checker.tally.decisions, decisions.length);
	});

	it('never hold a password', () => {
		const { decisions } = decided(
			`${HEADER}\n1,5,Reyes,Ana,=secret,W,F\n2,5,Reyes,Ana,${'s'.repeat(300)},W,F\n`,
		);
		assert.ok(
			!JSON.stringify(decisions.map((one) => ({ ...one, rule: one.rule.id }))).includes('s'.repeat(20)),
		);
		assert.ok(decisions.every(({ value }) => !value?.includes('secret')));
	});
});
