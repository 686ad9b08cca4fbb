import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, type Found, faults, only } from '../support/checking';

const ROSTER = 'Student_id,School_id,Last_name,First_name';
const EXT = 'students_ext.csv';
const STUDENTS = 'students.csv';
const RULE = 'field/hidden-character';

const inId = (id: string): readonly Found[] => check(EXT, `sis_id,ext.migrant_status\n${id},Yes\n`);
const inName = (name: string): readonly Found[] => check(STUDENTS, `${ROSTER}\n1,5,${name},Bo\n`);
const inCode = (code: string): readonly Found[] =>
	check(STUDENTS, `${ROSTER},Gender,Race,Home_language\n1,5,Ash,Bo,${code}\n`);
const fixesOf = (found: Found) => found.fixes.map(({ value, preferred }) => [value, preferred]);

/** Of the issue: case B01 and the characters that DESIGN names. */
const zeroWidth = [
	...'\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f\ufe0f\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2069\ufffc',
	...'\0\u0001\u001f\u007f\u0085',
];
const wide = [...'\u00a0\u2000\u2003\u2009\u202f\u3000\u2800\u3164'];

describe('a character that nobody sees in an ID', () => {
	it('is named, and its fix writes the plain ID, wherever it is', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[A-Z0-9]{1,8}$/),
				fc.array(fc.tuple(fc.nat(), fc.constantFrom(...zeroWidth)), { minLength: 1, maxLength: 3 }),
				(id, inserted) => {
					const units = [...id];
					for (const [at, one] of inserted) units.splice(at % (units.length + 1), 0, one);
					const found = only(inId(units.join('')), RULE);
					assert.equal(found.severity, 'warning');
					assert.deepEqual(fixesOf(found), [[id, true]]);
				},
			),
		);
	});

	it('is as certain for a wide space among digits or at an end; between letters two IDs are possible', () => {
		for (const one of wide) {
			for (const id of [`1${one}2`, `${one}12`, `12${one}`, `${one}1${one}2`])
				assert.deepEqual(fixesOf(only(inId(id), RULE)), [['12', true]]);
			assert.deepEqual(fixesOf(only(inId(`A${one}`), RULE)), [['A', true]]);
			assert.deepEqual(fixesOf(only(inId(`A${one}1`), RULE)), [
				['A1', false],
				['A 1', false],
			]);
		}
	});

	it('is named in plain words', () => {
		assert.equal(
			only(inId('1\u200b'), RULE).message,
			'sis_id has a character that cannot be seen, a zero-width space (U+200B). Use 1.',
		);
	});

	it('alone is no ID', () => {
		for (const one of [...zeroWidth, ...wide]) {
			assert.deepEqual(faults(inId(one + one)), ['field/empty-key 2:1']);
		}
	});

	it('is found in the ID of the school too', () => {
		const found = only(check(STUDENTS, `${ROSTER}\n1,5\u200b,Ash,Bo\n`), RULE);
		assert.deepEqual([found.record, found.column, fixesOf(found)], [1, 1, [['5', true]]]);
	});

	it('does not blame the other file', () => {
		const sibling = (id: string) => `${ROSTER}\n${id},5,Ash,Bo\n`;
		for (const one of [...zeroWidth, ...wide]) {
			for (const id of [`1${one}`, `${one}1`, `1${one}1`]) {
				const plain = id.replaceAll(one, '');
				const text = `sis_id,ext.migrant_status\n${plain},Yes\n`;
				assert.deepEqual(faults(check(EXT, text, {}, { sibling: sibling(id) })), []);
				assert.deepEqual(faults(check(STUDENTS, sibling(id))), [`${RULE} 2:1`]);
			}
		}
	});
});

describe('a character that only looks right in an ID', () => {
	it('is replaced where it can be nothing else', () => {
		for (const [id, plain] of [
			['１２３', '123'],
			['Ａ1', 'A1'],
			['S\u20111', 'S-1'],
			['Jose\u0301', 'José'],
		] as const) {
			assert.deepEqual(fixesOf(only(inId(id), RULE)), [[plain, true]]);
		}
	});

	it('is offered for a dash that may be a range', () => {
		for (const dash of '‐‑‒–—−－') {
			const found = only(inId(`12${dash}34`), RULE);
			assert.deepEqual(fixesOf(found), [['12-34', false]]);
		}
		assert.match(only(inId('12–34'), RULE).message, /an en dash \(U\+2013\)/);
		assert.match(only(inId('12−34'), RULE).message, /a minus \(U\+2212\)/);
		for (const id of ['12-34', 'AB-00123']) assert.deepEqual(faults(inId(id)), [], id);
		assert.deepEqual(faults(inName('Ash–Birch')), []);
		const text = 'sis_id,ext.migrant_status\n12-34,Yes\n';
		assert.deepEqual(faults(check(EXT, text, {}, { sibling: `${ROSTER}\n12–34,5,Ash,Bo\n` })), []);
	});

	it('is offered for a letter of another alphabet, and left alone in an ID of that alphabet', () => {
		const found = only(inId('А1'), RULE);
		assert.deepEqual(fixesOf(found), [['A1', false]]);
		assert.match(found.message, /a Cyrillic letter that looks like "A" \(U\+0410\)/);
		for (const id of ['АВС', 'Жар', 'é1', 'ñ']) assert.deepEqual(faults(inId(id)), [], id);
	});
});

describe('a hidden character in a code', () => {
	it('is reported before anything else, with the code as its fix', () => {
		for (const [code, value] of [
			['F\u200b,W,English', 'F'],
			['\u00a0F,W,English', 'F'],
			['Ｆ,W,English', 'F'],
			['F,А,English', 'A'],
			['F,W,Eng\u00adlish', 'English'],
			['F,W,Englіsh', 'English'],
			['Female\u200e,W,English', 'F'],
			['\u200b,W,English', ''],
			['N/A\u200b,W,English', ''],
		] as const) {
			assert.deepEqual(fixesOf(only(inCode(code), RULE)), [[value, true]], code);
		}
	});

	it('has no preferred fix where a letter of another alphabet makes no code', () => {
		assert.deepEqual(fixesOf(only(inCode('F,Аx,English'), RULE)), []);
	});

	it('is none where the district accepts the value', () => {
		const text = `${ROSTER},Gender\n1,5,Ash,Bo,Ｆ\n`;
		assert.deepEqual(faults(check(STUDENTS, text, { acceptedValues: { Gender: ['Ｆ'] } })), []);
	});
});

describe('a control character', () => {
	it('is found in any column', () => {
		const text = `${ROSTER}\n\u001f00123,5,A\0sh,Bo\n`;
		const found = check(STUDENTS, text);
		assert.deepEqual(faults(found), [`${RULE} 2:1`, `${RULE} 2:3`]);
		assert.deepEqual(
			found.map((one) => fixesOf(one)[0]),
			[
				['00123', true],
				['Ash', true],
			],
		);
		assert.deepEqual(faults(check(EXT, 'sis_id,ext.migrant_status\n00123,Yes\n', {}, { sibling: text })), []);
		assert.equal(only(check(EXT, 'sis_id,ext.other\n1,a\u0007b\n'), RULE).fixes[0]?.value, 'ab');
	});

	it('that breaks a line leaves a space', () => {
		assert.equal(only(inName('Ash\u000bBirch'), RULE).fixes[0]?.value, 'Ash Birch');
	});

	it('never shows a password', () => {
		const found = only(check(STUDENTS, `${ROSTER},Password\n1,5,Ash,Bo,se\u0001cret\n`), RULE);
		assert.ok(!/se|cret/.test(found.message.replace('cannot be seen', '')));
		assert.ok(!found.fixes.some(({ title }) => title.includes('secret')));
	});

	it('is the only thing that is odd in a name', () => {
		for (const name of [
			'O’Neil',
			'Muñoz',
			'Mun\u0303oz',
			'SÃO',
			'\u0645\u06cc\u200c\u062e',
			'👩\u200d👧',
			'❤\ufe0f',
			'Ash\u00a0Birch',
			'"Ash\nBirch"',
			'Ash\tBirch',
			'Ａsh',
			'Аsh',
		])
			assert.deepEqual(faults(inName(name)), [], name);
	});
});

describe('a hidden character in the name of a column', () => {
	const inHeader = (header: string, table = EXT) =>
		check(table, `${header}\n`).filter(({ rule }) => rule !== 'header/missing-element');

	it('is the only finding, with the name as the preferred fix', () => {
		for (const [header, name] of [
			['sis_id\u200b', 'sis_id'],
			['\u00a0sis_id', 'sis_id'],
			['sis\u00ad_id', 'sis_id'],
			['sіs_id', 'sis_id'],
			['ｓis_id', 'sis_id'],
			['\u200esis_id', 'sis_id'],
		] as const) {
			const [found, ...more] = inHeader(`${header},ext.migrant_status`);
			assert.deepEqual([found?.rule, found?.record, found?.column, more], [RULE, 0, 0, []], header);
			assert.deepEqual(fixesOf(found as Found), [[name, true]]);
			assert.equal(found?.text, header);
		}
	});

	it('is found in any column that has a name of ours or of another partner', () => {
		const [found, ...more] = inHeader('sis_id,ext.migrant_status\u200b,ext.\u200bcounselor');
		assert.deepEqual(fixesOf(found as Found), [['ext.migrant_status', true]]);
		assert.deepEqual(fixesOf(more[0] as Found), [['ext.counselor', true]]);
		assert.equal(more.length, 1);
	});

	it('leaves the rows to be checked under the column', () => {
		const text = 'sis_id\u200b,ext.migrant_status\u2060\n,Maybe\n';
		assert.deepEqual(faults(check(EXT, text)), [
			`${RULE} 1:1`,
			`${RULE} 1:2`,
			'field/empty-key 2:1',
			'field/unknown-code 2:2',
		]);
	});

	it('is left to the rule that renames the key of the other file', () => {
		assert.deepEqual(
			inHeader('Student_id\u200b,ext.migrant_status').map(({ rule }) => rule),
			['header/missing-key'],
		);
	});
});

describe('the ID of a school', () => {
	it('must have no spaces around it, nor be changed by Excel', () => {
		const found = check(STUDENTS, `${ROSTER},State_id\n1, 5 ,Ash,Bo, S1\n2,5.0,Ash,Bo,\n`);
		assert.deepEqual(faults(found), [
			'field/outer-blank 2:2',
			'field/outer-blank 2:5',
			'field/mangled-id 3:2',
		]);
		assert.deepEqual(
			found.map((one) => fixesOf(one)[0]),
			[
				['5', true],
				['S1', true],
				['5', false],
			],
		);
	});
});
