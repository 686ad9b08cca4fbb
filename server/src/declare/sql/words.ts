import { fieldRules } from '../../rules';
import type { FieldRule } from '../../rules/rule';
import { codedElements, type Element, type OptionSet, type Table, tables } from '../../spec';
import {
	isListedApart,
	isNullWord,
	normalizedValue,
	nullWords,
	optionByCode,
	optionByMeaning,
} from '../../spec/meaning';
import { wordKey } from '../../spec/wordKey';

/** What is known of a word in a column of codes. */
export interface KnownWord {
	readonly column: string;
	/** As `normalizedValue` or `wordKey` returns it. */
	readonly word: string;
	/** The id of the rule that reports it. */
	readonly rule: string;
	/** The code that it means; undefined if none, or more than one. */
	readonly code: string | undefined;
	/** Whether the set says of it that it means none of its codes for certain. */
	readonly isListed: boolean;
	readonly isNull: boolean;
}

/** A word that no column knows. */
const UNHEARD_OF = 'qqqqqqqqqq';

/** Any number of dashes is one word: this one. */
export const DASH = '-';

/** Every word that the rules know in a column of codes, as `normalizedValue` returns it: they are asked about each. */
export function codeWords(): readonly KnownWord[] {
	return codedElements.flatMap((element) => {
		const set = element.optionSet as OptionSet;
		const words = [...spellings(set), ...set.options.map(({ code }) => code), ...nullWords, DASH];
		// With a space in front, a code is not exact, and all else is the same.
		return unique(words.map(normalizedValue)).map((word) => askedAbout(element, set, word, ` ${word}`));
	});
}

/** The same of words as `wordKey` returns them. */
export function codeWordKeys(): readonly KnownWord[] {
	return codedElements.flatMap((element) => {
		const set = element.optionSet as OptionSet;
		const keys = spellings(set).map(wordKey);
		// With a space after each letter, only the key is the same.
		return unique(keys.filter((key) => key !== undefined)).map((key) =>
			askedAbout(element, set, key, [...key].join(' ')),
		);
	});
}

/** The id of the rule that reports a word that is not known, by column. */
export function ruleOnOthers(element: Element): string {
	return reportingRule(element, UNHEARD_OF).id;
}

function spellings({ options, ambiguous = [], unlisted = [] }: OptionSet): readonly string[] {
	const meant = options.flatMap(({ label, meantBy = [], iso639 = [] }) => [label, ...meantBy, ...iso639]);
	return [...meant, ...ambiguous.flatMap(({ values }) => values), ...unlisted];
}

function askedAbout(element: Element, set: OptionSet, word: string, value: string): KnownWord {
	return {
		column: element.column,
		word,
		rule: reportingRule(element, value).id,
		code: (optionByCode(set, value) ?? optionByMeaning(set, value))?.code,
		isListed: isListedApart(set, value),
		isNull: isNullWord(value),
	};
}

/** The first rule that reports a value. Throws if none does, or one that judges by more than the word. */
function reportingRule(element: Element, value: string): FieldRule {
	const table = tables.find(({ elements }) => elements.includes(element)) as Table;
	const field = { table, element, header: element.column, value, column: 0 };
	const rule = fieldRules.find((one) => one.appliesTo(element, element.column) && one.checkField(field));
	if (rule?.portable?.kind !== 'words') throw new Error(`${rule?.id} judges "${value}" of ${element.column}`);
	return rule;
}

function unique<T>(values: readonly T[]): readonly T[] {
	return [...new Set(values)];
}
