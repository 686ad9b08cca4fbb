import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
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
	if (other) {
		const [students, extension] = own.table.role === 'roster' ? [own, other] : [other, own];
		extension.compareWith(new LiveRoster(students));
		extension.run();
	}
	return unescaped(studentHover(own, other, position)).split('\n');
}

describe('hover on an ID', () => {
	const expected = [
		'**Reyes, Ana** · school 5 · grade 3',
		'',
		'- `Gender` · `F` (Female) · students.csv',
		'- ⚠ `Race` · `W` (White) / `B` (Black or African-American) · students.csv · Rows of one student disagree',
		'- ⚠ `ext.title_i` · `Yes` · students.csv · Values differ',
		'- ⚠ `ext.title_i` · `No` · students_ext.csv · The two files disagree about a student',
		'- `ext.primary_disability_type` · `AUT` (Autism) · students_ext.csv',
	];

	it('names the student, and lists each category with its value and its file, from either file', () => {
		assert.deepEqual(hoverLines(ROSTER, EXT.replace('1001', '1‸001')), expected);
		assert.deepEqual(hoverLines(ROSTER.replace('1001', '1‸001'), EXT), expected);
	});

	it('has a line for all fourteen categories', () => {
		const columns = [...demographics];
		assert.equal(columns.length, 14);
		const lines = hoverLines(`Student_id,${columns}\n‸1${','.repeat(14)}\n`, undefined);
		assert.deepEqual(
			lines.map((line) => / `(\S+)` · _empty_ · students\.csv$/.exec(line)?.[1]).sort(),
			columns.sort(),
		);
	});

	it('puts IEP, IDEA and the type of disability together', () => {
		const special = ['IEP_status', 'ext.idea_indicator', 'ext.primary_disability_type'];
		const rosterText = 'Student_id,IEP_status,Gender\n‸1,Y,F\n';
		const extText = 'sis_id,ext.title_i,ext.primary_disability_type,ext.idea_indicator\n1,No,AUT,Yes\n';
		assert.deepEqual(
			hoverLines(rosterText, extText).map((line) => line.split('`')[1]),
			['Gender', ...special, 'ext.title_i'],
		);
	});

	it('marks what contradicts itself, in one file or between the two', () => {
		const marks = (iep: string, idea: string, type: string, disability: string): string[] =>
			hoverLines(
				`Student_id,School_id,Last_name,First_name,IEP_status\n‸1,5,A,B,${iep}\n`,
				`sis_id,ext.idea_indicator,ext.primary_disability_type,ext.disability_status\n1,${idea},${type},${disability}\n`,
			)
				.filter((line) => line.startsWith('- ⚠'))
				.map((line) => `${line.split('`')[1]}: ${line.split(' · ').slice(3).join(' · ')}`);
		assert.deepEqual(marks('Y', 'Yes', 'AUT', 'Yes'), []);
		assert.deepEqual(marks('N', 'No', '', 'No'), []);
		assert.deepEqual(marks('', '', '', ''), []);
		assert.deepEqual(marks('Y', 'No', '', 'No'), [
			'IEP_status: `IEP_status` is `Y`, but `ext.idea_indicator` is `No`',
		]);
		assert.deepEqual(marks('Y', '', '', ''), [
			'IEP_status: `IEP_status` is `Y`, but `ext.idea_indicator` is empty',
		]);
		assert.deepEqual(marks('Y', 'Yes', '', 'Yes'), [
			'ext.idea_indicator: IDEA is Yes, but no disability type is given',
		]);
		assert.deepEqual(marks('N', 'No', 'AUT', 'No'), [
			'ext.primary_disability_type: A disability type is given, but IDEA is No',
		]);
		assert.deepEqual(marks('Y', 'Yes', 'AUT', 'No'), [
			'ext.disability_status: IDEA is Yes, but the disability status is No',
		]);
		assert.deepEqual(marks('N', 'Yes', 'AUT', 'Yes'), [
			'ext.idea_indicator: IDEA is Yes, but IEP_status is N',
		]);
	});

	it('leaves out a file that is missing or does not have the student', () => {
		const lines = hoverLines(ROSTER.replace('1002', '1‸002'), EXT);
		assert.equal(lines[0], '***Poe*, Bo** · school 6 · grade K');
		assert.ok(lines.slice(2).every((line) => line.endsWith(' · students.csv')));
		assert.deepEqual(hoverLines(undefined, EXT.replace('1001', '1‸001')), [
			'- `ext.primary_disability_type` · `AUT` (Autism) · students_ext.csv',
			'- `ext.title_i` · `No` · students_ext.csv',
		]);
	});

	it('shows values as they are, so that none adds a line or formatting', () => {
		const { own, other, position } = pairOf(ROSTER, EXT.replace('1003', '1‸003'));
		assert.match(studentHover(own, other, position), / · `a\|b` · /);
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
		assert.ok(text.indexOf('Excel') >= 0 && text.indexOf('Excel') < text.indexOf('`ext.title_i` ·'), text);
	});
});
