import { type AmbiguousValue, type Element, findElement, type Option, type OptionSet } from '../../spec';
import {
	ambiguousValue,
	certainCode,
	optionByCode,
	optionByMeaning,
	optionsOfParts,
	unlistedValue,
} from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { alternatives, codeWithLabel, quoteUnlessDigits } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { FieldRule, Problem } from '../rule';
import { optionsLike, optionsToOffer } from '../suggest';
import type { Row } from '../views';
import { otherMeaning } from './otherMeaning';

/** How many codes a message lists, how many with their labels, and how many so after a sentence on the value. */
const MAX_LISTED_CODES = 15;
const MAX_LABELED_CODES = 6;
const MAX_BRIEFLY_LABELED_CODES = 3;

export const unknownCode: FieldRule = {
	id: 'field/unknown-code',
	severity: 'error',
	tellsValue: false,
	title: 'The column has no such code',
	why: 'The value is not one of the documented values, so the category may be missing from the report.',
	source: amplifyArticle,
	example: { table: 'students.csv', bad: { Gender: 'Female' }, good: { Gender: 'F' } },

	offersChoice: true,
	appliesTo: (element) => element?.optionSet !== undefined,
	portable: { kind: 'words' },
	checkField({ element, value, column }) {
		const set = element?.optionSet;
		if (!set || optionByCode(set, value) || unlistedValue(set, value) !== undefined) return undefined;
		const { advice, fixes, belongsIn } = answerTo(set, value, column);
		const message = `${element.column} has no code ${quoteUnlessDigits(value)}. ${advice}`;
		return { message, fixes: belongsIn ? movingFixes(belongsIn, element, column, fixes) : fixes };
	},
};

/** What to do with a value, in a sentence whose verb says how certain it is, and the fixes within the field. */
interface Answer {
	readonly advice: string;
	readonly fixes: () => readonly Fix[];
	readonly belongsIn?: AmbiguousValue['belongsIn'];
}

function answerTo(set: OptionSet, value: string, column: number): Answer {
	const ambiguous = ambiguousValue(set, value);
	if (ambiguous && (ambiguous.belongsIn || ambiguous.codes.length > 0)) {
		const options = set.options.filter(({ code }) => ambiguous.codes.includes(code));
		const maybeEmpty = ambiguous.codes.includes('');
		return {
			advice: `${ambiguous.meaning} ${adviceOn(ambiguous, options, maybeEmpty)}`,
			fixes: choice(column, () => options, maybeEmpty),
			belongsIn: ambiguous.belongsIn,
		};
	}
	const meant = ambiguous ? undefined : optionByMeaning(set, value);
	if (meant) return { advice: `Use ${codeWithLabel(meant)}.`, fixes: () => [use(meant, column, true)] };

	const similar = ambiguous ? [] : similarOptions(set, value);
	const fixes = choice(column, () => optionsToOffer(set, similar), true);
	if (similar.length > 0)
		return { advice: `Did you mean ${alternatives(similar.map(codeWithLabel))}?`, fixes };
	const known = ambiguous?.meaning ?? otherMeaning(set, value);
	return { advice: [known, anyCode(set, known !== undefined)].join(' ').trim(), fixes };
}

function use(option: Option, column: number, preferred = false): Fix {
	return setValue(`Use ${codeWithLabel(option)}`, column, option.code, preferred);
}

/** Fixes that are made when they are asked for: a file may have a million values, and each keeps its own. */
function choice(column: number, options: () => readonly Option[], maybeEmpty: boolean): Answer['fixes'] {
	return () => [
		...options().map((option) => use(option, column)),
		...(maybeEmpty ? [setValue('Empty the Field', column, '')] : []),
	];
}

function movingFixes(
	target: NonNullable<AmbiguousValue['belongsIn']>,
	element: Element,
	column: number,
	fixes: Answer['fixes'],
): NonNullable<Problem['fixes']> {
	return (row) => [...moveTo(target, element, column, row), ...fixes()];
}

function similarOptions(set: OptionSet, value: string): readonly Option[] {
	const parts = optionsOfParts(set, value);
	return parts.length > 0 ? parts : optionsLike(set, value);
}

/** What to do with a value that has more than one meaning. A single code is a guess; of several, one is right. */
function adviceOn({ belongsIn }: AmbiguousValue, options: readonly Option[], maybeEmpty: boolean): string {
	if (belongsIn) return `Set ${belongsIn.column} to ${belongsIn.code}.`;
	const codes = options.map(codeWithLabel);
	if (maybeEmpty) return `Use ${alternatives(codes)}, or leave it empty.`;
	const isGuess = codes.length === 1;
	return isGuess ? `Did you mean ${codes[0]}?` : `Use ${alternatives(codes)}.`;
}

/**
 * The codes that a value without a meaning may be replaced with.
 *
 * @param brief true after a sentence on the value: of more than a few codes the labels are left out, of many all.
 */
function anyCode({ options }: OptionSet, brief: boolean): string {
	if (options.length > MAX_LISTED_CODES) {
		return brief ? '' : "Use a value from Amplify's list, or leave it empty.";
	}
	const labeled = brief ? MAX_BRIEFLY_LABELED_CODES : MAX_LABELED_CODES;
	const describe = options.length > labeled ? ({ code }: Option) => code : withShortLabel;
	return `Use ${options.map(describe).join(', ')}, or leave it empty.`;
}

/** A code with the part of its label that people use, such as "Black" of "Black or African-American". */
function withShortLabel(option: Option): string {
	const part = option.meantBy?.find((name) => option.label.includes(name));
	return codeWithLabel({ ...option, label: part && option.label !== option.code ? part : option.label });
}

/**
 * Moves the value to another column of the row, where that overwrites nothing: the field there is empty or has the same
 * meaning already. Where it says something else, only the value at hand can go.
 */
function moveTo(
	target: NonNullable<AmbiguousValue['belongsIn']>,
	element: Element,
	column: number,
	row: Row,
): readonly Fix[] {
	const targetValue = row.value(target.column);
	const targetSet = findElement(row.layout.table, target.column)?.optionSet;
	if (targetValue === undefined || !targetSet) return [];
	if (targetValue !== '' && certainCode(targetSet, targetValue) !== target.code) {
		return [setValue('Empty the Field', column, '')];
	}
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
