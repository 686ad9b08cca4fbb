import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import type { Checker } from '../../server/src/check/live/checker';
import { Random } from '../csv/random';
import { check, checkerOf, foundBy, ofRule } from '../support/checking';

const RULE = 'dataset/iep-without-idea';
const file = (header: string, ...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;
const roster = (...rows: readonly string[]): string => file('Student_id,IEP_status', ...rows);
const ext = (...rows: readonly string[]): string => file('sis_id,ext.title_i,ext.idea_indicator', ...rows);

/** How many students are counted in students_ext.csv; 0 if there is no finding. */
function countIn(checker: Checker): number {
	assert.ok(checker.run());
	const [one, ...more] = ofRule(RULE, foundBy(checker));
	assert.deepEqual(more, []);
	return Number.parseInt(one?.message ?? '0', 10);
}

const counted = (text: string, sibling: string): number =>
	countIn(checkerOf('students_ext.csv', text, {}, { sibling }));

describe('students with an IEP and without IDEA', () => {
	it('are counted once, on the header of ext.idea_indicator: with No, an empty field or no row', () => {
		const found = check(
			'students_ext.csv',
			ext('1,Yes,No', '2,Yes,', '3,Yes,Yes', '5,Yes,No'),
			{},
			{
				sibling: roster('1,Y', '2,Y', '3,Y', '4,Y', '5,N', '6,'),
			},
		);
		const [one, ...more] = ofRule(RULE, found);
		assert.deepEqual(more, []);
		assert.deepEqual(
			[one?.record, one?.column, one?.text, one?.severity, one?.message],
			[
				0,
				2,
				'ext.idea_indicator',
				'information',
				'3 students have an IEP (IEP_status Y) but no Yes in ext.idea_indicator. Check whether IDEA applies to them.',
			],
		);
	});

	it('count once if they have several rows, in either file', () => {
		assert.equal(counted(ext('1,,No', '1,,'), roster('1,Y', '1,Y', '1,', '2,Y', '2,Y')), 2);
		assert.equal(counted(ext('1,,No', '1,,Yes'), roster('1,Y')), 0, 'one row says Yes');
		assert.equal(counted(ext('1,,No'), roster('1,Y', '1,N')), 0, 'rows that disagree are another finding');
	});

	it('are not counted where a value or a row cannot be read', () => {
		for (const value of ['yes', 'Y', 'no', 'Maybe', 'N/A', '"Y"es'])
			assert.equal(counted(ext(`1,,${value}`), roster('1,Y')), 0, value);
		for (const value of ['y', 'Yes', 'N', '', 'N/A'])
			assert.equal(counted(ext('1,,No'), roster(`1,${value}`)), 0, value);
		assert.equal(counted(ext('1,Yes'), roster('1,Y')), 0, 'a row with too few fields');
		assert.equal(counted(ext(' 1,,Yes'), roster('1,Y')), 0, 'a space in sis_id');
		assert.equal(counted(ext('1,,Yes'), roster(' 1,Y')), 0, 'a space in Student_id');
	});

	it('are counted in students.csv if that has both columns, and only there', () => {
		const header = 'Student_id,ext.idea_indicator,IEP_status';
		const text = file(header, '1,No,Y', '2,,Y', '2,,Y', '3,Yes,Y', '4,,N', '5,No,Y', '5,Yes,Y');
		const [one] = ofRule(RULE, check('students.csv', text));
		assert.deepEqual([one?.record, one?.text], [0, 'ext.idea_indicator']);
		assert.match(one?.message ?? '', /^2 students have an IEP /);
		assert.equal(counted(ext('1,,No'), text), 0);
	});

	it('are not counted without both columns or without the other file', () => {
		assert.equal(counted(file('sis_id,ext.title_i', '1,No'), roster('1,Y')), 0);
		assert.equal(counted(ext('1,,No'), file('Student_id,Race', '1,A')), 0);
		assert.equal(counted(ext('1,,No'), file('Race,IEP_status', 'A,Y')), 0, 'no key');
		assert.equal(countIn(checkerOf('students_ext.csv', ext('1,,No'))), 0);
		assert.equal(countIn(checkerOf('students.csv', roster('1,Y'))), 0);
	});

	it('are not counted where the district has turned the rule off', () => {
		const options = { sibling: roster('1,Y') };
		const checker = checkerOf('students_ext.csv', ext('1,,No'), { rules: { [RULE]: 'off' } }, options);
		assert.equal(countIn(checker), 0);
	});

	it('are counted again when only the other file changes, and tell it by the revision', () => {
		const students = checkerOf('students.csv', roster('1,N', '2,Y'));
		const checker = checkerOf('students_ext.csv', ext('1,,No', '2,,Yes'));
		checker.compareWith(new LiveRoster(students));
		assert.equal(countIn(checker), 0);
		const replaceLine = (line: number, text: string): void => {
			const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
			students.document.update([{ range, text }], students.document.version + 1);
		};
		const revisions = new Set([checker.datasetRevision]);
		for (const [line, text, expected] of [
			[1, '1,Y\n', 1],
			[2, '2,Y\n3,Y\n', 2],
			[0, 'Student_id,Race\n', 0],
			[0, 'Student_id,IEP_status\n', 2],
			[0, 'Student_id,ext.idea_indicator\n', 0],
			[0, 'Student_id,IEP_status\n', 2],
			[1, '', 1],
		] as const) {
			replaceLine(line, text);
			assert.equal(countIn(checker), expected, text);
			assert.ok(!revisions.has(checker.datasetRevision), text);
			revisions.add(checker.datasetRevision);
		}
		checker.compareWith(undefined);
		assert.equal(countIn(checker), 0);
	});

	it('are as many as a loop over the rows finds', () => {
		for (let seed = 0; seed < 100; seed++) {
			const random = new Random(seed);
			const draw = (values: readonly string[]): (readonly [string, string])[] =>
				Array.from({ length: random.below(40) }, () => [`${100 + random.below(30)}`, random.pick(values)]);
			const inRoster = draw(['Y', 'Y', 'Y', 'N', '']);
			const inExt = draw(['Yes', 'No', '', '']);
			const valuesOf = (rows: typeof inExt, id: string): readonly string[] =>
				rows.filter(([other, value]) => other === id && value !== '').map(([, value]) => value);
			const isCounted = (id: string): boolean =>
				[...new Set(valuesOf(inRoster, id))].join() === 'Y' && !valuesOf(inExt, id).includes('Yes');
			const expected = [...new Set(inRoster.map(([id]) => id))].filter(isCounted).length;
			const text = ext(...inExt.map(([id, value]) => `${id},,${value}`));
			const sibling = roster(...inRoster.map((row) => row.join()));
			const options = { sibling, blockSize: 8 + random.below(120) };
			const checker = checkerOf('students_ext.csv', text, {}, options);
			assert.equal(countIn(checker), expected, JSON.stringify({ seed, text, sibling }));
		}
	});
});
