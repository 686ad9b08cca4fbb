import assert from 'node:assert/strict';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { applied, check, checkerOf, type Found, faults } from '../support/checking';
import { fixedBy } from './fixing';

const STUDENTS = 'students.csv';
const EXT = 'students_ext.csv';
const ROSTER = 'Student_id,School_id,Last_name,First_name,Gender';
const EXT_HEADER = 'sis_id,ext.migrant_status';

/** IDs that are 12 or 1234 in another form. */
const forms: readonly (readonly [string, string])[] = [
	[' 12', '12'],
	['12 ', '12'],
	['12\u200b', '12'],
	['1\u00a02', '12'],
	['="1234"', '1234'],
	['"1,234"', '1234'],
	['１２', '12'],
	["'12", '12'],
];

const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
const preferredIn = (found: readonly Found[]): readonly (string | undefined)[] =>
	found.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred).map(({ value }) => value));

/** A file with rows in both orders. */
function* bothOrders(header: string, one: string, other: string): Iterable<string> {
	yield lines(header, one, other);
	yield lines(header, other, one);
}

describe('a fix that gives a row the ID of another row', () => {
	it('is offered and not preferred in the roster, where the rows are of two students', () => {
		for (const [form, id] of forms) {
			for (const other of ['12,Roe,Ann,M', '12,Roe,Ann,F', '12,Ash,Bo,M', '12,Ash,Ann,F']) {
				const [, ...rest] = other.split(',');
				for (const text of bothOrders(ROSTER, `${form},12,Ash,Bo,F`, [id, '12', ...rest].join(','))) {
					assert.deepEqual(preferredIn(check(STUDENTS, text)), [], text);
					const found = check(STUDENTS, text).find(({ fixes }) => fixes.some(({ value }) => value === id));
					assert.ok(found, text);
					assert.equal(fixedBy(checkerOf(STUDENTS, text)), text);
				}
			}
		}
	});

	it('is preferred for the rows of one student with several contacts', () => {
		for (const [form, id] of forms) {
			for (const text of bothOrders(ROSTER, `${form},12,Ash,Bo,F`, `${id},12,Ash,Bo,F`)) {
				assert.deepEqual(preferredIn(check(STUDENTS, text)), [id], text);
				const fixed = fixedBy(checkerOf(STUDENTS, text)).replaceAll('"', '');
				assert.equal(fixed, lines(ROSTER, ...Array(2).fill(`${id},12,Ash,Bo,F`)));
			}
		}
	});

	it('is preferred once the codes of both rows are the same', () => {
		for (const text of bothOrders(ROSTER, ' 12,5,Ash,Bo,F', '12,5,Ash,Bo,Female')) {
			assert.equal(fixedBy(checkerOf(STUDENTS, text)), lines(ROSTER, '12,5,Ash,Bo,F', '12,5,Ash,Bo,F'));
		}
	});

	it('is never preferred in the extension file', () => {
		for (const [form, id] of forms) {
			for (const text of bothOrders(EXT_HEADER, `${form},Yes`, `${id},Yes`)) {
				assert.deepEqual(preferredIn(check(EXT, text)), [], text);
				assert.equal(fixedBy(checkerOf(EXT, text)), text);
			}
		}
	});

	it('is not preferred for a Student_number of a student who has a row', () => {
		const sibling = lines(
			'Student_id,Student_number,School_id,Last_name,First_name',
			'9,105,5,Ash,Bo',
			'106,7,5,Roe,Ann',
		);
		const text = lines(EXT_HEADER, '9,Yes', '105,No', '106,Yes');
		const found = check(EXT, text, {}, { sibling });
		assert.deepEqual(faults(found), ['dataset/unknown-student 3:1']);
		assert.deepEqual(preferredIn(found), []);
		assert.equal(fixedBy(checkerOf(EXT, text, {}, { sibling })), text);
		const alone = lines(EXT_HEADER, '105,No', '106,Yes');
		assert.equal(fixedBy(checkerOf(EXT, alone, {}, { sibling })), lines(EXT_HEADER, '9,No', '106,Yes'));
	});

	it('runs for one row only where two rows would get the same new ID', () => {
		for (const [one, other] of [
			[' 12', '12 '],
			['12\u200b', '１２'],
		]) {
			const text = lines(EXT_HEADER, `${one},Yes`, `${other},No`);
			assert.equal(fixedBy(checkerOf(EXT, text)), lines(EXT_HEADER, '12,Yes', `${other},No`));
			const students = lines(ROSTER, `${one},5,Ash,Bo,F`, `${other},5,Roe,Ann,F`);
			assert.equal(
				fixedBy(checkerOf(STUDENTS, students)),
				lines(ROSTER, '12,5,Ash,Bo,F', `${other},5,Roe,Ann,F`),
			);
		}
	});

	it('is not preferred where it removes a space before a quote', () => {
		const other = lines(ROSTER, ' "12",5,Ash,Bo,F', '12,5,Roe,Ann,F');
		assert.equal(fixedBy(checkerOf(STUDENTS, other)), other);
		const same = lines(ROSTER, ' "12",5,Ash,Bo,F', '12,5,Ash,Bo,F');
		assert.equal(
			fixedBy(checkerOf(STUDENTS, same)),
			same.slice(0, same.indexOf(' "')) + same.slice(same.indexOf('"')),
		);
	});

	it('is preferred where it repairs commas, which hide the ID that the row has', () => {
		const header = 'ext.other,sis_id';
		const text = lines(header, 'x,12', 'Reyes, Jr,12');
		assert.equal(fixedBy(checkerOf(EXT, text)), lines(header, 'x,12', '"Reyes, Jr",12'));
	});

	it('leaves the other fixes of the row alone', () => {
		const text = lines(ROSTER, ' 12,5,Ash,Bo,Female', '12,5,Roe,Ann,M');
		assert.equal(fixedBy(checkerOf(STUDENTS, text)), lines(ROSTER, ' 12,5,Ash,Bo,F', '12,5,Roe,Ann,M'));
	});

	it('leaves nothing to a second run', () => {
		const sibling = lines(
			'Student_id,Student_number,School_id,Last_name,First_name',
			'2,1,5,Ash,Bo',
			'3, 2,5,Roe,Ann',
		);
		const text = lines(EXT_HEADER, '1,Yes', ' 2,No', '2\u200b,No');
		const after = fixedBy(checkerOf(EXT, text, {}, { sibling }));
		const then = checkerOf(EXT, after, {}, { sibling });
		assert.ok(then.run());
		assert.equal(applied(after, fixAllEdits(then)), after);
	});
});
