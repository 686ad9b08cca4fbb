import type { AmbiguousValue, Element, Option, OptionSet } from '../../spec';
import { ambiguousValue, optionByCode, optionByMeaning } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, quoteUnlessDigits } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { FieldRule } from '../rule';
import { optionsLike, optionsToOffer } from '../suggest';
import type { Row } from '../views';

/** How many codes a message lists, and how many with their labels. */
const MAX_LISTED_CODES = 15;
const MAX_LABELED_CODES = 6;

export const unknownCode: FieldRule = {
	id: 'field/unknown-code',
	severity: 'error',
	title: 'The column has no such code',
	why: 'The value is not one of the documented values, so the category may be missing from the report.',
	source: amplifyArticle,
	example: { table: 'students.csv', bad: { Gender: 'Female' }, good: { Gender: 'F' } },

	offersChoice: true,
	appliesTo: (element) => element?.optionSet !== undefined,
	checkField({ element, value, column }) {
		const set = element?.optionSet;
		if (!set || optionByCode(set, value)) return undefined;
		const meant = optionByMeaning(set, value);
		const ambiguous = meant ? undefined : ambiguousValue(set, value);
		const similar = ambiguous ? [] : optionsLike(set, value);
		const options = ambiguous ? optionsOf(set, ambiguous) : suggestions(set, similar, meant);
		return {
			message: `${element.column} has no code ${quoteUnlessDigits(value)}. ${advice(set, similar, meant, ambiguous)}`,
			fixes: (row) => [
				...options.map((option) =>
					setValue(`Use ${codeWithLabel(option)}`, column, option.code, option === meant),
				),
				...(ambiguous?.belongsIn ? moveTo(ambiguous.belongsIn, element, column, row) : []),
			],
		};
	},
};

/** What the value means first, then what is spelled like it. */
function suggestions(
	set: OptionSet,
	similar: readonly Option[],
	meant: Option | undefined,
): readonly Option[] {
	if (!meant) return optionsToOffer(set, similar);
	return [meant, ...similar.filter((option) => option !== meant)].slice(0, 3);
}

function optionsOf(set: OptionSet, { codes }: AmbiguousValue): readonly Option[] {
	return set.options.filter(({ code }) => codes.includes(code));
}

/** What to do, in a sentence whose verb says how certain it is. */
function advice(
	set: OptionSet,
	similar: readonly Option[],
	meant: Option | undefined,
	ambiguous: AmbiguousValue | undefined,
): string {
	if (meant) return `Use ${codeWithLabel(meant)}.`;
	if (ambiguous) return `${ambiguous.meaning} ${adviceOn(ambiguous, set)}`;
	if (similar.length > 0) return `Did you mean ${similar.map(codeWithLabel).join(' or ')}?`;
	if (set.options.length > MAX_LISTED_CODES) return "Use a value from Amplify's list, or leave it empty.";
	const describe = set.options.length > MAX_LABELED_CODES ? ({ code }: Option) => code : withShortLabel;
	return `Use ${set.options.map(describe).join(', ')}, or leave it empty.`;
}

/** What to do with a value that has more than one meaning. A single code is a guess; of several, one is right. */
function adviceOn(ambiguous: AmbiguousValue, set: OptionSet): string {
	const { belongsIn } = ambiguous;
	if (belongsIn) return `Set ${belongsIn.column} to ${belongsIn.code}.`;
	const [first, ...others] = optionsOf(set, ambiguous).map(codeWithLabel);
	return others.length > 0 ? `Use ${[first, ...others].join(' or ')}.` : `Did you mean ${first}?`;
}

/** A code with the part of its label that people use, such as "Black" of "Black or African-American". */
function withShortLabel(option: Option): string {
	const part = option.meantBy?.find((name) => option.label.includes(name));
	return codeWithLabel({ ...option, label: part && option.label !== option.code ? part : option.label });
}

/** Moves the value to another column of the row, where that overwrites nothing. */
function moveTo(
	target: NonNullable<AmbiguousValue['belongsIn']>,
	element: Element,
	column: number,
	row: Row,
): readonly Fix[] {
	const targetValue = row.value(target.column);
	if (targetValue === undefined || (targetValue !== '' && targetValue !== target.code)) return [];
	return [
		{
			id: `move-to:${target.column}`,
			title: `Set ${target.column} to ${target.code} and Empty ${element.column}`,
			target: { kind: 'record' },
			steps: [
				{ kind: 'value', column, value: '' },
				{ kind: 'value', column: row.column(target.column), value: target.code },
			],
		},
	];
}
