/** Expected codes from codes.json of the domain: what each column takes, and what people write for it. */

import assert from 'node:assert/strict';
import { meantCode, rankCodes } from '../../../client/src/grid/page/codes/rankCodes';
import type { GridCode } from '../../../server/src/protocol';
import { tables } from '../../../server/src/spec';

/** The codes of a column, as the server sends them. */
function codesOf(column: string): readonly GridCode[] {
	const element = tables.flatMap(({ elements }) => elements).find((each) => each.column === column);
	return (element?.optionSet?.options ?? []).map(
		({ code, label, definition, meantBy = [], iso639 = [] }) => ({
			code,
			label,
			definition,
			words: [...meantBy, ...iso639],
		}),
	);
}

const firstOf = (column: string, typed: string): string | undefined =>
	rankCodes(codesOf(column), typed)[0]?.option.code;

describe('the list of codes', () => {
	for (const [column, typed, code] of [
		['Race', 'pacific', 'P'],
		['Race', 'PACIFIC', 'P'],
		['Race', 'native hawaiian', 'P'],
		['Race', 'caucasian', 'W'],
		['Race', 'two or', 'M'],
		['Race', 'T', 'M'],
		['Gender', 'fem', 'F'],
		['Gender', 'f', 'F'],
		['Gender', 'girl', 'F'],
		['Home_language', 'spa', 'Spanish'],
		['Home_language', ' spanish ', 'Spanish'],
		['Home_language', 'es', 'Spanish'],
		['ext.primary_disability_type', 'autism', 'AUT'],
		['ext.primary_disability_type', 'aut', 'AUT'],
		['ext.primary_disability_type', 'ID', 'ID'],
	] as const) {
		it(`has ${code} first in ${column} for "${typed}"`, () => {
			assert.equal(firstOf(column, typed), code);
		});
	}

	it('has all codes in the order of the standard before anything is typed', () => {
		assert.deepEqual(
			rankCodes(codesOf('Race'), '').map(({ option }) => option.code),
			['A', 'B', 'I', 'M', 'P', 'W'],
		);
	});

	const pets: readonly GridCode[] = [
		{ code: 'XA', label: 'A dog that barks', words: ['hound'] },
		{ code: 'HO', label: 'Horse', words: ['Café', 'dogcart'] },
		{ code: 'DOG', label: 'Dog', words: [] },
		{ code: 'DOGS', label: 'Many', words: ['kennel'] },
		{ code: 'K', label: 'Dogfish', words: [] },
		{ code: 'B', label: 'Bulldog', words: [] },
		{ code: 'N', label: 'Newt', words: [] },
	];
	const codes = (typed: string): readonly string[] => rankCodes(pets, typed).map(({ option }) => option.code);

	it('puts the code first, then codes and labels and words that begin so, then what contains it', () => {
		assert.deepEqual(codes('dog'), ['DOG', 'DOGS', 'K', 'XA', 'HO', 'B']);
	});

	it('tells by which word a code was found, where it shows nowhere else', () => {
		assert.deepEqual(
			rankCodes(pets, 'cafe').map(({ option, word }) => [option.code, word]),
			[['HO', 'Café']],
		);
		assert.deepEqual(
			rankCodes(pets, 'dogf').map(({ word }) => word),
			[undefined],
		);
	});

	it('takes nothing unasked that only contains the text', () => {
		assert.deepEqual(
			rankCodes(pets, 'ulld').map(({ isLikely }) => isLikely),
			[false],
		);
		assert.equal(rankCodes(pets, 'bulld')[0]?.isLikely, true);
	});

	it('finds one letter at the beginning of a word only', () => {
		assert.deepEqual(codes('h'), ['HO', 'XA']);
	});

	it('finds the only code that a whole text means', () => {
		const meant = (text: string): string | undefined => pets[meantCode(pets, text)]?.code;
		assert.deepEqual(['hound', ' CAFE', 'dog', 'do', ''].map(meant), [
			'XA',
			'HO',
			'DOG',
			undefined,
			undefined,
		]);
		const twice = [...pets, { code: 'Z', label: 'Hound', words: [] }];
		assert.equal(meantCode(twice, 'hound'), -1);
	});

	it('is empty where nothing fits', () => assert.deepEqual(codes('zebra'), []));
});
