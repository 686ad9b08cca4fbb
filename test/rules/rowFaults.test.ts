/** Rows whose misplaced quotes or commas have one cause, and are repaired as a whole. */
import assert from 'node:assert/strict';
import { check, type Found, faults, only } from '../support/checking';

const STUDENTS = 'students.csv';
const HEADER = 'Student_id,School_id,Last_name,Middle_name,First_name,Grade,Gender,Race,Student_city';
const SOUND = '9,5,Boone,,Lee,3,M,W,Austin';

/** The findings of a students.csv with these rows. */
function rows(...lines: readonly string[]): readonly Found[] {
	return check(STUDENTS, [HEADER, ...lines, ''].join('\n'));
}

/** The only finding of a row between sound ones, and the row after its first fix. */
function repaired(row: string, rule: string) {
	const text = (own: string) => [HEADER, SOUND, own, SOUND, ''].join('\n');
	const found = check(STUDENTS, text(row));
	assert.deepEqual(
		found.map((one) => [one.rule, one.record]),
		[[rule, 2]],
		row,
	);
	const { message, column, text: marked, fixes } = found[0] as Found;
	const [before, below] = text('|').split('|') as [string, string];
	const after = fixes[0]?.apply() ?? '';
	assert.ok(after.startsWith(before) && after.endsWith(below), row);
	return {
		message,
		column,
		marked,
		preferred: fixes[0]?.preferred,
		after: after.slice(before.length, -below.length),
	};
}

describe('a row with spaces at its quotes', () => {
	it('has one finding, whose fix removes all of them', () => {
		const { message, column, marked, preferred, after } = repaired(
			'1, "5", "Reyes", "", "Ana", 3, "F", W, "12 Main St, Apt 1"',
			'csv/quote-in-field',
		);
		assert.match(message, /^School_id has a space before its quote,/);
		assert.deepEqual([column, marked, preferred], [1, ' ', true]);
		assert.equal(after, '1,"5","Reyes","","Ana",3,"F",W,"12 Main St, Apt 1"');
	});

	it('has one finding also where the row has another fault, and nothing is preferred', () => {
		const { preferred, after } = repaired(
			'1, "5", Reyes, Jr, "", "Ana", 3, "F", W, Reno',
			'csv/quote-in-field',
		);
		assert.deepEqual([preferred, after], [false, '1,"5",Reyes,Jr,"","Ana",3,"F",W,Reno']);
	});

	it('may have them after the quotes', () => {
		const { message, marked, preferred, after } = repaired(
			'1,"5" ,"Reyes"  ,,Ana,3,F,W,"Reno" ',
			'csv/text-after-quote',
		);
		assert.match(message, /^School_id has a space after its closing quote\./);
		assert.deepEqual([marked, preferred, after], [' ', true, '1,"5","Reyes",,Ana,3,F,W,"Reno"']);
	});
});

describe('a row with quotes inside of quoted values', () => {
	for (const [row, rule, after] of [
		['1,5,"A \\"X, Y\\" L",,Bo,3,F,W,R', 'csv/text-after-quote', '1,5,"A ""X, Y"" L",,Bo,3,F,W,R'],
		['1,5,"A \\"X\\" Lee",,Bo,3,F,W,R', 'csv/text-after-quote', '1,5,"A ""X"" Lee",,Bo,3,F,W,R'],
		['1,5,"Ann \\", Lee",,Bo,3,F,W,R', 'csv/quote-in-field', '1,5,"Ann "", Lee",,Bo,3,F,W,R'],
		['1,5,Ann,,Bo,3,F,W,"R \\"no\\""', 'csv/text-after-quote', '1,5,Ann,,Bo,3,F,W,"R ""no"""'],
		['1, "5", "A \\"X, Y\\"",,B,3,F,W,R', 'csv/quote-in-field', '1,"5","A ""X, Y""",,B,3,F,W,R'],
	] as const) {
		it(`is told of the backslash: ${row}`, () => {
			const found = repaired(row, rule);
			assert.match(found.message, /^\w+ has a backslash before a quote\./);
			assert.deepEqual([found.preferred, found.after], [true, after]);
		});
	}

	it('has a preferred fix where they come in pairs', () => {
		const paired = repaired('1,5,"Ann "X, Y" Lee",,Bo,3,F,W,Reno', 'csv/text-after-quote');
		assert.deepEqual([paired.preferred, paired.after], [true, '1,5,"Ann ""X, Y"" Lee",,Bo,3,F,W,Reno']);
		const single = repaired('1,5,Reyes,,Ana,3,F,W,"12 "Main St, Apt 1"', 'csv/text-after-quote');
		assert.deepEqual([single.preferred, single.after], [false, '1,5,Reyes,,Ana,3,F,W,"12 ""Main St, Apt 1"']);
	});
});

describe('csv/quote-in-field', () => {
	it('never offers an ID with a quote in it', () => {
		for (const id of ['1"2', '1""2', '12"']) {
			const { fixes } = only(rows(`${id},5,Reyes,,Ana,3,F,W,Reno`), 'csv/quote-in-field');
			assert.deepEqual(
				fixes.map(({ value, preferred }) => [value, preferred]),
				[['12', false]],
			);
		}
	});

	it('has no preferred fix for a single quote, for half of a value, and for a formula', () => {
		for (const row of [
			'1,5,Reyes,,Ana",3,F,W,Reno',
			'1,5,Re "A, B" yes,,Ana,3,F,W,Reno',
			'1,5,Re "A"" yes, B" x,,Ana,3,F,W,Reno',
			'1,5,=x("a"),,Ana,3,F,W,Reno',
			'1,5,Reyes,,Ana,3,F,W""x,Reno',
		]) {
			const ofRule = rows(row).filter(({ rule }) => rule === 'csv/quote-in-field');
			assert.ok(ofRule.length > 0 && ofRule.every(({ fixes }) => fixes.every((fix) => !fix.preferred)), row);
		}
	});
});

describe('a formula that keeps zeros in Excel', () => {
	it('is replaced by its text, in an ID by field/mangled-id', () => {
		for (const [id, after] of [
			['="00123"', '00123'],
			['"=""00123"""', '"00123"'],
		] as const) {
			const found = repaired(`${id},5,Ash,,Bo,3,F,W,Reno`, 'field/mangled-id');
			assert.deepEqual([found.preferred, found.after], [true, `${after},5,Ash,,Bo,3,F,W,Reno`]);
			assert.match(found.message, /^Student_id has ="00123", .* Use 00123\.$/);
		}
	});

	it('is no other ID than its text for the other file', () => {
		for (const id of ['="00123"', '"=""00123"""']) {
			const roster = `${HEADER}\n${id},5,Ash,,Bo,3,F,W,Reno\n`;
			const found = check('students_ext.csv', 'sis_id,ext.title_i\n00123,Yes\n', {}, { sibling: roster });
			assert.deepEqual(faults(found), [], id);
		}
	});

	it('is replaced by its text in any other column', () => {
		for (const [value, rule] of [
			['="02134"', 'csv/quote-in-field'],
			['"=""02134"""', 'field/formula'],
		] as const) {
			const { fixes } = only(rows(`1,5,Reyes,,Ana,3,F,W,${value}`), rule);
			assert.deepEqual(
				fixes.map(({ value: text, preferred }) => [text, preferred]),
				[['02134', true]],
			);
		}
	});

	it('is not shown in a column of passwords', () => {
		const found = check(STUDENTS, `${HEADER},Password\n1,5,Ash,,Bo,3,F,W,Reno,="secret"\n`);
		assert.deepEqual(faults(found), ['csv/quote-in-field 2:10']);
		assert.doesNotMatch(found[0]?.message ?? '', /secret/);
	});
});

describe('csv/field-count', () => {
	it('quotes several values with commas at once, where the spaces after the commas tell which', () => {
		const found = repaired('1,5,Reyes, Jr,,Ana,3,F,W,Reno, NV, USA', 'csv/field-count');
		assert.match(found.message, /: Last_name and Student_city have a comma but no quotes\. /);
		assert.deepEqual([found.preferred, found.marked], [true, 'Reyes, Jr']);
		assert.equal(found.after, '1,5,"Reyes, Jr",,Ana,3,F,W,"Reno, NV, USA"');
	});

	it('prefers nothing where several commas have no space after them, or a value would not fit', () => {
		for (const row of [
			'1,5,Reyes, Jr,,Ana,3,F,W,Reno,NV',
			'1,5,Reyes, Jr,,Ana,3,F,Reno, NV,W',
			'1,5,a,b,c,,Ana,3,F,W,R',
		])
			assert.ok(
				rows(row).every(({ fixes }) => fixes.every(({ preferred }) => !preferred)),
				row,
			);
	});
});
