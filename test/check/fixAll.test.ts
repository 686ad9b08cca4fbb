import assert from 'node:assert/strict';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { preferredFixOf } from '../../server/src/check/fixes/fixEdits';
import type { Checker } from '../../server/src/check/live/checker';
import { toTextEdits } from '../../server/src/csv/ranges';
import { statusOf } from '../../server/src/features/status';
import { Random } from '../csv/random';
import { applied } from '../support/checking';
import { checked, edited } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name';

/** The text after "fix all", which must be the same by offsets and by LSP positions. */
function fixedBy(checker: Checker): string {
	const text = checker.document.getText();
	const edits = fixAllEdits(checker);
	const after = applied(text, edits);
	assert.equal(edited(text, toTextEdits(checker.document, edits)), after);
	for (const { start, end, text: written } of edits) {
		assert.notEqual(text.slice(start, end), written, 'no edit that changes nothing');
	}
	assert.equal(checker.document.getText(), text, 'the document is not touched');
	return after;
}

const fixed = (table: string, text: string, settings?: unknown): string =>
	fixedBy(checked(table, text, settings));

describe('fix all', () => {
	it('applies every preferred fix and no other', () => {
		const text =
			`${HEADER},Gender,Race,Frl_status,IEP_status\r\n` +
			'1,5,Reyes,"Ana",Female,"white",Y,null\r\n2,5,"Bo, Jr",Lee,m,H,free,Yes\r\n';
		assert.equal(
			fixed('students.csv', text),
			`${HEADER},Gender,Race,Frl_status,IEP_status\r\n` +
				'1,5,Reyes,"Ana",F,"W",Y,\r\n2,5,"Bo, Jr",Lee,M,H,F,Y\r\n',
		);
	});

	it('renames a header and fixes the values that this reveals below it', () => {
		assert.equal(
			fixed('students_ext.csv', 'Student_id,Title I,migrant status\n1 ,YES,y\n 2,"no",N/A\n'),
			'sis_id,ext.title_i,ext.migrant_status\n1,Yes,Yes\n2,"No",\n',
		);
	});

	it('fixes the values of a file whose delimiter it changes', () => {
		assert.equal(
			fixed('students_ext.csv', 'sis_id;ext.migrant_status\r\n1;y\r\n2;"n"\r\n'),
			'sis_id,ext.migrant_status\r\n1,Yes\r\n2,"No"\r\n',
		);
		assert.equal(
			fixed('students_ext.csv', '\ufeff"sis_id";"ext.migrant_status"\r\n"1";y\r\n'),
			'\ufeff"sis_id","ext.migrant_status"\r\n"1",Yes\r\n',
		);
	});

	it('quotes a value with a comma and fixes the fields that this moves back under their headers', () => {
		assert.equal(
			fixed('students.csv', `${HEADER},Gender\n1,5,Reyes, Jr,Ana,Female\n`),
			`${HEADER},Gender\n1,5,"Reyes, Jr",Ana,F\n`,
		);
	});

	it('deletes neighboring rows up to a last one without a line break', () => {
		assert.equal(
			fixed('students.csv', `${HEADER}\n\n,,,\n\n1,5,Reyes,Ana\n,,,\n,,,`),
			`${HEADER}\n1,5,Reyes,Ana`,
		);
		assert.equal(fixed('students_ext.csv', 'sis_id\r\n1\r\n\r\n\r\n'), 'sis_id\r\n1\r\n');
	});

	it('deletes a row when its fixes leave nothing but commas', () => {
		assert.equal(
			fixed('students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n,null\n'),
			'sis_id,ext.title_i\n1,Yes\n',
		);
	});

	it('changes nothing in a correct file and in an empty one', () => {
		assert.deepEqual(fixAllEdits(checked('students.csv', `${HEADER}\n1,5,Reyes,Ana\n`)), []);
		assert.deepEqual(fixAllEdits(checked('students.csv', '')), []);
	});

	it('respects the rules that the district has switched off and the values it accepts', () => {
		const text = `${HEADER},Gender\n1,5,Reyes,Ana,Female\n1,5,Reyes,Ana,female\n2,5,Bo,Lee,m\n`;
		const settings = { rules: { 'field/code-spelling': 'off' }, acceptedValues: { Gender: ['Female'] } };
		assert.equal(fixed('students.csv', text, settings), text);
	});

	it('fixes many rows at once', () => {
		const text = (value: string): string =>
			`${HEADER},Gender\n${Array.from({ length: 30_000 }, (_, id) => `${id},5,Reyes,Ana,${value}\n`).join('')}`;
		assert.equal(applied(text('Female'), fixAllEdits(checked('students.csv', text('Female')))), text('F'));
	});
});

const HEADERS: Readonly<Record<string, readonly string[]>> = {
	'students.csv': [
		'Student_id',
		'STUDENT ID',
		'sis_id',
		'School_id',
		'Last_name',
		'First_name',
		'Gender',
		'GENDER',
		'Gendr',
		'Race',
		'Hispanic_Latino',
		'Frl status',
		'"IEP_status"',
		'Home_language',
		'ext.title_i',
		'title_i',
		'Password',
		'',
		'Shoe',
	],
	'students_ext.csv': [
		'sis_id',
		'SIS ID',
		'Student_id',
		'ext.title_i',
		'Title I',
		'ext.migrant_status',
		'migrant_status',
		'ext.primary_disability_type',
		'ext.other',
		'x',
		'',
	],
};
const VALUES = [
	'1',
	'2 ',
	' 3',
	'"4"',
	'F',
	'f',
	'Female',
	'"Female"',
	'Y',
	'Yes',
	'y',
	'no',
	'null',
	'N/A',
	'" "',
	'',
	'',
	'Autism',
	'AUT',
	'aut',
	'Deafness',
	'white',
	'H',
	'Reyes, Jr',
	'a"b',
	'"a"b',
	'"a',
	'=x',
	'1.23E+05',
	'spa',
	'😀',
	'\ufffd',
	'"x,y"',
];

/** A file with all kinds of faults, as text; some rows are too short, too long or empty. */
function randomFile(random: Random, table: string): string {
	const lineBreak = random.pick(['\n', '\r\n', '\r']);
	const delimiter = random.chance(0.05) ? ';' : ',';
	const names = HEADERS[table] as readonly string[];
	const columns = [random.chance(0.8) ? (names[0] as string) : random.pick(names)];
	for (let left = random.below(6); left > 0; left--) columns.push(random.pick(names));
	const lines = [columns.join(delimiter)];
	for (let left = random.below(12); left > 0; left--) {
		const width = columns.length + (random.chance(0.15) ? random.below(4) - 1 : 0);
		lines.push(
			random.chance(0.1)
				? random.pick(['', delimiter.repeat(columns.length - 1), ' '])
				: Array.from({ length: width }, () => random.pick(VALUES)).join(delimiter),
		);
	}
	return (random.chance(0.1) ? '\ufeff' : '') + lines.join(lineBreak) + (random.chance(0.8) ? lineBreak : '');
}

describe('fix all, on files with all kinds of faults', () => {
	for (const table of Object.keys(HEADERS)) {
		it(`${table}: leaves nothing that it could fix, and announces the right number`, () => {
			const random = new Random(3);
			let fixedFiles = 0;
			for (let round = 0; round < 1500; round++) {
				const text = randomFile(random, table);
				const after = fixedBy(checked(table, text));
				if (after !== text) fixedFiles++;
				const then = checked(table, after);
				const left = then.findings().filter((one) => preferredFixOf(then, one));
				assert.deepEqual(
					left.map(({ rule }) => rule.id),
					[],
					JSON.stringify(text),
				);
				assert.equal(statusOf(then).fixable, 0);
			}
			assert.ok(fixedFiles > 700, `${fixedFiles} files had something to fix`);
		});

		it(`${table}: leaves every byte alone that it does not fix`, () => {
			const random = new Random(5);
			for (let round = 0; round < 500; round++) {
				const text = randomFile(random, table);
				const checker = checked(table, text);
				let end = 0;
				const edits = fixAllEdits(checker);
				const after = applied(text, edits);
				for (const edit of edits) {
					assert.ok(
						after.includes(text.slice(end, edit.start)),
						'the text between two edits stands as it was',
					);
					end = edit.end;
				}
				assert.ok(after.endsWith(text.slice(end)));
				assert.equal(after.includes('\r\n'), text.includes('\r\n') && /\r\n/.test(after));
			}
		});
	}
});
