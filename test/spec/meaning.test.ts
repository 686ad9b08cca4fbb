import assert from 'node:assert/strict';
import type { OptionSet } from '../../server/src/spec';
import {
	ambiguousValue,
	certainCode,
	isKnownValue,
	isNullWord,
	meaningOf,
	meansEmpty,
	normalizedValue,
	optionByCode,
	optionByLabel,
	optionByMeaning,
	optionsOfParts,
	unlistedValue,
} from '../../server/src/spec/meaning';

const source = { document: 'Made up', asOf: '2026-11' };

/** `None` is a code of this set, and `NA` is ambiguous; elsewhere both are words for an empty field. */
const lunch: OptionSet = {
	id: 'lunch',
	title: 'Lunch',
	ceds: false,
	source,
	options: [
		{ code: 'V', label: 'Vegetarian', meantBy: ['Veggie'], iso639: ['veg'] },
		{ code: 'v', label: 'Vegan' },
		{ code: 'None', label: 'No lunch' },
	],
	ambiguous: [{ values: ['Plant-based', 'NA'], meaning: 'It could be either.', codes: ['V', 'v'] }],
	unlisted: ['Lunch box'],
};

describe('what a value means', () => {
	it('does not depend on case, outer spaces and outer quotes', () => {
		assert.equal(normalizedValue(' “ Veggie" '), 'veggie');
		assert.equal(optionByMeaning(lunch, ' “VEGGIE” ')?.code, 'V');
		assert.equal(optionByLabel(lunch, "'vegan'")?.code, 'v');
		assert.equal(optionByLabel(lunch, 'v'), undefined);
	});

	it('is the exact code if two codes differ in case only', () => {
		assert.equal(optionByCode(lunch, 'v')?.label, 'Vegan');
		assert.equal(optionByCode(lunch, 'V')?.label, 'Vegetarian');
		assert.equal(optionByCode(lunch, ' v ')?.label, 'Vegetarian');
	});

	it('is known by label, by another spelling and by ISO code', () => {
		assert.equal(optionByMeaning(lunch, 'Vegetarian')?.code, 'V');
		assert.equal(optionByMeaning(lunch, 'veggie')?.code, 'V');
		assert.equal(optionByMeaning(lunch, 'VEG')?.code, 'V');
		assert.equal(optionByMeaning(lunch, 'meat'), undefined);
	});

	it('is nothing for a word that people write in place of an empty field', () => {
		for (const word of ['N/A', 'na', ' NULL ', '"none"', 'Unknown', '', '""'])
			assert.ok(isNullWord(word), word);
		assert.ok(!isNullWord('0'));
	});

	it('is ambiguous for the values that are listed so', () => {
		assert.equal(ambiguousValue(lunch, ' PLANT-based')?.meaning, 'It could be either.');
		assert.equal(ambiguousValue(lunch, 'Vegan'), undefined);
	});

	it('is ambiguous for a number, unless the set says what it means', () => {
		for (const value of ['1', '01', ' 12 ', '1.0']) {
			assert.match(ambiguousValue(lunch, value)?.meaning ?? '', /^Numbers mean different things/);
			assert.equal(certainCode(lunch, value), undefined);
		}
		const numbered: OptionSet = { ...lunch, options: [{ code: 'Y', label: 'Yes', meantBy: ['1'] }] };
		assert.equal(ambiguousValue(numbered, '1'), undefined);
		assert.equal(certainCode(numbered, '1'), 'Y');
	});

	it('does not depend on hyphens, slashes, "or" and joined words, from four letters on', () => {
		const races: OptionSet = {
			...lunch,
			options: [
				{ code: 'B', label: 'Black or African-American', meantBy: ['E/BD'] },
				{ code: 'V', label: 'Vegetarian' },
			],
		};
		for (const value of ['Black/African American', 'black & african american', 'BlackOrAfricanAmerican']) {
			assert.equal(optionByMeaning(races, value)?.code, 'B', value);
		}
		assert.equal(optionByMeaning(races, 'e/bd')?.code, 'B');
		assert.equal(optionByMeaning(races, 'EBD'), undefined, 'three letters');
		assert.equal(optionByLabel(races, 'Black/African American'), undefined, 'a label is exact');
	});

	it('is that of a code and its label in one, where the two agree', () => {
		for (const value of ['V - Vegetarian', 'V: vegetarian', 'Veggie (V)', 'V=Veggie']) {
			assert.equal(optionByMeaning(lunch, value)?.code, 'V', value);
		}
		assert.equal(optionByMeaning(lunch, 'V - Vegan'), undefined);
		const codes = (value: string) => optionsOfParts(lunch, value).map(({ code }) => code);
		assert.deepEqual(codes('V - Vegan'), ['V', 'v']);
		assert.deepEqual(codes('6 - Vegan'), ['v']);
		assert.deepEqual(codes('Vegan - 6'), ['v']);
		assert.deepEqual(codes('no - Vegan'), [], 'the opposite');
		assert.deepEqual(codes('NA - Vegan'), [], 'a part that is ambiguous');
		assert.deepEqual(codes('V - Vegetarian'), [], 'certain');
		assert.deepEqual(codes('Meat'), []);
	});

	it('is none where Clever knows the value and the set does not list it', () => {
		assert.equal(unlistedValue(lunch, ' lunch BOX '), 'Lunch box');
		assert.equal(unlistedValue(lunch, 'Vegan'), undefined);
		assert.equal(certainCode(lunch, 'Lunch box'), undefined);
		const unknown: OptionSet = { ...lunch, unlisted: ['Unknown'] };
		assert.ok(!meansEmpty(unknown, 'unknown'), 'no word for an empty field here');
		assert.ok(meansEmpty(lunch, 'unknown'));
	});

	it('is known for a code, another spelling, an ambiguous or unlisted value, and a word for an empty field', () => {
		for (const value of ['V', 'veggie', 'Plant-based', 'lunch box', 'n/a'])
			assert.ok(isKnownValue(lunch, value), value);
		for (const value of ['Meat', '7']) assert.ok(!isKnownValue(lunch, value), value);
	});
});

describe('the certain code of a value', () => {
	it('is the code that the value is, even if it is a word for an empty field in other sets', () => {
		assert.equal(certainCode(lunch, 'None'), 'None');
		assert.equal(certainCode(lunch, 'none '), 'None');
	});

	it('is empty for a word for an empty field', () => {
		assert.equal(certainCode(lunch, 'unknown'), '');
		assert.equal(certainCode(lunch, 'n/a'), '');
	});

	it('is the code that the value means, and none for an ambiguous or unknown value', () => {
		assert.equal(certainCode(lunch, 'Veggie'), 'V');
		assert.equal(certainCode(lunch, 'plant-based'), undefined);
		assert.equal(certainCode(lunch, 'NA'), undefined, 'listed as ambiguous');
		assert.equal(certainCode(lunch, 'meat'), undefined);
	});
});

describe('a value for comparison', () => {
	it('is the same for all spellings of a code', () => {
		for (const value of ['V', ' V ', 'Vegetarian', 'veggie', 'veg'])
			assert.equal(meaningOf(lunch, value), 'V');
		assert.equal(meaningOf(lunch, 'v'), 'v');
	});

	it('is the value itself if it has no meaning, and undefined for a word for an empty field', () => {
		assert.equal(meaningOf(lunch, ' Meat '), 'meat');
		assert.equal(meaningOf(lunch, 'n/a'), undefined);
		assert.equal(meaningOf(lunch, 'n/a'), undefined, 'and again, from the cache');
		assert.equal(meaningOf(lunch, 'none'), 'None');
	});
});
