import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import type { Checker } from '../../server/src/check/live/checker';
import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import { diagnostics } from '../../server/src/features/diagnostics';
import { runToEnd } from '../../server/src/work/runToEnd';
import { check, checkerOf, type Found, faults, foundBy, ofRule, only } from '../support/checking';
import { actionsOn, afterAction, titles } from '../support/features';

const HEADER = 'Student_id,Student_number,State_id,School_id,Last_name,First_name';
const roster = (...ids: readonly string[]): string =>
	`${HEADER}\n${ids.map((id, at) => `${id},N${at},S${at},5,Reyes,Ana\n`).join('')}`;
const ext = (...ids: readonly string[]): string =>
	`sis_id,ext.title_i\n${ids.map((id) => `${id},Yes\n`).join('')}`;
const found = (text: string, siblingText: string): readonly Found[] =>
	check('students_ext.csv', text, {}, { sibling: siblingText });

describe('an ID that no student has', () => {
	const of = (text: string, siblingText: string): Found =>
		only(found(text, siblingText), 'dataset/unknown-student');

	it('is reported unless it is exactly the ID of a student; a student without a row is not', () => {
		const one = of(ext('1001', '1002'), roster('1001', '1003'));
		assert.deepEqual([one.record, one.column, one.text, one.severity], [2, 0, '1002', 'error']);
		assert.match(one.message, /^No student in students\.csv has the Student_id 1002\. /);
		assert.deepEqual(faults(found(ext('1001'), roster('1001', '1001', '7'))), []);
	});

	it('is matched with another ID of a student', () => {
		for (const [id, column] of [
			['N1', 'Student_number'],
			['S1', 'State_id'],
		] as const) {
			const one = of(ext(id), roster('1001', '1002'));
			assert.match(
				one.message,
				new RegExp(`^"${id}" is a ${column} in students\\.csv, not a Student_id\\. Use 1002\\.$`),
			);
			assert.deepEqual(
				one.fixes.map(({ value, preferred }) => [value, preferred]),
				[['1002', true]],
			);
		}
	});

	it('has no preferred fix if it may mean two students', () => {
		const text = `${HEADER}\n1001,77,1,5,Reyes,Ana\n1002,78,77,5,Poe,Bo\n`;
		const one = of(ext('77'), text);
		assert.deepEqual(
			one.fixes.map(({ value, preferred }) => [value, preferred]),
			[
				['1001', false],
				['1002', false],
			],
		);
		assert.match(one.message, / Use 1001 or 1002\.$/);
	});

	it('counts once after its row was edited while another student had the ID', () => {
		const students = checkerOf('students.csv', roster('9'));
		const checker = checkerOf('students_ext.csv', ext('1', '01'));
		checker.compareWith(new LiveRoster(students));
		assert.ok(checker.run());
		const replaceLine = ({ document }: Checker, line: number, text: string): void => {
			const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
			document.update([{ range, text }], document.version + 1);
			assert.ok(checker.run());
		};
		const rows = roster('1', '01').split('\n');
		replaceLine(students, 1, `${rows[1]}\n${rows[2]}\n`);
		assert.equal(checker.tally.counts.error, 0);
		replaceLine(checker, 2, '01,No\n');
		replaceLine(students, 1, '');
		assert.equal(checker.tally.counts.error, 1);
		assert.deepEqual(
			foundBy(checker)
				.filter(({ severity }) => severity === 'error')
				.map(({ text }) => text),
			['1'],
		);
	});

	it('is matched with an ID that differs by leading zeros, dropped or added', () => {
		assert.equal(of(ext('123'), roster('00123')).fixes[0]?.value, '00123');
		assert.equal(of(ext('00123'), roster('123')).fixes[0]?.value, '123');
		assert.equal(of(ext('0123'), roster('00123')).fixes[0]?.value, '00123');
		assert.equal(of(ext('0123'), roster('123 ')).fixes[0]?.value, '123', 'as on the command line');
		assert.deepEqual(of(ext('A1'), roster('0A1')).fixes, []);
	});

	it('is not reported if the ID or a row of the roster is broken', () => {
		assert.deepEqual(faults(found(ext(' 1001'), roster('1001'))), ['field/outer-blank 2:1']);
		assert.deepEqual(faults(found(ext('1.23E+05'), roster('1001'))), ['field/mangled-id 2:1']);
		assert.deepEqual(faults(found(ext('1002'), `${roster('1001')}1002,too,few\n`)), []);
		for (const id of [' 1001 ', ' 1001', '1001 ', '1001\t', '1001\u00a0']) {
			assert.deepEqual(faults(found(ext('1001'), roster(id))), [], JSON.stringify(id));
		}
	});

	it('is not reported if an extra or a missing comma has moved the ID in the roster', () => {
		const siblingText =
			'Last_name,First_name,Student_id,School_id\nPoe, Jr,Bo,1002,5\nVale,1003,5\nKim,Cy,1004,5\n';
		assert.deepEqual(faults(found(ext('1002', '1003', '1004', '1005'), siblingText)), [
			'dataset/unknown-student 5:1',
		]);
	});

	it('is not reported if a quote in the roster has swallowed the row of the student', () => {
		const text = `${HEADER}\n1,,,5,"Reyes,Ana\n2,,,5,Boone,Lee\n3,,,5,Poe",Bo\n4,,,5,Cox,Di\n`;
		assert.deepEqual(faults(found(ext('1', '2', '3', '4', '7'), text)), ['dataset/unknown-student 6:1']);
	});

	it('is matched with an ID that Excel has changed in the same way in the roster', () => {
		const fixesOf = (id: string, ...known: readonly string[]) =>
			only(found(ext(id), roster(...known)), 'field/mangled-id').fixes.map(({ value, preferred }) => [
				value,
				preferred,
			]);
		assert.deepEqual(fixesOf('10216.0', '10216'), [['10216', false]]);
		assert.deepEqual(fixesOf('1.23E+05', '123000'), [['123000', false]]);
		assert.deepEqual(fixesOf('1E+2', '100'), [['100', false]]);
		assert.deepEqual(fixesOf('1.23E+05', '123456'), []);
		assert.deepEqual(fixesOf('10216.0', '10217'), []);
	});

	it('is not matched if the roster has no students', () => {
		for (const siblingText of ['', 'Last_name,First_name\nReyes,Ana\n', 'Student_id;School_id\n1;5\n'])
			assert.deepEqual(faults(found(ext('1'), siblingText)), []);
	});

	it('is summed up once for ten or more rows of one cause, with a fix for all', () => {
		const lost = (count: number) => Array.from({ length: count }, (_, at) => String(101 + at));
		const full = (count: number) => roster(...lost(count).map((id) => `00${id}`));
		const nine = ofRule('dataset/unknown-student', found(ext(...lost(9)), full(9)));
		assert.deepEqual(
			nine.map(({ record }) => record),
			[1, 2, 3, 4, 5, 6, 7, 8, 9],
		);
		const ten = ofRule('dataset/unknown-student', found(ext(...lost(10)), full(10)));
		assert.equal(ten.filter(({ record }) => record === 0).length, 1);
		assert.equal(ten.length, 11);
		assert.match(ten[0]?.message ?? '', /^10 IDs .* leading zeros/);
		const checker = checkerOf('students_ext.csv', ext(...lost(10)), {}, { sibling: full(10) });
		checker.run();
		const actions = actionsOn(checker, 'sis_id');
		const title = 'Fix All 10 Problems in sis_id';
		assert.ok(titles(actions).includes(title), titles(actions).join());
		const fixedText = afterAction(checker, actions, title);
		assert.equal(fixedText, ext(...lost(10).map((id) => `00${id}`)));
	});

	it('does not count the summary as a row', () => {
		const ids = Array.from({ length: 30 }, (_, at) => String(101 + at));
		const siblingText = roster(...ids.map((id) => `00${id}`));
		const checker = checkerOf('students_ext.csv', ext(...ids), {}, { sibling: siblingText });
		checker.run();
		const messages = diagnostics(checker, { ruleUri: () => undefined, most: 20 }).map(({ message }) =>
			String(message),
		);
		assert.ok(
			messages.some((message) => message === 'The student is not in students.csv: 30 rows in sis_id.'),
			messages.join('\n'),
		);
		const { problems } = reportOf(runToEnd(countStudents({ extension: checker })), [checker]);
		assert.equal(problems.find(({ rule }) => rule === 'dataset/unknown-student')?.found, 30);
	});
});

describe('a value in both files', () => {
	const both = (here: string, ...there: readonly string[]): readonly Found[] =>
		found(
			`sis_id,ext.migrant_status,ext.note\n1001,${here}\n`,
			`Student_id,School_id,Last_name,First_name,Ext.Migrant_Status,ext.note\n${there.map((value) => `1001,5,Reyes,Ana,${value}\n`).join('')}`,
		);
	const conflicts = (all: readonly Found[]): Found[] => ofRule('dataset/conflicting-value', all);

	it('is a conflict if it differs, also in the column of another partner', () => {
		const [one, ...more] = conflicts(both('Yes,a', 'No,a'));
		assert.deepEqual([one?.record, one?.column, one?.severity, more], [1, 1, 'warning', []]);
		assert.equal(one?.message.includes('"Yes" here but "No" in students.csv'), true);
		assert.deepEqual(
			conflicts(both('Yes,a', 'Yes,b')).map(({ column }) => column),
			[2],
		);
	});

	it('is not a conflict if both mean the same or one of them is empty', () => {
		for (const [here, there] of [
			['Yes,a', 'yes,a'],
			['Yes,', ',b'],
			[',a', 'No,'],
			['null,a', 'No,a'],
			['Yes,N/A', 'Yes,b'],
			['Yes, a ', 'Yes,a'],
		] as const)
			assert.deepEqual(conflicts(both(here, there)), []);
	});

	it('is a conflict if any row of the student differs', () => {
		assert.equal(conflicts(both('Yes,a', 'Yes,a', 'No,a')).length, 1);
	});
});

describe('IDEA without an IEP', () => {
	const idea = (here: string, ...iep: readonly string[]): readonly Found[] =>
		ofRule(
			'dataset/idea-without-iep',
			found(
				`sis_id,ext.idea_indicator\n1001,${here}\n`,
				`Student_id,School_id,Last_name,First_name,IEP_status\n${iep.map((one) => `1001,5,Reyes,Ana,${one}\n`).join('')}`,
			),
		);

	it('is reported across both files', () => {
		const [one] = idea('Yes', 'N');
		assert.deepEqual([one?.record, one?.column, one?.severity], [1, 1, 'information']);
		assert.deepEqual(
			[...idea('Yes', 'Y'), ...idea('Yes', ''), ...idea('No', 'N'), ...idea('Yes', 'N', 'Y')],
			[],
		);
		assert.equal(idea('Yes', 'N', '').length, 1);
	});

	it('is reported in students.csv alone', () => {
		const text = (iep: string, value: string) =>
			`Student_id,School_id,Last_name,First_name,IEP_status,ext.idea_indicator\n1,5,Reyes,Ana,${iep},${value}\n`;
		const rules = (iep: string, value: string) =>
			check('students.csv', text(iep, value)).filter(({ rule }) => rule === 'dataset/idea-without-iep');
		assert.equal(rules('N', 'Yes').length, 1);
		assert.equal(rules('Y', 'Yes').length + rules('N', 'No').length + rules('', 'Yes').length, 0);
	});
});

describe('the IDs that a checked block keeps', () => {
	it('are few for a row with a great many extra fields', () => {
		const siblingText = `${roster('1')}7,5${',x'.repeat(1000)}\n`;
		const checker = checkerOf('students.csv', siblingText);
		assert.ok(checker.run());
		const [ids] = checker.blocks[0]?.possibleIds.values() ?? [];
		assert.equal(ids?.length, 5, 'where the id is, and four columns further');
	});

	it('are only the keys if these can be read, quoted or not', () => {
		const text = 'Student_id,Last_name\n1,Reyes\n"2",Poe\nÄ3,Vale\n 4,Birch\n5\n6 ,Kim\n';
		const checker = checkerOf('students.csv', text);
		assert.ok(checker.run());
		const [block] = checker.blocks;
		// The keys with a space before or after them, and the row that is too short.
		assert.deepEqual([...(block?.possibleIds.keys() ?? [])], [4, 5, 6]);
	});
});
