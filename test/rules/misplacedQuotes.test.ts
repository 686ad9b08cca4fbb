/** Rows with misplaced quotes or commas that can be read in two ways: nothing is preferred, and no value is invented. */
import assert from 'node:assert/strict';
import { fixedBy } from '../check/fixing';
import { check, checkerOf, type Found } from '../support/checking';

const STUDENTS = 'students.csv';
const HEADER = 'School_id,Student_id,Last_name,First_name';
const LONGER = `${HEADER},Grade,Student_street,Student_city,Contact_name`;
const SOUND = new Map([
	[HEADER, '5,2,Lee,Bo'],
	[LONGER, '5,2,Lee,Bo,3,1 Elm,Pinyon,Pat'],
]);

/** The findings of a file with this row and a sound one, none of which has a preferred fix. */
function undecided(row: string, header = HEADER): readonly Found[] {
	const text = `${header}\n${row}\n${SOUND.get(header)}\n`;
	const found = check(STUDENTS, text);
	const ofRow = found.filter(({ record, severity }) => record === 1 && severity === 'error');
	assert.ok(ofRow.length > 0, row);
	assert.deepEqual(
		ofRow.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred).map(({ title }) => title)),
		[],
		row,
	);
	assert.equal(fixedBy(checkerOf(STUDENTS, text)), text);
	return ofRow;
}

/** The titles of a row's fixes, each with the row that it makes. */
function fixed(found: readonly Found[]): readonly (readonly [string, string | undefined])[] {
	return found.flatMap(({ fixes }) => fixes.map((fix) => [fix.title, fix.apply().split('\n')[1]] as const));
}

describe('a quote that can be read in two ways', () => {
	for (const row of [
		'5,1,"Smith"",Ann',
		'5,1,"PO Box 7"",Ann',
		'5,1,"12"",Ann',
		'5,1,Ngu,"Ann""',
		'5,1,"Smith"","Ann"',
		'5,1,"Smith ""Jr, Ann',
		'5,1,Ngu,Ann ""An""',
		'5,1,Smith"",Ann',
		'5,1,12" x 12",Ann',
		'5,1, ""Doe"",Ann',
		'5,1,Ngu, "Ann" x',
	]) {
		it(`has no preferred fix: ${row}`, () => void undecided(row));
	}

	it('does not keep the quotes around a value that a space is in front of', () => {
		for (const [row, after] of [
			['5,1, "Ngu "Bo" Jr",Ann', '5,1,"Ngu ""Bo"" Jr",Ann'],
			['5,1, ""Doe"",Ann', '5,1,Doe,Ann'],
		] as const) {
			assert.deepEqual(
				fixed(undecided(row)).map(([, fixedRow]) => fixedRow),
				[after],
			);
		}
	});

	it('never makes one value of two quoted ones', () => {
		const header = 'School_id,Student_id,Last_name,Middle_name,First_name,Grade';
		const found = check(STUDENTS, `${header}\n5,1,Smith,,"Bo" ,"3",F\n5,2,Lee,,Bo,3\n`);
		for (const { fixes } of found) {
			for (const fix of fixes) {
				assert.ok(!fix.preferred, fix.title);
				assert.match(fix.apply(), /"Bo" ?,"3"/, fix.title);
			}
		}
	});

	it('is closed behind the text that follows a comma and a space, in a row that lacks a value', () => {
		for (const [row, after] of [
			['5,1,Smith,Bo,3,"1 Elm, Apt 2,Pinyon', '5,1,Smith,Bo,3,"1 Elm, Apt 2",Pinyon'],
			['5,1,Smith,Bo,3,"1 Elm, Lot 3, Rear,"Lee, Pat"', '5,1,Smith,Bo,3,"1 Elm, Lot 3, Rear","Lee, Pat"'],
		] as const) {
			assert.equal(fixed(undecided(row, LONGER))[0]?.[1], after);
		}
	});

	it('has a choice between keeping and removing the quotes inside', () => {
		assert.deepEqual(fixed(undecided('5,1,"Ann "Annie" Lee",Bo')), [
			['Double the Quotes Inside', '5,1,"Ann ""Annie"" Lee",Bo'],
			['Remove the Quotes', '5,1,Ann Annie Lee,Bo'],
		]);
		assert.equal(fixed(undecided('5,1,"Ann "Annie" Lee,Bo'))[0]?.[1], '5,1,Ann Annie Lee,Bo');
	});
});

describe('a backslash before a comma', () => {
	it('is named, and goes with the fix', () => {
		for (const [row, after] of [
			['5,1,Smith\\, Jr,Ann', '5,1,"Smith, Jr",Ann'],
			['5,1,Smith\\,Jr,Ann\\, X', '5,1,"Smith,Jr","Ann, X"'],
		] as const) {
			const [found, ...more] = check(STUDENTS, `${HEADER}\n${row}\n5,2,Lee,Bo\n`);
			assert.deepEqual([found?.rule, more], ['csv/field-count', []]);
			assert.match(found?.message ?? '', /: a backslash before a comma in Last_name/);
			assert.deepEqual(
				found?.fixes.map((fix) => [fix.preferred, fix.apply().split('\n')[1]]),
				[[true, after]],
			);
		}
	});

	it('has no preferred fix where it does not explain the row', () => {
		for (const row of ['5,1,Smith\\,Jr,Ann,X', '5,1,Smith\\\\, Jr,Ann', '5,1,"Smith\\, Jr,Ann'])
			undecided(row);
	});
});
