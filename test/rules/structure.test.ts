import assert from 'node:assert/strict';
import { check, checkerOf, type Found, faults, foundBy, ofRule, only } from '../support/checking';

const EXT = 'students_ext.csv';
const STUDENTS = 'students.csv';
const HEADER = 'Student_id,School_id,Last_name,Middle_name,First_name,Grade,Gender,Race,Student_city';
const SOUND = '9,5,Boone,,Lee,3,M,W,Austin';

/** The findings of a students.csv with these rows. */
function rows(...lines: readonly string[]): readonly Found[] {
	return check(STUDENTS, [HEADER, ...lines, ''].join('\n'));
}

/** The row after a fix, which must not change the other rows, with LF and with CRLF. */
function fixedRow(row: string, rule: string, title?: string): string {
	const outcomes = ['\n', '\r\n'].map((lineBreak) => {
		const before = `\uFEFF${HEADER.replace('Race', '"Race"')}${lineBreak}"8",5,"Ng",,Kim,3,F,"A",Reno${lineBreak}`;
		const after = `${lineBreak}${SOUND}${lineBreak}"7",5,"a ""b"" c",,Kim,3,,,${lineBreak}`;
		const { fixes } = only(check(STUDENTS, before + row + after), rule);
		const fix = title ? fixes.find((one) => one.title === title) : fixes[0];
		assert.ok(fix, `${title}: ${fixes.map((one) => one.title)}`);
		const text = fix.apply();
		assert.equal(text.slice(0, before.length), before);
		assert.equal(text.slice(-after.length), after);
		return text.slice(before.length, -after.length);
	});
	assert.equal(outcomes[0], outcomes[1]);
	return outcomes[0] as string;
}

describe('csv/text-after-quote', () => {
	it('is reported on the text after the quote', () => {
		const found = rows(
			'1,5,"Rey""es" Jr,,Ana,3,F,W,Reno',
			'2,5,"a" ,,Ana,3,F,W,Reno',
			'3,5,"a""b"c"d",,Ana,3,F,W,Reno',
		);
		assert.deepEqual(
			found.map(({ rule, column, text }) => [rule, column, text]),
			[' Jr', ' ', 'c"d"'].map((text) => ['csv/text-after-quote', 2, text]),
		);
	});

	it('has fixes that remove the quotes or keep them in the value', () => {
		const row = '1,5,"Rey""es, A." Jr,,Ana,3,F,W,Reno';
		const { fixes } = only(rows(row), 'csv/text-after-quote');
		assert.ok(fixes.every(({ preferred }) => !preferred));
		assert.equal(
			fixedRow(row, 'csv/text-after-quote', 'Remove the Quotes'),
			'1,5,"Rey""es, A. Jr",,Ana,3,F,W,Reno',
		);
		assert.equal(
			fixedRow(row, 'csv/text-after-quote', 'Keep the Quotes as Part of the Value'),
			'1,5,"""Rey""es, A."" Jr",,Ana,3,F,W,Reno',
		);
	});
});

describe('csv/quote-in-field', () => {
	it('is reported on the field, with a fix that quotes it', () => {
		const row = '1,5,Reyes,,Ana "Annie" B,3,F,W,Reno';
		const found = only(rows(row), 'csv/quote-in-field');
		assert.equal(found.text, 'Ana "Annie" B');
		assert.equal(found.fixes[0]?.preferred, true);
		assert.equal(fixedRow(row, 'csv/quote-in-field'), '1,5,Reyes,,"Ana ""Annie"" B",3,F,W,Reno');
	});

	it('is reported once for each field', () => {
		assert.deepEqual(faults(rows('1,5,a"b"",,"c" d,3,F,W,e"')), [
			'csv/text-after-quote 2:5',
			'csv/quote-in-field 2:3',
			'csv/quote-in-field 2:9',
		]);
	});
});

describe('csv/encoding', () => {
	it('is reported once, on the first letter that was lost, with the count', () => {
		const lost = '1,5,Mu\uFFFDoz,,Jos\uFFFD,3,Zzz,W,Reno';
		const found = rows(SOUND, lost, SOUND.replace('9', '8').replace('M', 'Zzz'), lost);
		assert.deepEqual(faults(found), ['csv/encoding 3:3', 'field/unknown-code 4:7']);
		const one = only(found, 'csv/encoding');
		assert.deepEqual([one.text, one.severity], ['\uFFFD', 'error']);
		assert.match(one.message, /^This file is not UTF-8: 4 letters cannot be read\. /);
	});

	it('is on the header where that lost a letter', () => {
		const found = check(
			'students.csv',
			'Student_id,School_id,Last_name,First_name,Se\uFFFDor\n1,5,A\uFFFD,B,\n',
		);
		const one = only(found, 'csv/encoding');
		assert.deepEqual([one.record, one.column, one.text], [0, 4, '\uFFFD']);
		assert.match(one.message, /: 2 letters /);
	});

	it('counts on as rows are edited', () => {
		const checker = checkerOf(
			'students.csv',
			`Student_id,School_id,Last_name,First_name\n${'1,5,A\uFFFD,B\n'.repeat(40)}`,
			{},
			{ blockSize: 32 },
		);
		const listed = () =>
			ofRule('csv/encoding', foundBy(checker)).map(({ record, message }) => [
				record,
				message.match(/\d+ letter/)?.[0],
			]);
		const replaceLine = (line: number, text: string) => {
			const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
			checker.document.update([{ range, text }], checker.document.version + 1);
			assert.ok(checker.run());
		};
		assert.ok(checker.run());
		assert.deepEqual(listed(), [[1, '40 letter']]);
		assert.equal(checker.tally.counts.error, 1);
		replaceLine(1, '1,5,A,B\n');
		replaceLine(20, '1,5,\uFFFD\uFFFDA,B\n');
		assert.deepEqual(listed(), [[2, '40 letter']]);
		for (let line = 2; line <= 40; line++) replaceLine(line, '1,5,A,B\n');
		assert.deepEqual([listed(), checker.tally.counts.error], [[], 0]);
	});
});

describe('csv/blank-line', () => {
	it('is reported once for each empty row, and for rows of only commas or spaces', () => {
		const found = rows(
			'',
			SOUND,
			',,,,,,,,',
			',,',
			' ',
			',,,,,,,,,,,',
			'""',
			'\t',
			SOUND,
			'"",,"",,,,,,',
			' ,,\u00A0,,"  ",,,,',
		);
		assert.deepEqual(
			faults(found),
			[2, 4, 5, 6, 7, 8, 9, 11, 12].map((row) => `csv/blank-line ${row}:1`),
		);
		assert.ok(found.every(({ fixes }) => fixes.length === 1 && fixes[0]?.preferred));
		assert.equal(found[1]?.text, ',,,,,,,,');
	});

	it('is not reported for the line break after the last row', () => {
		assert.deepEqual(faults(check(EXT, 'sis_id\n1\n')), []);
		assert.deepEqual(faults(check(EXT, 'sis_id\n1')), []);
		assert.deepEqual(faults(check(EXT, 'sis_id\n1\n\n')), ['csv/blank-line 3:1']);
		assert.deepEqual(faults(check(EXT, 'sis_id\r\n1\r\n\r\n\r\n')), [
			'csv/blank-line 3:1',
			'csv/blank-line 4:1',
		]);
	});

	it('is not reported if the row has an ID or a value of line breaks', () => {
		assert.deepEqual(faults(rows('1,,,,,,,,', ',,"a\n\nb",,,,,,')), ['field/empty-key 3:1']);
	});

	it('has a fix that removes the row with its line break and nothing else', () => {
		const text = `${HEADER}\r\n\r\n${SOUND}\r\n,,\r\n${SOUND}\r\n,,,,,,,,`;
		const [first, second, last] = check(STUDENTS, text).map(({ fixes }) => fixes[0]?.apply());
		assert.equal(first, text.replace('\r\n\r\n', '\r\n'));
		assert.equal(second, text.replace(',,\r\n', ''));
		assert.equal(last, text.slice(0, -'\r\n,,,,,,,,'.length), 'the last row had no line break, and has none');
	});
});

describe('csv/field-count', () => {
	const count = (row: string): Found => {
		const found = rows(SOUND, row, SOUND);
		assert.equal(found.length, 1, JSON.stringify(found));
		return only(found, 'csv/field-count');
	};
	const offers = (row: string) => count(row).fixes.map(({ title, preferred }) => [title, preferred]);

	it('offers what another row of the same student has, never preferred', () => {
		const sound = '4,5,"Reyes,Jr",,Ana,3,F,W,"St. Clair,Ely"';
		const broken = '4,5,Reyes,Jr,,Ana,3,F,W,St. Clair,Ely';
		const { fixes } = only(rows(SOUND, broken, sound), 'csv/field-count');
		const [first] = fixes;
		assert.equal(first?.title, 'Quote Last_name, Student_city as in Another Row with This ID');
		assert.equal(first.preferred, false);
		assert.equal(first.apply(), [HEADER, SOUND, sound, sound, ''].join('\n'));
		const other = only(rows(SOUND, broken, sound.replace('4', '6')), 'csv/field-count');
		assert.ok(other.fixes.every(({ title }) => !title.includes('This ID')));
	});

	it('has a preferred fix if only one value with a comma explains the row', () => {
		for (const [row, value, column, after] of [
			['1,5,Reyes, Jr,M,Ana,3,F,W,Reno', 'Reyes, Jr', 'Last_name', '1,5,"Reyes, Jr",M,Ana,3,F,W,Reno'],
			[
				'1,5,Reyes, Jr, III,M,Ana,3,F,W,Reno',
				'Reyes, Jr, III',
				'Last_name',
				'1,5,"Reyes, Jr, III",M,Ana,3,F,W,Reno',
			],
			['1,5,Reyes,,Ana, B.,3,,,', 'Ana, B.', 'First_name', '1,5,Reyes,,"Ana, B.",3,,,'],
			['1,5,Reyes,,Ana,3,F,W,Reno, NV', 'Reno, NV', 'Student_city', '1,5,Reyes,,Ana,3,F,W,"Reno, NV"'],
			[
				'"1",5,"Reyes",,Ana,3,F,"W",Reno,NV',
				'Reno,NV',
				'Student_city',
				'"1",5,"Reyes",,Ana,3,F,"W","Reno,NV"',
			],
		] as const) {
			const found = count(row);
			assert.equal(found.text, value);
			assert.ok(
				found.message.endsWith(`: ${column} has a comma but no quotes. Put the value in quotes.`),
				row,
			);
			assert.deepEqual(offers(row), [[`Quote "${value}" as One ${column}`, true]]);
			assert.equal(fixedRow(row, 'csv/field-count'), after);
		}
	});

	it('has several fixes, none preferred, if several values explain the row', () => {
		const row = '1,5,Reyes,Jr,M,Ana,3,F,W,Reno';
		assert.deepEqual(offers(row), [
			['Quote "Reyes,Jr" as One Last_name', false],
			['Quote "Jr,M" as One Middle_name', false],
			['Quote "M,Ana" as One First_name', false],
		]);
		assert.equal(
			fixedRow(row, 'csv/field-count', 'Quote "Jr,M" as One Middle_name'),
			'1,5,Reyes,"Jr,M",Ana,3,F,W,Reno',
		);
		assert.equal(count(row).text, ',Reno', 'what is too much');
		assert.match(count(row).message, /^This row has 10 values for 9 columns\. If a value contains a comma/);
	});

	it('never joins codes, IDs or quoted values, or more than four values', () => {
		for (const row of ['1,5,"Reyes","Jr","M","Ana","3",F,W,"Reno"', '1,5,,,,,,,,,,,,,x,y'])
			assert.deepEqual(offers(row), []);
		assert.deepEqual(
			check(EXT, 'sis_id,ext.title_i\n1,Yes,No\n').flatMap(({ fixes, rule }) =>
				rule === 'csv/field-count' ? fixes : [],
			),
			[],
		);
	});

	it('does not join a value with an extra comma at the end of the row', () => {
		assert.deepEqual(offers(`${SOUND},`), []);
		assert.deepEqual(offers(`${SOUND},,`), []);
		for (const end of [' ', '  ', ' , '])
			assert.deepEqual(offers(`${SOUND},${end}`), [], JSON.stringify(end));
		assert.deepEqual(offers('1,5,Reyes, Jr,M,Ana,3,F,W,'), [['Quote "Reyes, Jr" as One Last_name', true]]);
	});

	it('does not join a name because of a comma in the password', () => {
		const header = 'Student_id,School_id,First_name,Password,Last_name';
		const found = only(check(STUDENTS, `${header}\n1,5,Ana,pa,ss,Reyes\n`), 'csv/field-count');
		assert.ok(found.fixes.every(({ preferred }) => !preferred));
		const blank = only(check(STUDENTS, `${header}\n1,5,Ana,pa, ss,Reyes\n`), 'csv/field-count');
		assert.deepEqual(
			blank.fixes.map(({ title, preferred }) => [title, preferred]),
			[['Quote the Value of Password', true]],
		);
		assert.equal(blank.fixes[0]?.apply(), `${header}\n1,5,Ana,"pa, ss",Reyes\n`);
	});

	it('has a fix that adds empty values at the end of a short row', () => {
		const row = '1,5,Reyes,,Ana,3,F';
		const found = count(row);
		assert.equal(found.text, row);
		assert.match(found.message, /^This row has 7 values for 9 columns\. .* cut off before Race\.$/);
		assert.deepEqual(offers(row), [['Add 2 Empty Values at the End', false]]);
		assert.equal(fixedRow(row, 'csv/field-count'), '1,5,Reyes,,Ana,3,F,,');
		assert.match(count('1').message, /^This row has 1 value for 9 columns\./);
		assert.deepEqual(offers('1,5,Reyes,,Ana,3,F,W'), [['Add an Empty Value at the End', false]]);
	});
});

describe('a mistake in the structure of a row', () => {
	/** There are wrong codes to the left and to the right of the mistake. */
	const ext = (row: string) =>
		faults(check(EXT, `sis_id,ext.title_i,ext.note,ext.migrant_status\n${row}\n2,Zzz,,Zzz\n`)).map((one) =>
			one.replace('field/unknown-code', 'code'),
		);
	const next = ['code 3:2', 'code 3:4'];

	it('hides the findings to its right, but not those to its left', () => {
		for (const [field, rule] of [
			['"open', 'csv/unclosed-quote'],
			['"a" b', 'csv/text-after-quote'],
			['a "b"', 'csv/quote-in-field'],
			['a\uFFFD', 'csv/encoding'],
		] as const) {
			const found = ext(`1,Zzz,${field},Zzz`);
			assert.deepEqual([...found].sort(), [...next, 'code 2:2', `${rule} 2:3`].sort(), field);
		}
	});

	it('hides the findings on the value of its own field', () => {
		assert.deepEqual(ext('1,"Yes,,Zzz'), ['csv/unclosed-quote 2:2', ...next]);
		assert.deepEqual(ext('1,"Yes"x,,Zzz'), ['csv/text-after-quote 2:2', ...next]);
		assert.deepEqual(ext('1"2,Zzz,,Zzz'), ['csv/quote-in-field 2:1', ...next]);
	});

	it('hides all findings on values if the number of values is wrong', () => {
		assert.deepEqual(ext('1,Zzz,,Zzz,Zzz'), ['csv/field-count 2:5', ...next]);
		assert.deepEqual(ext(',Zzz'), ['csv/field-count 2:2', ...next]);
		assert.deepEqual(ext('1,Zzz,"open,Zzz,Zzz'), ['csv/unclosed-quote 2:3', ...next]);
	});

	it('hides the findings that compare the rows of a student', () => {
		const found = check(
			EXT,
			'sis_id,ext.idea_indicator,ext.primary_disability_type\n1,Yes,"\n1,Yes\n1,Yes,AUT\n',
		);
		assert.ok(!found.some(({ rule }) => /^(table|record)/.test(rule)));
	});
});
