/** Columns that their values tell, whatever the header: each sign is a set of words that only one column of ours has. */

import type { Element, OptionSet } from '../../spec';
import { frlStatus, gender, hispanicLatino, homeLanguage, race } from '../../spec/demographics';
import { exportColumns } from '../../spec/exportColumns';
import { exportHeaders } from '../../spec/exportHeaders';
import { importCode } from '../../spec/exportValues';
import { noteOnHeader } from '../../spec/headerMeaning';
import { headerWordsOf } from '../../spec/headerWords';
import { ambiguousValue, isNullWord, meansEmpty, normalizedValue, unlistedValue } from '../../spec/meaning';
import { yesNoCodes } from '../../spec/optionSets/yesNo';
import { extensionElements } from '../../spec/studentsExt';
import { raceFlagOf } from '../../spec/systems/raceFlags';
import { wordKey } from '../../spec/wordKey';
import type { SummaryColumn } from './summary';

/** What the values of a column must be like so that they tell it. All of them must have a meaning there. */
interface Sign {
	readonly element: Element;
	/** What such values are, for people. */
	readonly what: string;
	/** Codes that must be among them: without these, the values may be about something else. */
	readonly needs?: readonly string[];
	/** How many different codes there must be. */
	readonly codes: number;
	/** Whether short codes tell nothing: A and B are marks, too. */
	readonly isInWords: boolean;
	/** Words that other columns have as well: there must be one that is not among them. */
	readonly common?: readonly string[];
}

/** A longer value, in UTF-16 units, is no code and no label. */
const MAX_LENGTH = 100;

const disability = extensionElements.find(({ column }) => column === 'ext.primary_disability_type');

const signs: readonly Sign[] = [
	{ element: gender, what: 'genders', needs: ['M', 'F'], codes: 2, isInWords: false },
	// Subjects, nationalities and places are called like languages, but no list of them has English among others.
	{ element: homeLanguage, what: 'languages', needs: ['English'], codes: 2, isInWords: false },
	{ element: frlStatus, what: 'kinds of lunch', needs: ['F', 'R'], codes: 2, isInWords: true },
	{ element: race, what: 'races', codes: 2, isInWords: true, common: ['white', 'black'] },
	{
		element: hispanicLatino,
		what: 'Hispanic and not Hispanic',
		needs: ['Y', 'N'],
		codes: 2,
		// A column that only answers yes or no may be about anything, and is told by nothing.
		isInWords: false,
	},
	...(disability ? [{ element: disability, what: 'disabilities', codes: 2, isInWords: true }] : []),
];

/**
 * Words in headers of columns that are about somebody or something else: contacts, guardians, siblings, staff, courses,
 * dates, what was before, and anything but the first of several.
 */
const otherWords: ReadonlySet<string> = new Set([
	...['contact', 'contacts', 'guardian', 'guardians', 'parent', 'parents', 'mother', 'father', 'mom', 'dad'],
	...[
		'family',
		'household',
		'spouse',
		'sibling',
		'siblings',
		'brother',
		'sister',
		'emergency',
		'relationship',
	],
	...[
		'physician',
		'doctor',
		'teacher',
		'teachers',
		'staff',
		'counselor',
		'advisor',
		'adviser',
		'employee',
		'principal',
	],
	...[
		'case',
		'manager',
		'coach',
		'interpreter',
		'translator',
		'correspondence',
		'communication',
		'mailing',
		'letter',
	],
	...[
		'course',
		'courses',
		'class',
		'section',
		'subject',
		'elective',
		'period',
		'homeroom',
		'schedule',
		'room',
		'team',
	],
	...[
		'test',
		'tests',
		'exam',
		'assessment',
		'score',
		'instruction',
		'instructional',
		'program',
		'track',
		'immersion',
	],
	...[
		'foreign',
		'world',
		'studied',
		'taught',
		'house',
		'color',
		'colour',
		'country',
		'nation',
		'nationality',
	],
	...[
		'citizenship',
		'birthplace',
		'born',
		'second',
		'secondary',
		'tertiary',
		'third',
		'other',
		'additional',
		'alternate',
	],
	...[
		'alt',
		'previous',
		'prior',
		'former',
		'old',
		'date',
		'dob',
		'birth',
		'start',
		'end',
		'time',
		'comment',
		'comments',
	],
	...['report', 'card', 'notification', 'notice', 'meeting', 'conference', 'testing', 'nurse', 'pickup'],
	...['gdn', 'grdn', 'prnt', 'par', 'hoh', 'mthr', 'fthr', 'sib', 'caregiver', 'foster', 'custodial'],
	...['rater', 'evaluator', 'payer', 'payor', 'counsl', 'cnslr', 'tchr', 'instructor', 'provider'],
	...[
		'note',
		'notes',
		'fee',
		'fees',
		'tuition',
		'sponsor',
		'host',
		'roommate',
		'partner',
		'friend',
		'bus',
		'driver',
	],
]);

/** Words, as `headerWordsOf` has them, that say nothing on what a column is about: "Column 7", "C7", "M or F". */
const emptyWords: ReadonlySet<string> = new Set([
	...['column', 'col', 'field', 'fld', 'value', 'val', 'data', 'item', 'question', 'category', 'cat', 'type'],
	...['student', 'code', 'description', 'indicator', 'status', 'current', 'c', 'f', 'm', 'q', 'v', 'x'],
]);

const wordsOfColumns = new Map<string, ReadonlySet<string>>();

/** The words in the usual headers of a column of ours. */
function wordsOfColumn(element: string): ReadonlySet<string> {
	const known = wordsOfColumns.get(element);
	if (known) return known;
	const names = exportHeaders.find(({ column }) => column === element)?.names ?? [];
	const words = new Set([element, ...names].flatMap((name) => headerWordsOf(name)?.all.split(' ') ?? []));
	wordsOfColumns.set(element, words);
	return words;
}

/**
 * Whether a header leaves it to the values what the column is: each of its words says nothing, or is usual for the column
 * of ours. "Nurse Gender" and "Testing Language" are about something else, and no list has all such words.
 */
export function isLeftToValues(header: string, element: string): boolean {
	const words = headerWordsOf(header.replace(/ \(column \d+\)\**$/, ''))?.all.split(' ') ?? [];
	const usual = wordsOfColumn(element);
	return words.every((word) => /^\p{N}+$/u.test(word) || emptyWords.has(word) || usual.has(word));
}

/** Whether a header is about somebody or something else than the student's own category. */
export function isAboutOthers(header: string): boolean {
	if (noteOnHeader(header) !== undefined) return true;
	const words = header
		.replace(/ \(column \d+\)\**$/, '')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{L})(\p{N})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u);
	return words.some((word) => otherWords.has(word)) || isOneOfMore(header);
}

/** Whether a header names the second or a further one of something that we know: "Disability 2", but not "Column 2". */
function isOneOfMore(header: string): boolean {
	const [, before = '', number, after = ''] = /^(\D*)([2-9])(\D*)$/.exec(header) ?? [];
	return number !== undefined && exportColumns(`${before} ${after}`).length > 0;
}

/** Whether all values of a column answer yes or no. Such a column may be about anything. */
export function isYesNo({ values }: SummaryColumn): boolean {
	return values.length > 0 && values.every(({ value }) => importCode(yesNoCodes, value) !== undefined);
}

/** A column of ours that the values of a column tell, and what they are, for people. */
export interface ToldColumn {
	readonly element: string;
	readonly what: string;
}

const knownTold = new WeakMap<SummaryColumn, ToldColumn | false>();

/** The one column of ours that the values tell; undefined where they tell none, or the header is about something else. */
export function toldBy(column: SummaryColumn): ToldColumn | undefined {
	// A plan is made again at each decision, and asks for a column several times.
	const known = knownTold.get(column) ?? findTold(column) ?? false;
	knownTold.set(column, known);
	return known || undefined;
}

function findTold(column: SummaryColumn): ToldColumn | undefined {
	if (column.values.length < 2 || column.unlisted > 0 || !isWordOfSigns(column.values[0]?.value ?? ''))
		return undefined;
	const told = signs.filter((sign) => isTold(sign, column));
	const [only] = told;
	if (!only || told.length > 1 || isYesNo(column)) return undefined;
	if (isAboutOthers(column.name) || raceFlagOf(column.name) !== undefined) return undefined;
	return { element: only.element.column, what: only.what };
}

/** The words of all signs as `normalizedValue` and `wordKey` return them. */
let wordsOfSigns: ReadonlySet<string> | undefined;

/** Whether a value or a part of it may be a word of a sign. Most columns of an export are put aside by this alone. */
function isWordOfSigns(value: string): boolean {
	wordsOfSigns ??= new Set(signs.flatMap(({ element }) => wordsOf(element.optionSet)));
	if (value.length > MAX_LENGTH) return false;
	return [value, ...value.split(/[^\p{L}\p{M}'./ ]+|\s[-–—]\s/u)].some((part) => {
		const word = normalizedValue(part);
		return word !== '' && isKnownWord(word);
	});
}

function isKnownWord(word: string): boolean {
	return wordsOfSigns?.has(word) || wordsOfSigns?.has(wordKey(word) ?? '') || isNullWord(word);
}

function wordsOf(set: OptionSet | undefined): readonly string[] {
	if (!set) return [];
	const { options, ambiguous = [], unlisted = [] } = set;
	const words = [
		...options.flatMap(({ code, label, meantBy = [], iso639 = [] }) => [code, label, ...meantBy, ...iso639]),
		...ambiguous.flatMap(({ values }) => values),
		...unlisted,
	];
	return words.flatMap((word) => [word.toLowerCase(), wordKey(word) ?? '']).filter((word) => word !== '');
}

function isTold(sign: Sign, { values }: SummaryColumn): boolean {
	const set = sign.element.optionSet;
	if (!set) return false;
	const codes = new Set<string>();
	let isUncommon = sign.common === undefined;
	for (const { value } of values) {
		const code = meaningIn(set, value);
		if (code === undefined) return false;
		if (code === '') continue;
		if (sign.isInWords && wordKey(value) === undefined) return false;
		codes.add(code);
		isUncommon ||= !sign.common?.includes(value.toLowerCase());
	}
	const needs = sign.needs ?? [];
	return isUncommon && codes.size >= sign.codes && needs.every((code) => codes.has(code));
}

/** The code of a value, '' for one that says nothing or belongs in another column, undefined for one without a meaning. */
function meaningIn(set: OptionSet, value: string): string | undefined {
	const code = importCode(set, value);
	if (code !== undefined) return code;
	if (meansEmpty(set, value) || unlistedValue(set, value) !== undefined) return '';
	return ambiguousValue(set, value)?.belongsIn ? '' : undefined;
}
