import assert from 'node:assert/strict';
import { check, type Found, faults, only } from '../support/checking';

const ROSTER = 'Student_id,School_id,Last_name,First_name';
const EXT = 'students_ext.csv';

const inId = (id: string): readonly Found[] => check(EXT, `sis_id,ext.migrant_status\n${id},Yes\n`);
const fixesOf = (found: Found) => found.fixes.map(({ value, preferred }) => [value, preferred]);

describe('an ID that Excel has changed', () => {
	const of = (id: string, ...known: readonly string[]) => {
		const sibling = `${ROSTER}\n${known.map((one) => `${one},5,Ash,Bo\n`).join('')}`;
		const text = `sis_id,ext.migrant_status\n${id},Yes\n`;
		return only(check(EXT, text, {}, known.length > 0 ? { sibling } : {}), 'field/mangled-id');
	};

	it('has commas as a number in the US has them', () => {
		for (const known of [['12', '12000'], ['12'], []]) {
			assert.deepEqual(fixesOf(of('"12,000"', ...known)), [['12000', true]]);
		}
		assert.deepEqual(fixesOf(of('"12,345"', '12345')), [['12345', true]]);
		assert.deepEqual(fixesOf(of('"1,234,567.00"', '1234567')), [['1234567', true]]);
		for (const id of ['"12,34"', '"0,123"', '"1234,567"', '"12,3456"'])
			assert.deepEqual(faults(inId(id)), [], `${id} is no number with groups of three digits`);
	});

	it('is an error or a word of Excel', () => {
		for (const id of [
			'#N/A',
			'#REF!',
			'#VALUE!',
			'#NAME?',
			'#DIV/0!',
			'#####',
			'########',
			'TRUE',
			'FALSE',
		]) {
			const found = of(id, '1');
			assert.ok(found.message.includes(id), found.message);
			assert.match(found.message, / Look the student up in your SIS\.$/);
			assert.deepEqual(found.fixes, []);
		}
	});

	it('is a date, and the ID that a student has and Excel makes this date of', () => {
		assert.deepEqual(fixesOf(of('2-Mar', '3-2', '9')), [['3-2', false]]);
		assert.deepEqual(fixesOf(of('Mar-02', 'MAR02')), [['MAR02', false]]);
		assert.deepEqual(fixesOf(of('12-Dec', '1')), []);
		for (const id of ['2-Mart', 'Mar-2026-1', '1-2', 'S-Mar', 'Mar'])
			assert.deepEqual(faults(inId(id)), [], id);
	});

	it('has an apostrophe in front, quotes or a semicolon', () => {
		for (const known of [['101', '00123'], []]) {
			assert.deepEqual(fixesOf(of("'00123", ...known)), [['00123', true]]);
			assert.deepEqual(fixesOf(of("'101'", ...known)), [['101', true]]);
			assert.deepEqual(fixesOf(of('“101”', ...known)), [['101', true]]);
			assert.deepEqual(fixesOf(of('101;', ...known)), [['101', false]]);
		}
		assert.deepEqual(fixesOf(of("'A-7")), [['A-7', false]]);
		for (const id of ["O'1", "S'", 'a;b', 'AB-00123', '1E5', '12/345', '3/2'])
			assert.deepEqual(faults(inId(id)), [], id);
	});

	it('is a date with the year that Excel adds', () => {
		assert.deepEqual(fixesOf(of('3/2/2026', '3-2', '9')), [['3-2', false]]);
		assert.deepEqual(fixesOf(of('12/31/26')), []);
		for (const id of ['13/32/2026', '3/2/1', '123/4/2026']) assert.deepEqual(faults(inId(id)), [], id);
	});

	it('is named with its column', () => {
		assert.equal(of('#N/A').message, 'sis_id has #N/A, an error of Excel. Look the student up in your SIS.');
		const ids = [
			'"12,000"',
			'1.23E+05',
			'5.0',
			'####',
			'TRUE',
			'2-Mar',
			'3/2/2026',
			"'1",
			"'1'",
			'1;',
			'="1"',
		];
		for (const id of ids) assert.match(of(id).message, /^sis_id has /);
	});

	it('may have any exponent', () => {
		for (const id of ['1E+999999999', '1.5E+31', `1E+${'9'.repeat(400)}`]) {
			const found = check(EXT, `sis_id,ext.migrant_status\n${id},Yes\n2.0,Yes\n`);
			assert.deepEqual(faults(found), ['field/mangled-id 2:1', 'field/mangled-id 3:1'], id);
			assert.deepEqual(found.find(({ record }) => record === 1)?.fixes, []);
		}
	});

	it('is offered without the other file where no digit is lost', () => {
		assert.deepEqual(fixesOf(of('10216.0')), [['10216', false]]);
		assert.deepEqual(fixesOf(of('1.23456E+05')), [['123456', false]]);
		assert.deepEqual(fixesOf(of('1.23E+05')), []);
	});
});
