import {
	codePointName,
	firstControl,
	firstInnerDash,
	firstOdd,
	isUnseen,
	joinedVisibleText,
	needsLatinLetters,
	type OddCharacter,
	visibleText,
	withoutControls,
	withPlainDashes,
} from '../../characters';
import { FAULTY } from '../../csv/scan';
import { type Element, isExtension, isPrimaryKey, siblingTable } from '../../spec';
import { certainCode, optionByCode } from '../../spec/meaning';
import { exportersInUse } from '../../spec/sources';
import { codeWithLabel, quoteUnlessDigits, shown } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { Column } from '../layout';
import type { FieldRule, HeaderRule, Problem } from '../rule';
import type { FieldView } from '../views';

const DIGITS = /^\d+$/;
/** Digits around a dash that is not the one of the keyboard. */
const RANGE = /\p{Nd}[\u2010-\u2015\u2212\uff0d]\p{Nd}/u;
/** A letter or a digit of ASCII: among these, a letter of another alphabet is a mistake. */
const ASCII_WORD = /[0-9A-Za-z]/;
/** What `firstControl` finds. */
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;
/** What may hide or only look right: all but ASCII, Latin letters with marks, and quotes. */
const NOT_AS_SEEN = /[^ -~\r\n\u00a1-\u00ac\u00ae-\u024f\u2018\u2019\u201c-\u201e]/;

export const hiddenCharacter: FieldRule & HeaderRule = {
	id: 'field/hidden-character',
	severity: 'warning',
	tellsValue: false,
	title: 'The value has a character that cannot be seen, or that only looks right',
	why: 'A value with such a character looks right and is a different value: an ID finds no student, and a code is no code. The characters come along with text that is copied from a web page, an email or a PDF file.',
	source: exportersInUse,
	example: {
		table: 'students.csv',
		bad: { Student_id: '1001\u200b' },
		good: { Student_id: '1001' },
	},

	appliesTo: () => true,
	prefilter: (element) => (element && isId(element) ? { holds: ' ' } : { odd: true }),
	portable: {
		kind: 'unsaid',
		reason: 'It knows what each character of Unicode looks like.',
		mayReport: (element) =>
			element && (element.optionSet || isId(element)) ? NOT_AS_SEEN : CONTROL_CHARACTER,
	},
	checkField(field) {
		const { element } = field;
		if (element?.optionSet) return inCode(field, element);
		return element && isId(element) ? inId(field, element) : inText(field);
	},

	checkHeader({ layout, table, fields }, report) {
		const other = layout.keyIndex < 0 ? siblingTable(table) : undefined;
		for (const column of layout.columns) {
			// Other rules report a name that cannot be read, or that is another column's.
			if ((fields.flags[column.index] as number) & FAULTY) continue;
			if (other && isPrimaryKey(other, column.header)) continue;
			if (column.duplicateOf !== undefined || isUnseen(column.header)) continue;
			const problem = inHeader(column);
			if (problem) report(problem, { column: column.index });
		}
	},
};

function isId({ kind }: Element): boolean {
	return kind === 'key' || kind === 'id';
}

/** Whether the rule reports the name of a column: then no rule on names has to. */
export function hasOddName({ header, element }: Column): boolean {
	if (!element && !isExtension(header)) return false;
	return firstOdd(header) !== undefined && !isForeign(header);
}

function inHeader(column: Column): Problem | undefined {
	const { header, element, index } = column;
	const odd = hasOddName(column) ? firstOdd(header) : undefined;
	if (!odd) return undefined;
	const name = element?.column ?? visibleText(header);
	const isCertain = element !== undefined || !needsLatinLetters(header);
	return {
		message: `This column is named ${shown(name)}, but with ${described(odd)}. Rename it to ${shown(name)}.`,
		fixes: () => [setValue(`Rename to ${shown(name)}`, index, name, isCertain)],
	};
}

function inCode({ value, column }: FieldView, element: Element): Problem | undefined {
	const odd = firstOdd(value);
	const set = element.optionSet;
	if (!odd || !set || optionByCode(set, value)?.code === value) return undefined;
	const texts = [visibleText(value), joinedVisibleText(value)];
	const codes = texts.map((text) => certainCode(set, text));
	const code = codes.find((one) => one !== undefined);
	const option = code ? optionByCode(set, code) : undefined;
	const [seen = ''] = texts;
	if (code !== undefined) {
		const use = option ? `Use ${codeWithLabel(option)}` : 'Empty the Field';
		return {
			message: `${element.column} has ${described(odd)}. ${option ? use : 'Leave it empty'}.`,
			fixes: () => [setValue(use, column, code, true)],
		};
	}
	return {
		message: `${element.column} has ${described(odd)}: "${shown(seen)}". Type the value again.`,
		fixes: () => (needsLatinLetters(value) ? [] : [setValue(`Use "${shown(seen)}"`, column, seen, true)]),
	};
}

function inId({ value, column }: FieldView, element: Element): Problem | undefined {
	const odd = firstOdd(value) ?? firstInnerDash(value);
	if (!odd || isUnseen(value) || isForeign(value)) return undefined;
	const joined = withPlainDashes(joinedVisibleText(value));
	const seen = withPlainDashes(visibleText(value));
	const isExact = !needsLatinLetters(value) && !isRange(value);
	const isCertain = isExact && (joined === seen || DIGITS.test(joined));
	const ids = isCertain || joined === seen ? [joined] : [joined, seen];
	return {
		message: `${element.column} has ${described(odd)}. Use ${ids.map(quoteUnlessDigits).join(' or ')}.`,
		fixes: () => ids.map((id): Fix => setValue(`Use ${quoteUnlessDigits(id)}`, column, id, isCertain)),
	};
}

/** Whether a dash can be that of a range, or a minus: other than a hyphen, or between digits. */
function isRange(value: string): boolean {
	return RANGE.test(value) || firstInnerDash(joinedVisibleText(value)) !== undefined;
}

/** In names and other texts, what cannot be seen can be right, such as the joiners of Arabic; a control character cannot. */
function inText({ element, header, value, column }: FieldView): Problem | undefined {
	const odd = firstControl(value);
	if (!odd) return undefined;
	return {
		message: `${element?.column ?? shown(visibleText(header))} has ${described(odd)}. Remove it.`,
		fixes: () => [setValue('Remove the Control Characters', column, withoutControls(value), true)],
	};
}

/** Whether a text is in another alphabet as a whole, so that its letters need not be meant as Latin ones. */
function isForeign(text: string): boolean {
	return needsLatinLetters(text) && !ASCII_WORD.test(text) && firstOdd(text)?.kind === 'shape';
}

function described({ character, name, kind }: OddCharacter): string {
	const what = kind === 'shape' ? 'a character that only looks right' : 'a character that cannot be seen';
	return `${what}, ${name} (${codePointName(character)})`;
}
