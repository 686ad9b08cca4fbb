import assert from 'node:assert/strict';
import { check, type Found, faults, only } from '../support/checking';

const EXT = 'students_ext.csv';
const STUDENTS = 'students.csv';

function ofRule(found: readonly Found[], rule: string): Found[] {
	return found.filter((one) => one.rule === rule);
}

/** The findings of a file, which must be the same in blocks of every size. */
function inBlocks(table: string, text: string): readonly Found[] {
	const whole = check(table, text);
	const plain = (found: readonly Found[]) =>
		found.map(({ fixes, ...rest }) => ({ ...rest, fixes: fixes.length }));
	for (const blockSize of [1, 7, 20, 60]) {
		assert.deepEqual(plain(check(table, text, {}, { blockSize })), plain(whole), `blocks of ${blockSize}`);
	}
	return whole;
}

describe('table/duplicate-key', () => {
	const places = (text: string) =>
		ofRule(inBlocks(EXT, text), 'table/duplicate-key').map(({ record, column, explainedBy }) => [
			record,
			column,
			explainedBy,
		]);

	it('is reported on the second and each later row, and points to the first', () => {
		const text = 'ext.title_i,sis_id\nYes,1\nNo,2\nYes,1\n,2\n,3\nNo,"1"\n';
		assert.deepEqual(places(text), [
			[3, 1, 1],
			[4, 1, 2],
			[6, 1, 1],
		]);
		const [found] = ofRule(check(EXT, text), 'table/duplicate-key');
		assert.equal(found?.severity, 'warning');
		assert.equal(found?.message, 'An earlier row has the ID 1 too. Keep one row for each student.');
		assert.deepEqual(
			found?.fixes.map(({ title, preferred, apply }) => [title, preferred, apply()]),
			[['Remove the Row', false, text.replace('No,2\nYes,1\n', 'No,2\n')]],
		);
	});

	it('is not reported for IDs that differ by case, a space or zeros', () => {
		assert.deepEqual(places('sis_id\na1\nA1\n01\n1\n 1\n1.0\n'), []);
	});

	it('is not reported for rows without an ID', () => {
		assert.deepEqual(faults(inBlocks(EXT, 'sis_id,ext.title_i\n,Yes\n,No\n" ",Yes\n" ",Yes\n')), [
			'field/empty-key 2:1',
			'field/empty-key 3:1',
			'field/empty-key 4:1',
			'field/empty-key 5:1',
		]);
	});

	it('is not reported in students.csv, or without an ID column', () => {
		const rows = 'Student_id,School_id,Last_name,First_name\n1,5,Reyes,Ana\n1,5,Reyes,Ana\n';
		assert.deepEqual(faults(inBlocks(STUDENTS, rows)), []);
		assert.deepEqual(places('ext.title_i\nYes\nYes\n'), []);
	});

	it('accepts IDs that are names of JavaScript object members', () => {
		assert.deepEqual(places('sis_id\nconstructor\n__proto__\n__proto__\n'), [[3, 0, 2]]);
	});
});

describe('table/conflicting-rows', () => {
	const header =
		'Student_id,School_id,Last_name,First_name,Gender,Race,ext.title_i,Contact_name,Contact_sis_id,Password';
	const rows = (...lines: string[]) =>
		ofRule(inBlocks(STUDENTS, `${[header, ...lines].join('\n')}\n`), 'table/conflicting-rows');

	it("is not reported for rows with a student's contacts", () => {
		assert.deepEqual(
			rows(
				'1,5,Reyes,Ana,F,W,Yes,Eva,71,a',
				'1,6,Reyes-Ng,Anna,F,W,Yes,Tom,72,b',
				'2,5,Boone,Lee,M,B,No,Eva,73,c',
			),
			[],
		);
	});

	it('is not reported if a row is empty or spells the same code differently', () => {
		assert.deepEqual(
			rows('1,5,R,A,,W,,,,', '1,5,R,A,F,,Yes,,,', '1,5,R,A,,W,,,,', '1,5,R,A," f ",w,YES,,,'),
			[],
		);
	});

	it('is not reported for another word for the code or for an empty field, which have their own findings', () => {
		assert.deepEqual(
			rows('1,5,R,A,M,W,Yes,,,', '1,5,R,A,Male,Caucasian,true,,,', '1,5,R,A,N/A,Unknown,null,,,'),
			[],
		);
	});

	it('is reported on each value that differs from the first one', () => {
		const found = rows('1,5,R,A,,W,Yes,,,', '2,5,R,A,M,W,Yes,,,', '1,5,R,A,F,B,Yes,,,', '1,5,R,A,M,W,No,,,');
		assert.deepEqual(
			found.map(({ record, column, text, explainedBy, severity }) => [
				record,
				column,
				text,
				explainedBy,
				severity,
			]),
			[
				[3, 5, 'B', 1, 'error'],
				[4, 4, 'M', 3, 'error'],
				[4, 6, 'No', 1, 'error'],
			],
		);
		assert.equal(
			found[1]?.message,
			'Gender is "M" here but "F" in an earlier row of student 1. Make them the same.',
		);
		const [fix] = found[1]?.fixes ?? [];
		assert.equal(fix?.value, 'F');
		assert.equal(fix?.preferred, false);
	});

	it('is not reported in students_ext.csv', () => {
		const found = check(EXT, 'sis_id,ext.title_i\n1,Yes\n1,No\n');
		assert.deepEqual(faults(found), ['table/duplicate-key 3:1']);
	});
});

describe('record/*', () => {
	const idea = 'ext.idea_indicator';
	const type = 'ext.primary_disability_type';
	const status = 'ext.disability_status';
	const findingsOf = (columns: string[], row: string, table = EXT): string[] => {
		const [key, rest] =
			table === EXT ? ['sis_id', ''] : ['Student_id,School_id,Last_name,First_name', ',5,Reyes,Ana'];
		const found = check(table, `${key},${columns.join(',')}\n1${rest},${row}\n`);
		return found
			.filter(({ rule }) => rule.startsWith('record/'))
			.map(({ rule, column, severity }) => {
				assert.equal(severity, 'information');
				return `${rule} ${columns[column - key!.split(',').length]}`;
			});
	};

	it('rules compare two columns of a row, in either file', () => {
		for (const table of [EXT, STUDENTS]) {
			assert.deepEqual(findingsOf([idea, type], 'Yes,', table), [`record/idea-without-type ${idea}`]);
			assert.deepEqual(findingsOf([type, idea], 'AUT,No', table), [`record/type-without-idea ${type}`]);
			assert.deepEqual(findingsOf([status, idea], 'No,Yes', table), [
				`record/idea-without-disability ${status}`,
			]);
			assert.deepEqual(findingsOf([idea, status, type], 'Yes,No,', table).length, 2);
		}
	});

	it('rules report nothing if the two agree, one is empty, or one is not a code', () => {
		for (const row of ['Yes,AUT', 'No,', ',AUT', ',', 'no,AUT', 'Y,'])
			assert.deepEqual(findingsOf([idea, type], row), []);
		for (const row of ['Yes,Yes', 'No,No', 'No,Yes', ',No', 'Yes,'])
			assert.deepEqual(findingsOf([idea, status], row), []);
	});

	it('rules report nothing if a column is missing', () => {
		assert.deepEqual(findingsOf([idea], 'Yes'), []);
		assert.deepEqual(findingsOf([type], 'AUT'), []);
	});
});

describe('the ID of a row', () => {
	const id = (raw: string): Found => {
		const found = check(EXT, `sis_id,ext.title_i\n${raw},Yes\n`).filter(({ record }) => record > 0);
		assert.equal(found.length, 1, raw);
		return found[0] as Found;
	};

	it('must not be empty', () => {
		for (const raw of ['', '""', ' ', '" "', '\u00A0']) {
			assert.equal(id(raw).rule, 'field/empty-key');
			assert.equal(id(raw).severity, 'error');
			assert.deepEqual(id(raw).fixes, []);
		}
	});

	it('must have no spaces around it', () => {
		for (const raw of [' 1', '1 ', '" 1 "', '\t1']) {
			const found = id(raw);
			assert.equal(found.rule, 'field/outer-blank');
			assert.equal(found.severity, 'warning');
			assert.deepEqual(
				found.fixes.map(({ value, preferred }) => [value, preferred]),
				[['1', true]],
			);
		}
		assert.equal(id('1.23E+05 ').rule, 'field/outer-blank', 'the first that applies');
	});

	it('must not be changed by Excel', () => {
		for (const raw of ['1.23E+05', '1.23e+05', '1E+12', '"1,23E+05"', '123456.0', '123456.00']) {
			assert.equal(id(raw).rule, 'field/mangled-id', raw);
			assert.equal(id(raw).severity, 'warning');
		}
		const sound = ['1', '0012', 'E05', '1E5', '12.5', 'a1.0', '1-2'].map((raw) => `${raw}\n`).join('');
		assert.deepEqual(faults(check(EXT, `sis_id\n${sound}`)), []);
	});

	it('has lost digits only if the exponent is larger than the number of digits written', () => {
		const lost = ' and its digits are lost';
		for (const [raw, loss] of [
			['8.81E+09', lost],
			['1E+12', lost],
			['1.23456E+05', ''],
			['123456.0', ''],
		] as const) {
			assert.equal(
				id(raw).message,
				`sis_id has ${raw}: Excel changed the ID${loss}. Look the student up in your SIS.`,
			);
		}
	});

	it('is not the only ID that is checked for changes by Excel', () => {
		const found = check(
			STUDENTS,
			'Student_id,School_id,Last_name,First_name,Student_number,State_id,Contact_sis_id,DOB\n1,5.0,1.0,2.0,3.0,1E+11,4.00,5.0\n',
		);
		assert.deepEqual(
			faults(found),
			[2, 5, 6, 7].map((column) => `field/mangled-id 2:${column}`),
		);
	});
});

describe('field/formula', () => {
	const columns = ['Last_name', 'Middle_name', 'Contact_name', 'Weighted_gpa', 'Note'];
	const said = (value: string, header = columns): string[] => {
		const cells = header.map(() => value).join(',');
		const found = check(STUDENTS, `Student_id,School_id,First_name,${header.join(',')}\n1,5,Ana,${cells}\n`);
		return ofRule(found, 'field/formula').map(({ column }) => header[column - 3] as string);
	};

	it('is reported for a value that a spreadsheet would run, in any column of text', () => {
		for (const value of ['=1+1', '"=HYPERLINK(""x"")"', '@SUM(A1)', '+A1', '-A1', '-1+2', '"-2+3+cmd|x"']) {
			assert.deepEqual(said(value), columns, value);
		}
	});

	it('is not reported for a number, for a single character, or for a character inside a value', () => {
		for (const value of [
			'-5',
			'+1.2',
			'-1.5',
			'"+1,200"',
			'-12%',
			'-',
			'+',
			'=',
			'@',
			'a=b',
			'Ana-Lee',
			' -A',
		]) {
			assert.deepEqual(said(value), [], value);
		}
	});

	it('is not reported in columns of passwords, user names, phone numbers and email addresses', () => {
		const contacts = [
			'Password',
			'Username',
			'Contact_phone',
			'Contact_email',
			'Student_email',
			'Phone 2',
			'Mothers E-mail',
			'user id',
		];
		for (const value of ['+1 555 0100', '@ana', '=x1', '-x']) assert.deepEqual(said(value, contacts), []);
	});

	it('is reported on an ID, but not on a code, which has its own finding', () => {
		const found = check(STUDENTS, 'Student_id,School_id,Last_name,First_name,Gender\n=1+1,5,R,A,=F\n');
		assert.deepEqual(faults(found), ['field/formula 2:1', 'field/unknown-code 2:5']);
	});
});

describe('field/too-long', () => {
	it('counts characters in any column', () => {
		const row = (note: string) => check(EXT, `sis_id,ext.note,ext.title_i\n1,${note},Yes\n`);
		assert.deepEqual(ofRule(row('x'.repeat(255)), 'field/too-long'), []);
		assert.deepEqual(ofRule(row('😀'.repeat(255)), 'field/too-long'), []);
		assert.deepEqual(ofRule(row(`"${'""'.repeat(255)}"`), 'field/too-long'), []);
		const found = only(row('😀'.repeat(256)), 'field/too-long');
		assert.equal(found.severity, 'information');
		assert.equal(found.message, 'ext.note has 256 characters. Clever recommends at most 255. Shorten it.');
		only(check(EXT, `sis_id\n${'1'.repeat(300)}\n`), 'field/too-long');
	});
});
