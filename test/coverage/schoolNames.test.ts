import assert from 'node:assert/strict';
import { readSchoolNames, type SchoolNames } from '../../server/src/coverage/schoolNames';
import { publicNames } from '../../server/src/coverage/suppression/schoolNames';
import { CsvDocument } from '../../server/src/csv/document';
import { runToEnd } from '../../server/src/work/runToEnd';

function namesIn(text: string): SchoolNames {
	return runToEnd(readSchoolNames(new CsvDocument('file:///schools.csv', 'csv', 0, text, { blockSize: 64 })));
}

function shownIn(text: string): Readonly<Record<string, string>> {
	return Object.fromEntries(namesIn(text).byId);
}

const HEADER = 'School_id,School_name,School_number,State_id,Low_grade,High_grade,Principal';

describe('the names in schools.csv', () => {
	it('are read by the columns, wherever they are and however they are spelled', () => {
		const expected = { 5: 'Lincoln Elementary', 6: 'Oak, North' };
		for (const text of [
			`${HEADER}\n5,Lincoln Elementary,1,2,K,5,Reyes\n6,"Oak, North",1,2,6,8,Poe\n`,
			'\ufeffSCHOOL NAME,School Id\r\nLincoln Elementary,5\r\n"Oak, North",6',
			'"school_id","schoolName"\n"5","Lincoln Elementary"\n\n6," Oak, North "\n',
		]) {
			assert.deepEqual(shownIn(text), expected, text);
		}
	});

	it('are none where the file is no file of schools', () => {
		for (const text of [
			'',
			'\n',
			'School_id,Name\n5,Lincoln\n',
			'School_name\nLincoln\n',
			'School_id,School_name,School name\n5,Lincoln,Oak\n',
			'School_id;School_name\n5;Lincoln\n',
			'S\0c\0h\0o\0o\0l\0_\0i\0d\0,\0S\0c\0h\0o\0o\0l\0_\0n\0a\0m\0e\0\n\x005\0,\0L\0\n\0',
			// What UTF-8 makes of Windows-1252.
			'School_id,School_name\n5,Lincoln\n6,Pe\ufffda\n',
		]) {
			assert.deepEqual(shownIn(text), {}, text);
		}
	});

	it('are none for IDs in several rows, and without a name or with one that is none', () => {
		const text = `School_id,School_name\n5,Lincoln\n5,Oak\n6,\n7,"Two\nlines"\n8,${'x'.repeat(501)}\n9,${'y'.repeat(300)}\n,No ID\n`;
		assert.deepEqual(shownIn(text), { 9: 'y'.repeat(300) });
		assert.equal(namesIn(text).isSound, false);
	});

	it('are those of exactly this ID', () => {
		assert.equal(shownIn('School_id,School_name\n0101,Lincoln\n')['101'], undefined);
	});

	it('are those of the rows that can be read', () => {
		const text = 'School_id,School_name\n5,Lincoln,more\n6,Oak\n7,"Elm" x\n8\n9,"Ash\n';
		assert.deepEqual(shownIn(text), { 6: 'Oak' });
		assert.equal(namesIn(text).isSound, false);
	});

	it('are kept as they are, markup and all', () => {
		const name = '<img src=x> [a](command:b) $(bug)';
		assert.deepEqual(shownIn(`School_id,School_name\n5,${name}\n`), { 5: name });
	});

	it('are none in a file that is far too large', () => {
		const rows = Array.from({ length: 300_000 }, (_, at) => `${at},School ${at}\n`).join('');
		assert.deepEqual(shownIn(`School_id,School_name\n${rows}`), {});
	});
});

describe('the names of schools in a saved report', () => {
	const published = (...rows: readonly string[]): Readonly<Record<string, string>> =>
		Object.fromEntries(publicNames(namesIn(`School_id,School_name\n${rows.join('\n')}\n`)));

	it('are those that say that they are schools', () => {
		assert.deepEqual(
			published(
				'1,Lincoln Elementary',
				"2,St. Mary's School - North",
				'3,Academia: Peña',
				'4,Washington High School',
				'5,Escuela Peña & Ruiz 120',
				'6,Reyes',
				'7,"Reyes, Ana"',
				'8,Robert Poe Junior',
				'9,Schooley',
				'10,<b>Oak School</b>',
				`11,${'Oak '.repeat(30)}School`,
				'12,Elm High',
			),
			{
				1: 'Lincoln Elementary',
				2: "St. Mary's School - North",
				4: 'Washington High School',
				5: 'Escuela Peña & Ruiz 120',
				12: 'Elm High',
			},
		);
	});

	it('are plain words with a short number', () => {
		for (const name of [
			'Reyes Ana (IEP) School',
			'"Reyes, Ana, Middle name Lee"',
			'Escuela Peña #2',
			'Oak/Elm School',
			'-2 School',
			'Oak School 555-01-9999',
			'School 4711',
			'Oak School 555 019 999',
			'Oak School 1-2-12',
			'Oak School ١٢٣٤',
		]) {
			assert.deepEqual(published(`1,${name}`), {}, name);
		}
	});

	it('are none where two schools have one name', () => {
		assert.deepEqual(published('1,Oak School', '2,OAK SCHOOL', '3,Elm School'), { 3: 'Elm School' });
	});

	it('are none where the file has several rows for a school, as one of students has', () => {
		assert.deepEqual(published('1,Oak School', '2,Elm School', '1,Ash School'), {});
		assert.deepEqual(published('1,Oak School', '2,Elm School,x'), {});
	});
});
