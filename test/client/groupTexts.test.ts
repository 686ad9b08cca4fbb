import assert from 'node:assert/strict';
import {
	actionsOf,
	actionTitle,
	decisionsLeft,
	groupDescription,
	groupLabel,
	groupTooltip,
	headline,
	listedGroups,
	notOffered,
	spokenGroup,
} from '../../client/src/problems/groupTexts';
import type { FileProblems, GroupFix, ProblemGroup } from '../../server/src/protocol';

const fix = (newValue: string | undefined, rows = 604, title = `Change to ${newValue}`): GroupFix => ({
	id: title,
	title,
	...(newValue !== undefined && { newValue }),
	isPreferred: false,
	rows,
});

const group = (changes: Partial<ProblemGroup> = {}): ProblemGroup => ({
	id: 'a',
	rule: 'field/x',
	severity: 'error',
	column: 3,
	columnName: 'Size',
	value: 'No',
	title: 'The value is not a code of its column',
	message: 'Size has no code "No". Use N (None).',
	rows: 604,
	record: 11,
	fixes: [fix('N')],
	offersChoice: true,
	offersEmpty: false,
	offersAccept: true,
	offersRemoval: false,
	...changes,
});

const structural = (changes: Partial<ProblemGroup> = {}): ProblemGroup => {
	const { column: _, columnName: __, value: ___, ...rest } = group({ title: 'A quote is not closed' });
	return { ...rest, ...changes };
};

const file = (changes: Partial<FileProblems> = {}): FileProblems => ({
	uri: 'file:///district/students.csv',
	fileName: 'students.csv',
	version: 1,
	groups: [group()],
	others: { groups: 0, rows: 0 },
	reported: [],
	otherReported: { groups: 0, rows: 0 },
	findings: 604,
	fixable: 604,
	decisions: 0,
	...changes,
});

describe('a group of problems', () => {
	it('is its column, its value and what becomes of it', () => {
		assert.equal(groupLabel(group()), 'Size · No → N');
		assert.equal(groupLabel(group({ fixes: [fix('F'), fix('R')] })), 'Size · No → F or R');
		assert.equal(groupLabel(group({ fixes: [fix('')] })), 'Size · No → (empty)');
		assert.equal(
			groupLabel(group({ fixes: [fix(undefined, 604, 'Set Kind to D')] })),
			'Size · No → Set Kind to D',
		);
		assert.equal(groupLabel(group({ fixes: [] })), 'Size · No');
	});

	it('says how many of its rows a fix suits where it does not suit all, and no fix that suits none', () => {
		const both = 'Set Kind to Y and Empty Size';
		const partial = group({ rows: 1590, fixes: [fix(undefined, 1031, both)] });
		const listed = { file: file(), group: partial };
		assert.equal(groupLabel(partial), `Size · No → ${both} in 1,031 of 1,590 rows`);
		assert.match(
			groupTooltip(listed),
			/ of students\.csv\nFix: Set Kind to Y and Empty Size in 1,031 of 1,590 rows$/,
		);
		assert.equal(
			spokenGroup(listed),
			`Size, No, becomes ${both} in 1,031 of 1,590 rows. 1,590 rows, students.csv, error.`,
		);
		assert.equal(actionTitle('fix', partial), 'Fix 1,031 of 1,590');
		const two = group({ rows: 9, fixes: [fix('F', 4), fix('R', 4), fix('N', 0)] });
		assert.equal(groupLabel(two), 'Size · No → F or R in 4 of 9 rows');
		assert.equal(
			groupLabel({ ...two, fixes: [fix('F', 4), fix('R', 9)] }),
			'Size · No → F in 4 of 9 rows or R',
		);
		const none = group({ fixes: [fix('N', 0)] });
		assert.equal(groupLabel(none), 'Size · No');
		assert.ok(!spokenGroup({ file: file(), group: none }).includes('becomes'));
		const quotes = structural({ rows: 5, fixes: [fix(undefined, 3, 'Fix Each Row')] });
		assert.equal(groupLabel(quotes), 'A quote is not closed → Fix Each Row in 3 of 5 rows');
	});

	it('without a value is its rule, in the column where it is about one', () => {
		assert.equal(groupLabel(structural()), 'A quote is not closed');
		const title = 'The column name is spelled differently';
		const header = structural({ column: 3, columnName: 'size', title, rows: 1, record: 0 });
		assert.equal(groupLabel({ ...header, fixes: [fix('Size', 1)] }), `size · ${title} → Size`);
		assert.equal(groupLabel({ ...header, fixes: [fix(undefined, 1, 'Add the Column')] }), `size · ${title}`);
		assert.equal(groupDescription({ file: file(), group: header }), 'header · students.csv');
	});

	it('shows spaces, no value, and the beginning of what is long', () => {
		assert.equal(groupLabel(group({ value: ' 1', fixes: [fix('1')] })), 'Size · " 1" → 1');
		assert.equal(groupLabel(group({ value: '', fixes: [] })), 'Size · (empty)');
		assert.equal(groupLabel(group({ value: 'x'.repeat(1000), fixes: [] })).length, 'Size · '.length + 60);
		assert.equal(groupLabel(group({ columnName: ' ', fixes: [] })), '(no name) · No');
	});

	it('says how many rows it has, and in which file', () => {
		const listed = { file: file(), group: group({ rows: 1604, fixes: [fix('N', 1604)] }) };
		assert.equal(groupDescription(listed), '1,604 rows · students.csv');
		assert.equal(
			groupTooltip(listed),
			'Size has no code "No". Use N (None).\nRow 12 and 1,603 other rows of students.csv',
		);
		assert.match(groupTooltip({ file: file(), group: group({ rows: 1 }) }), /\nRow 12 of students\.csv$/);
		assert.match(groupTooltip({ file: file(), group: group({ rows: 1, record: 0 }) }), /\nHeader of/);
	});

	it('is a sentence for a screen reader', () => {
		const listed = { file: file(), group: group() };
		assert.equal(spokenGroup(listed), 'Size, No, becomes N. 604 rows, students.csv, error.');
		const information = structural({ severity: 'information', rows: 1 });
		assert.equal(
			spokenGroup({ file: file(), group: information }),
			'A quote is not closed. 1 row, students.csv, note.',
		);
	});

	it('offers what suits it', () => {
		assert.deepEqual(actionsOf(group()), ['fix', 'choose', 'accept', 'show']);
		assert.deepEqual(actionsOf(group({ fixes: [fix('N', 0)], offersEmpty: true })), [
			'choose',
			'empty',
			'accept',
			'show',
		]);
		assert.deepEqual(actionsOf(structural({ fixes: [], offersChoice: false, offersAccept: false })), [
			'show',
		]);
	});

	it('offers to remove rows of students that the other file does not have', () => {
		const unknown = group({ fixes: [], offersChoice: false, offersAccept: false, offersRemoval: true });
		assert.deepEqual(actionsOf(unknown), ['remove', 'show']);
		assert.equal(actionTitle('remove', unknown), 'Remove Rows of Unknown Students…');
	});

	it('says of an action that it is not offered', () => {
		assert.equal(notOffered('empty'), 'Empty is not offered for this problem.');
	});

	it('counts what an action changes', () => {
		assert.equal(actionTitle('fix', group({ rows: 1200, fixes: [fix('N', 1200)] })), 'Fix All 1,200');
		assert.equal(actionTitle('fix', group({ fixes: [fix('F'), fix('R')] })), 'Fix All…');
		assert.equal(actionTitle('empty', group()), 'Empty 604…');
	});
});

describe('the list of problems by value', () => {
	it('has the groups of both files by their rows', () => {
		const other = file({ fileName: 'students_ext.csv', groups: [group({ rows: 700 }), group({ rows: 2 })] });
		assert.deepEqual(
			listedGroups([file(), other]).map((listed) => groupDescription(listed)),
			['700 rows · students_ext.csv', '604 rows · students.csv', '2 rows · students_ext.csv'],
		);
	});

	it('says how many problems there are, what Fix All fixes and which decisions are left', () => {
		const other = file({ fileName: 'students_ext.csv', findings: 1000, fixable: 564, decisions: 11 });
		assert.equal(
			headline([other, file()]),
			'1,604 problems in students.csv and students_ext.csv. Fix All fixes 1,168. 11 decisions are left.',
		);
		assert.equal(headline([file()]), '604 problems in students.csv. Fix All fixes 604.');
		assert.equal(
			headline([file({ findings: 1, fixable: 0, decisions: 1 })]),
			'1 problem in students.csv. 1 decision is left.',
		);
		assert.equal(headline([file({ findings: 0 })]), 'No problems in students.csv.');
		assert.equal(decisionsLeft(1), '1 decision is left.');
	});

	it('says what is not listed', () => {
		const bounded = file({ others: { groups: 12_344, rows: 20_000 }, fixable: 0 });
		assert.equal(
			headline([bounded]),
			'604 problems in students.csv. 1 of 12,345 kinds are listed, those with the most rows.',
		);
	});
});
