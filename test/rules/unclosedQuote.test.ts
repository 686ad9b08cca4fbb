import assert from 'node:assert/strict';
import { check, type Found, faults, only } from '../support/checking';

const EXT = 'students_ext.csv';
const STUDENTS = 'students.csv';
const HEADER = 'Student_id,School_id,Last_name,Middle_name,First_name,Grade,Gender,Race,Student_city';
const SOUND = '9,5,Boone,,Lee,3,M,W,Austin';

/** The findings of a students.csv with these rows. */
function rows(...lines: readonly string[]): readonly Found[] {
	return check(STUDENTS, [HEADER, ...lines, ''].join('\n'));
}

describe('csv/unclosed-quote', () => {
	it('is reported on the quote, and the rows around it are checked as usual', () => {
		const found = rows(
			SOUND,
			'1,5,Reyes,,"Ana,3,F,W,Reno',
			SOUND.replace('9', '3').replace('M', 'Male'),
			SOUND.replace('9', '4').replace('M', 'Zzz'),
		);
		assert.deepEqual(faults(found), [
			'csv/unclosed-quote 3:5',
			'field/unknown-code 4:7',
			'field/unknown-code 5:7',
		]);
		assert.equal(found[0]?.text, '"');
		assert.equal(found[0]?.start, [HEADER, SOUND, '1,5,Reyes,,'].join('\n').length);
	});

	it('names the rows that would be lost', () => {
		const swallowed = (below: number) =>
			only(rows('1,5,Reyes,,"Ana,3,F,W,Reno', ...Array<string>(below).fill(SOUND)), 'csv/unclosed-quote')
				.message;
		assert.equal(swallowed(0), 'The quote in First_name is never closed. Close it, or remove it.');
		assert.match(swallowed(1), /never closed: rows 2 to 3 would be read as one value\. /);
		assert.match(swallowed(63), /: rows 2 to 65 would be read as one value\. /);
		assert.match(swallowed(64), /: row 2 and at least 63 rows below it would be read as one value\. /);
		assert.equal(swallowed(500), swallowed(64));
	});

	it('names the rows that would be lost if the quote is in the header', () => {
		const found = check(EXT, 'sis_id,"ext.title_i\n1,Yes\n2,No\n');
		assert.deepEqual(faults(found), ['csv/unclosed-quote 1:2']);
		assert.match(only(found, 'csv/unclosed-quote').message, /rows 1 to 3/);
	});

	/** The fixes of the only unclosed quote, with the row that each leaves between rows that stay. */
	const closings = (row: string, next = SOUND): unknown[] => {
		const text = (own: string) => `${HEADER}\r\n"9",5,Ng\r\n${own}\r\n${next}\r\n`;
		const found = check(STUDENTS, text(row)).filter(({ record }) => record === 2);
		assert.deepEqual(
			found.map(({ rule }) => rule),
			['csv/unclosed-quote'],
		);
		return found[0]?.fixes.map(({ title, preferred, apply }) => {
			const after = apply();
			const [before, below] = text('|').split('|') as [string, string];
			assert.ok(after.startsWith(before) && after.endsWith(below));
			return [title.split(' ')[0], preferred, after.slice(before.length, -below.length)];
		}) as unknown[];
	};

	it('has fixes that close or remove the quote; closing is preferred where only it explains the row', () => {
		assert.deepEqual(closings('1,5,"Reyes,,Ana,3,F,W,Reno'), [
			['Close', true, '1,5,"Reyes",,Ana,3,F,W,Reno'],
			['Remove', false, '1,5,Reyes,,Ana,3,F,W,Reno'],
		]);
		assert.deepEqual(closings('1,5,Reyes,,Ana,3,F,W,"Reno, NV'), [
			['Close', true, '1,5,Reyes,,Ana,3,F,W,"Reno, NV"'],
			['Remove', false, '1,5,Reyes,,Ana,3,F,W,Reno, NV'],
		]);
	});

	it('is closed where the row then has the right number of values', () => {
		assert.deepEqual(closings('1,5,"Reyes, Jr,,Ana,3,F,W,Reno')[0], [
			'Close',
			true,
			'1,5,"Reyes, Jr",,Ana,3,F,W,Reno',
		]);
		const [withoutSpace] = closings('1,5,"Reyes,Jr,,Ana,3,F,W,Reno');
		assert.deepEqual(withoutSpace, ['Close', false, '1,5,"Reyes,Jr",,Ana,3,F,W,Reno']);
	});

	it('has no preferred fix where a value would not fit, the row is too short, or its value may have lines', () => {
		for (const [row, next] of [
			['1,5,"Reyes,,Ana,3,F,Reno,W', SOUND],
			['1,5,"Reyes,,Ana,3,F', SOUND],
			['1,5,Reyes,,Ana,3,F,W,"Reno', 'NV" x'],
			['1,5,Reyes,,Ana,3,F,"W, B,Reno', SOUND],
		] as const) {
			for (const fix of closings(row, next) as unknown[][]) assert.equal(fix[1], false, row);
		}
	});

	it('is reported where the value opens, also if a later value of the row seems to close it', () => {
		const row = '1,5,"Reyes,,Ana,3,F,W,"Reno, NV"';
		const found = rows(SOUND, row, SOUND);
		assert.deepEqual(faults(found), ['csv/unclosed-quote 3:3']);
		assert.equal(found[0]?.text, '"');
		assert.equal(
			found[0]?.fixes[0]?.apply(),
			[HEADER, SOUND, '1,5,"Reyes",,Ana,3,F,W,"Reno, NV"', SOUND, ''].join('\n'),
		);
		assert.deepEqual(
			found[0]?.fixes.map(({ preferred }) => preferred),
			[true, false],
		);
	});

	it('is reported where the value opens, also if a value of a later row seems to close it', () => {
		const found = rows('1,5,Reyes,,Ana,3,F,W,"Reno', SOUND.replace('Boone', '"Boone, Jr"'), SOUND);
		assert.deepEqual(faults(found), ['csv/unclosed-quote 2:9']);
		assert.match(found[0]?.message ?? '', /: rows 2 to 3 would be read as one value\. /);
		assert.equal(found[0]?.fixes[0]?.preferred, true);
	});

	it('is closed after the doubled quotes of its field', () => {
		const text = `${HEADER}\n1,5,Reyes,,"Ana ""Annie"",3,F,W,Reno\n`;
		const { fixes } = only(check(STUDENTS, text), 'csv/unclosed-quote');
		const close = fixes.find(({ title }) => title.startsWith('Close'));
		assert.equal(close?.apply(), `${HEADER}\n1,5,Reyes,,"Ana ""Annie""",3,F,W,Reno\n`);
	});

	it('is not reported for a field of 64 lines; one of 65 lines is read as rows up to its end', () => {
		const field = (lines: number) => `1,5,"${Array<string>(lines).fill('Reyes').join('\n')}",,Ana,3,F,W,Reno`;
		assert.deepEqual(faults(rows(SOUND, field(64), SOUND)), []);
		const found = rows(SOUND, field(65), SOUND, SOUND);
		assert.equal(found[0]?.rule, 'csv/unclosed-quote');
		assert.equal(found[0]?.record, 2);
		assert.deepEqual(
			new Set(found.slice(1).map(({ rule }) => rule)),
			new Set(['csv/field-count', 'csv/quote-in-field']),
		);
		assert.deepEqual(
			found.map(({ record }) => record),
			Array.from({ length: 65 }, (_, line) => line + 2),
		);
	});
});
