import assert from 'node:assert/strict';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { isFixable, preferredFixOf } from '../../server/src/check/fixes/fixEdits';
import { statusOf } from '../../server/src/features/status';
import { Random } from '../csv/random';
import { applied } from '../support/checking';
import { checked } from '../support/features';
import { fixedBy } from './fixing';

const HEADER = 'Student_id,School_id,Last_name,First_name';

describe('fix all', () => {
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
				// What is left to fix by its value would give a row the ID of another.
				const taken = then.findings().filter((one) => isFixable(then, one));
				assert.equal(statusOf(then).fixable, taken.length);
				assert.ok(taken.every(({ column }) => column === then.layout.keyIndex));
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
