import assert from 'node:assert/strict';
import { hover } from '../../server/src/features/hover/hover';
import { studentHover } from '../../server/src/features/hover/studentHover';
import { tables } from '../../server/src/spec';
import { unescaped } from '../support/features';
import { pairOf } from '../support/filePair';

const demographics = new Set(
	tables
		.flatMap(({ elements }) => elements.filter(({ kind }) => kind === 'demographic'))
		.map(({ column }) => column),
);
const ROSTER =
	'Student_id,School_id,Last_name,First_name,Grade,Gender,Race,ext.title_i,Password\n' +
	'1001,5,Reyes,Ana,3,F,W,Yes,hunter2\n1001,5,Reyes,Ana,3,F,B,Yes,hunter2\n1002,6,*Poe*,Bo,K,,,,hunter2\n';
const EXT = 'sis_id,ext.title_i,ext.primary_disability_type\n1001,No,AUT\n1003,a|b,XX\n';

function hoverLines(roster: string | undefined, ext: string | undefined): string[] {
	const { own, other, position } = pairOf(roster, ext);
	return unescaped(studentHover(own, other, position)).split('\n');
}

describe('hover on an ID', () => {
	const expected = [
		'**Reyes, Ana** · school 5 · grade 3',
		'',
		'|  | students.csv |  | students_ext.csv |',
		'| --- | --- | --- | --- |',
		'| ext.title_i | Yes | ext.title_i | No |',
		'| Gender | F (Female) | ext.primary_disability_type | AUT (Autism) |',
		'| Race | W (White) / B (Black or African-American) |  |  |',
	];

	it('names the student, and shows each category as each file has it, from either file', () => {
		assert.deepEqual(hoverLines(ROSTER, EXT.replace('1001', '1‸001')), expected);
		assert.deepEqual(hoverLines(ROSTER.replace('1001', '1‸001'), EXT), expected);
	});

	it('has a line for all fourteen categories', () => {
		const columns = [...demographics];
		assert.equal(columns.length, 14);
		const lines = hoverLines(`Student_id,${columns}\n‸1${','.repeat(14)}\n`, undefined);
		assert.deepEqual(
			lines.slice(2).map((line) => line.split(' | ')[0]?.slice(2)),
			columns,
		);
	});

	it('leaves out a file that is missing or does not have the student', () => {
		assert.deepEqual(hoverLines(ROSTER.replace('1002', '1‸002'), EXT).slice(0, 3), [
			'***Poe*, Bo** · school 6 · grade K',
			'',
			'|  | students.csv |',
		]);
		assert.deepEqual(hoverLines(undefined, EXT.replace('1001', '1‸001')), [
			'|  | students_ext.csv |',
			'| --- | --- |',
			'| ext.primary_disability_type | AUT (Autism) |',
			'| ext.title_i | No |',
		]);
	});

	it('escapes values, so that none adds a cell or formatting', () => {
		const { own, other, position } = pairOf(ROSTER, EXT.replace('1003', '1‸003'));
		assert.match(studentHover(own, other, position), /\| a\\\|b \|/);
		const poe = pairOf(ROSTER.replace('1002', '1‸002'), EXT);
		assert.match(studentHover(poe.own, poe.other, poe.position), /^\*\*\\\*Poe\\\*, Bo\*\*/);
	});

	it('never shows a password', () => {
		for (const id of ['1001', '1002']) {
			assert.ok(
				!hoverLines(ROSTER.replace(id, `‸${id}`), EXT)
					.join()
					.includes('hunter2'),
			);
		}
	});

	it('appears on IDs only', () => {
		assert.deepEqual(hoverLines(ROSTER.replace('Reyes', 'Rey‸es'), EXT), ['']);
		assert.deepEqual(hoverLines(ROSTER, EXT.replace('sis_id', 'sis‸_id')), ['']);
	});

	it('follows the problem of the field', () => {
		const { own, other, position } = pairOf(ROSTER, EXT.replace('1003', '1‸.23E+05'));
		const student = studentHover(own, other, position);
		const result = hover(own, position, student);
		assert.ok(result && typeof result.contents === 'object' && 'value' in result.contents);
		const text = unescaped(result.contents.value);
		assert.ok(text.indexOf('Excel') >= 0 && text.indexOf('Excel') < text.indexOf('| ext.title_i |'), text);
	});
});
