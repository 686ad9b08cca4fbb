import assert from 'node:assert/strict';
import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import fc from 'fast-check';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { applied, check, checkerOf, type Found, faults, foundBy, only } from '../support/checking';

const ROSTER = 'Student_id,School_id,Last_name,First_name';
const STUDENTS = 'students.csv';

const inName = (name: string): readonly Found[] => check(STUDENTS, `${ROSTER}\n1,5,${name},Bo\n`);
const fixesOf = (found: Found) => found.fixes.map(({ value, preferred }) => [value, preferred]);

describe('letters that were read in the wrong encoding', () => {
	/** The text as Windows-1252 shows its bytes in UTF-8: from the encoding's table, of WHATWG. */
	const misread = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));
	/** The same in ISO 8859-1, as some programs do. */
	const misreadAsLatin1 = (text: string): string => Buffer.from(text).toString('latin1');

	it('are reported once a field, with the text as the preferred fix', () => {
		const found = check(STUDENTS, `${ROSTER}\n1,5,MuÃ±oz,JosÃ©\n2,5,Oâ€™Neil,Ana\n`);
		assert.deepEqual(faults(found), ['csv/mojibake 2:3', 'csv/mojibake 2:4', 'csv/mojibake 3:3']);
		assert.deepEqual(
			found.map((one) => fixesOf(one)[0]),
			[
				['Muñoz', true],
				['José', true],
				['O’Neil', true],
			],
		);
	});

	it('are repaired however often they were read', () => {
		const names = fc.stringMatching(
			/^(?:[A-Za-z]{0,4}[áéíóúñüÁÉÍÚÜçÇãõâêôèïëß’–][a-zñé]{0,4}|[A-Za-z]{0,4}[ÑÓ][a-zñé]{1,4}|[A-Za-z]{0,3}[a-z][ÑÓà][a-zñé]{0,4})$/,
		);
		fc.assert(
			fc.property(
				names,
				fc.array(fc.constantFrom(misread, misreadAsLatin1), { minLength: 1, maxLength: 3 }),
				(name, readers) => {
					const text = readers.reduce((read, reader) => reader(read), name);
					assert.deepEqual(fixesOf(only(inName(text), 'csv/mojibake')), [[name, true]]);
				},
			),
			{ numRuns: 200 },
		);
		assert.deepEqual(fixesOf(only(inName(misread('Иван')), 'csv/mojibake')), [['Иван', true]]);
	});

	it('are none in a name that was read right', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ -]{1,12}$/), (name) => {
				assert.deepEqual(faults(inName(`x${name}x`)), []);
			}),
			{ numRuns: 500 },
		);
		for (const name of ['SÃO', 'JOÃO', 'Âû', '«CAFÉ»', 'Ñ', 'É’'])
			assert.deepEqual(faults(inName(name)), [], name);
	});

	it('are none in capitals before a dash, a quote, an ellipsis or a no-break space', () => {
		for (const name of [
			'RENÉ…',
			'KILIÇ–DEMIR',
			'KILIÇ’IN',
			'GENÇ\u00a0KAYA',
			'NOÈ–ROSSI',
			'IRMÃ\u00a0MARIA',
			'IRMÃ’S',
			'«IRMÃ»',
			'BLÅ’S',
			'José”…',
			'KŘÍŽ RÝŽ',
		])
			assert.deepEqual(faults(inName(name)), [], name);
		fc.assert(
			fc.property(
				fc.stringMatching(/^[A-Z]{1,5}[ÃÄÅÆÇÈÉÊËÍÎÏÑÓÔÖÚÜ]$/),
				fc.constantFrom(...'\u00a0–—’”…'),
				fc.stringMatching(/^(?:[A-Z]{1,5})?$/),
				(name, mark, next) => assert.deepEqual(faults(inName(name + mark + next)), []),
			),
			{ numRuns: 500 },
		);
	});

	it('are found in capitals where they cannot be meant', () => {
		for (const [name, repaired] of [
			['MUÃ‘OZ', 'MUÑOZ'],
			['LÃ“PEZ', 'LÓPEZ'],
			['JÃ‰RÃ”ME', 'JÉRÔME'],
			['Ã–zil', 'Özil'],
			['NicolÃ\u00a0', 'Nicolà'],
			['PaweÅ‚', 'Paweł'],
			['Nguyá»…n', 'Nguyễn'],
			['KaÊ»iulani', 'Kaʻiulani'],
		] as const)
			assert.deepEqual(fixesOf(only(inName(name), 'csv/mojibake')), [[repaired, true]], name);
	});

	it('are repaired by a person where a part of the value is not among them', () => {
		for (const [name, repaired] of [
			['ÅukaÅ¡', 'Åukaš'],
			['JosÃ© Muñoz', 'José Muñoz'],
		] as const)
			assert.deepEqual(fixesOf(only(inName(name), 'csv/mojibake')), [[repaired, false]], name);
	});

	it('are named without a fix where one of them is lost', () => {
		for (const name of ['Garcï¿½a', 'â€œBoâ€', 'Oâ€Neil']) {
			const found = only(inName(name), 'csv/mojibake');
			assert.deepEqual(found.fixes, []);
			assert.equal(
				found.message,
				`Last_name has "${name}", read in the wrong encoding, and one letter is lost. Type it again.`,
			);
		}
	});

	it('are named as a byte order mark at the start of the file', () => {
		for (const id of ['Student_id', '"Student_id"']) {
			const text = `ï»¿${id},School_id,Last_name,First_name\n1,5,Ash,Bo\n`;
			const checker = checkerOf(STUDENTS, text);
			assert.ok(checker.run());
			const [found, ...more] = foundBy(checker);
			assert.deepEqual([found?.rule, found?.text, more], ['csv/mojibake', 'ï»¿', []]);
			assert.ok(found?.fixes[0]?.preferred);
			const fixed = text.slice(3);
			assert.equal(found?.fixes[0]?.apply(), fixed);
			assert.equal(applied(text, fixAllEdits(checker)), fixed);
			assert.deepEqual(faults(check(STUDENTS, fixed)), []);
		}
	});

	it('precede a hidden character, since their bytes include control characters', () => {
		assert.deepEqual(fixesOf(only(inName('Ã\u0081vila'), 'csv/mojibake')), [['Ávila', true]]);
	});

	it('never show a password', () => {
		const found = only(check(STUDENTS, `${ROSTER},Password\n1,5,Ash,Bo,seÃ±cret\n`), 'csv/mojibake');
		assert.ok(!found.message.includes('cret'));
		assert.ok(!found.fixes.some(({ title }) => title.includes('cret')));
	});
});
