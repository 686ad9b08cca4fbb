import assert from 'node:assert/strict';
import { applyFillRule } from '../../server/src/bulk/fill/fillByRule';
import type { FillRule } from '../../server/src/settings';
import { done, editedText, extension, problemOf, roster } from './support';

const rule: FillRule = {
	when: { column: 'IEP_status', is: ['Y'] },
	set: { column: 'ext.idea_indicator', code: 'Yes' },
	else: 'No',
	onlyWhereEmpty: true,
};

/** Runs a rule over two files, and returns the changed file and what it says about it. */
function filled(students: string, ext: string, parts: Partial<FillRule> = {}) {
	const { file, edits, counts, ...more } = done(
		applyFillRule([roster(students), extension(ext)], { ...rule, ...parts }),
	);
	const [count] = counts;
	assert.ok(count);
	return { text: editedText(file, edits.edits), ...count, ...more };
}

describe('Fill by Rule', () => {
	it('writes a code where the other file has the value, and another code elsewhere', () => {
		const answer = filled(
			'Student_id,IEP_status\r\n1,Y\r\n2,N\r\n3,Y\r\n',
			'\uFEFFsis_id,ext.idea_indicator,ext.club\r\n1,,"a, ""b"""\r\n2,,\r\n3,No,x\r\n',
		);
		assert.equal(
			answer.text,
			'\uFEFFsis_id,ext.idea_indicator,ext.club\r\n1,Yes,"a, ""b"""\r\n2,No,\r\n3,No,x\r\n',
		);
		assert.deepEqual([answer.changed, answer.replaced], [2, 0]);
		assert.deepEqual(answer.left, [{ reason: 'other value', rows: 1 }]);
		assert.deepEqual(answer.values, [
			{ value: '', before: 2, after: 0 },
			{ value: 'No', before: 1, after: 2 },
			{ value: 'Yes', before: 0, after: 1 },
		]);
		assert.deepEqual(answer.conflicts, [
			{
				row: 4,
				id: '3',
				fileName: 'students_ext.csv',
				column: 'ext.idea_indicator',
				ours: 'No',
				theirs: 'Yes',
			},
		]);
	});

	it('compares by meaning: Yes is Y, spaces and case do not count', () => {
		const answer = filled(
			'Student_id,IEP_status\n1,Yes\n2, y \n3,"Y"\n4,YES\n5,No\n',
			'sis_id,ext.idea_indicator\n1,\n2,\n3,\n4,\n5,\n',
			{ else: undefined },
		);
		assert.equal(answer.text, 'sis_id,ext.idea_indicator\n1,Yes\n2,Yes\n3,Yes\n4,Yes\n5,\n');
		assert.deepEqual(answer.left, [{ reason: 'nothing', rows: 1 }]);
	});

	it('replaces other values only where that is wanted, and never a spelling of the same code', () => {
		const ext = 'sis_id,ext.idea_indicator\n1,No\n2,yes\n';
		const answer = filled('Student_id,IEP_status\n1,Y\n2,Y\n', ext, { onlyWhereEmpty: false });
		assert.equal(answer.text, 'sis_id,ext.idea_indicator\n1,Yes\n2,yes\n');
		assert.deepEqual([answer.changed, answer.replaced], [1, 1]);
		assert.deepEqual(answer.left, [{ reason: 'same', rows: 1 }]);
	});

	it('leaves alone whose rows disagree, cannot be read, have no ID or are not in the other file', () => {
		const answer = filled(
			'Student_id,IEP_status\n1,Y\n1,N\n2,Y\n2,Y,x\n3,Y\n3,\n,Y\n9,Y\n',
			'sis_id,ext.idea_indicator\n1,\n2,\n3,\n,Yes\n4,\n5,,x\n',
		);
		assert.equal(answer.text, 'sis_id,ext.idea_indicator\n1,\n2,\n3,Yes\n,Yes\n4,\n5,,x\n');
		assert.deepEqual(
			new Map(answer.left.map(({ reason, rows }) => [reason, rows])),
			new Map([
				['conflict', 1],
				['unreadable there', 1],
				['not there', 1],
				['no ID', 1],
				['unreadable', 1],
			]),
		);
		assert.deepEqual(answer.disagreeing, { ids: ['1'], count: 1 });
		assert.equal(answer.lookedAt, 'students.csv');
		// Student 9 has no row in students_ext.csv.
		assert.equal(answer.withoutRow, 1);
	});

	it('leaves alone every student of whom a quote may have swallowed a row', () => {
		const ext = 'sis_id,ext.idea_indicator\n0101,\n0102,\n0103,\n0104,\n0105,\n';
		const few =
			'Student_id,School_id,IEP_status\n0101,5,Y\n0102,5,N\n0103,"5\n0101,5,N\n0104,5,N\n",Y\n0105,5,Y\n';
		const many = [
			'Student_id,School_id,IEP_status,Gender,Note\n0101,5,Y,M,\n0102,5,N,F,',
			'0103,5,Y,F,"x\n0101,5,N,M,\n0104,5,Y,F,y"\n0105,5,Y,F,"Call home,\nask for Ann, please"\n',
		].join('\n');
		for (const students of [few, many]) {
			const { text, left } = filled(students, ext);
			assert.equal(text, 'sis_id,ext.idea_indicator\n0101,\n0102,No\n0103,\n0104,\n0105,Yes\n');
			assert.deepEqual(left, [{ reason: 'unreadable there', rows: 3 }]);
		}
	});

	it('says that a file is missing, not only its column', () => {
		const files = [roster('Student_id,IEP_status\n1,Y\n')];
		assert.match(
			problemOf(applyFillRule(files, rule)),
			/^students_ext\.csv is not in this folder, and ext\.idea_indicator/,
		);
		const set = { ...rule.set, file: '' };
		assert.match(
			problemOf(applyFillRule(files, { ...rule, set })),
			/^The file of the rule is not in this folder/,
		);
	});

	it('refuses a file with two columns for the ID', () => {
		const twice = roster('Student_id,IEP_status,student_id\n1,Y,2\n');
		const ext = extension('sis_id,ext.idea_indicator\n1,\n');
		assert.match(
			problemOf(applyFillRule([twice, ext], rule)),
			/^Student_id appears twice in the header of students\.csv/,
		);
		const files = [
			roster('Student_id,IEP_status\n1,Y\n'),
			extension('sis_id,ext.idea_indicator,SIS_ID\n1,,2\n'),
		];
		assert.match(
			problemOf(applyFillRule(files, rule)),
			/^sis_id appears twice in the header of students_ext\.csv/,
		);
	});

	it('writes into every row of a student, also within one file', () => {
		const answer = filled(
			'Student_id,Frl_status,IEP_status,Contact_name\n1,F,,Ann\n1,,,"Bo, Cy"\n2,N,,Di\n',
			'sis_id\n1\n',
			{
				when: { column: 'Frl_status', is: ['F', 'R'] },
				set: { column: 'IEP_status', code: 'Y' },
				else: undefined,
			},
		);
		assert.equal(
			answer.text,
			'Student_id,Frl_status,IEP_status,Contact_name\n1,F,Y,Ann\n1,,Y,"Bo, Cy"\n2,N,,Di\n',
		);
	});

	it('takes an empty field as a value of the rule, and any value where the rule names none', () => {
		const students = 'Student_id,IEP_status\n1,Y\n2,\n3,N/A\n';
		const ext = 'sis_id,ext.idea_indicator\n1,\n2,\n3,\n';
		const empty = filled(students, ext, { when: { column: 'IEP_status', is: [''] }, else: undefined });
		assert.equal(empty.text, 'sis_id,ext.idea_indicator\n1,\n2,Yes\n3,Yes\n');
		const any = filled(students, ext, { when: { column: 'IEP_status' }, else: undefined });
		assert.equal(any.text, 'sis_id,ext.idea_indicator\n1,Yes\n2,\n3,\n');
	});

	it('takes a word for an empty field, such as N/A, as an empty field of the rule', () => {
		const students = 'Student_id,IEP_status\n1,Y\n2,\n3,N/A\n';
		const ext = 'sis_id,ext.idea_indicator\n1,\n2,\n3,\n';
		const answer = filled(students, ext, { when: { column: 'IEP_status', is: ['N/A'] } });
		assert.equal(answer.text, 'sis_id,ext.idea_indicator\n1,No\n2,Yes\n3,Yes\n');
	});

	it('tells words without a certain meaning apart by their text', () => {
		const students = 'Student_id,Race\n1,NA\n2,Unknown\n3, na \n4,W\n';
		const ext = 'sis_id,ext.idea_indicator\n1,\n2,\n3,\n4,\n';
		for (const [word, text] of [
			['NA', 'sis_id,ext.idea_indicator\n1,Yes\n2,No\n3,Yes\n4,No\n'],
			['Unknown', 'sis_id,ext.idea_indicator\n1,No\n2,Yes\n3,No\n4,No\n'],
		] as const) {
			assert.equal(filled(students, ext, { when: { column: 'Race', is: [word] } }).text, text, word);
		}
	});

	it('adds a column that the file lacks, to every row', () => {
		const answer = filled('Student_id,IEP_status\n1,Y\n2,N\n', 'sis_id,ext.club\n1,a\n\n2,b\n7,c,d\n');
		assert.equal(answer.text, 'sis_id,ext.club,ext.idea_indicator\n1,a,Yes\n\n2,b,No\n7,c,d,\n');
		assert.equal(answer.isNew, true);
	});

	it('fills students.csv from students_ext.csv, and quotes where the field was', () => {
		const answer = filled('Student_id,Frl_status,Gender\n1,"",F\n2,N,M\n', 'sis_id,ext.title_i\n1,Yes\n', {
			when: { column: 'ext.title_i', is: ['Yes'] },
			set: { column: 'Frl_status', code: 'F' },
			else: undefined,
		});
		assert.equal(answer.text, 'Student_id,Frl_status,Gender\n1,"F",F\n2,N,M\n');
	});

	it('refuses a rule of which a part has no meaning', () => {
		const files = [
			roster('Student_id,IEP_status,Password,ext.title_i\n1,Y,p,\n'),
			extension('sis_id,ext.idea_indicator,ext.title_i,ext.club,EXT.Club\n1,,,,\n'),
		];
		const problem = (more: Partial<FillRule>): string =>
			problemOf(applyFillRule(files, { ...rule, ...more }));
		assert.match(problem({ when: { column: 'Iep' } }), /^No file has a column Iep\.$/);
		assert.match(
			problem({ when: { column: 'Gender' } }),
			/^students\.csv has no column Gender to look at\.$/,
		);
		assert.match(problem({ when: { column: 'Password' } }), /never shown/);
		assert.match(problem({ when: { column: 'ext.title_i' } }), /^Both files have a column ext\.title_i\./);
		assert.match(
			problem({ set: { column: 'ext.idea_indicator', code: 'Y' } }),
			/^ext\.idea_indicator has no code Y\. Use Yes/,
		);
		assert.match(problem({ else: 'Nope' }), /has no code Nope/);
		assert.match(problem({ set: { column: 'Student_id', code: '1' } }), /says who a student is/);
		assert.match(problem({ set: { column: 'ext.club', code: 'x' } }), /appears twice in the header/);
		assert.match(problem({ set: { column: 'IEP_status', code: 'Y' }, else: undefined }), /another column/);
	});

	it('refuses a file with an open quote, whose rows nobody knows', () => {
		const open = 'sis_id,ext.idea_indicator\n1,\n2,"\n3,\n';
		assert.match(
			problemOf(applyFillRule([roster('Student_id,IEP_status\n1,Y\n'), extension(open)], rule)),
			/Row 3/,
		);
		const files = [roster('Student_id,IEP_status\n1,"Y\n'), extension('sis_id,ext.idea_indicator\n1,\n')];
		assert.match(problemOf(applyFillRule(files, rule)), /Row 2 of students\.csv/);
	});
});
