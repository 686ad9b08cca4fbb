import assert from 'node:assert/strict';
import type { OptionSet } from '../../server/src/spec';
import {
	ambiguousValue,
	certainCode,
	isNullWord,
	meaningOf,
	normalizedValue,
	optionByCode,
	optionByLabel,
	optionByMeaning,
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
