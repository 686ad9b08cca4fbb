/**
 * The one definition of what people cannot see in a text, for the whole project. `String.trim` and `\s` know the white
 * space of Unicode, but not U+200B, the marks for the direction of text, or the blank of Braille.
 *
 * Sources: the properties White_Space and Default_Ignorable_Code_Point of the Unicode Character Database (UAX 44), and
 * the look-alikes among its confusables (UTS 39).
 */

/** Takes up room and shows nothing; a class of a regular expression with the flags `u` or `v`. */
const SPACES = '\\p{White_Space}\\u2800\\u3164\\u115f\\u1160\\uffa0';
/** Takes up no room at all. */
const INVISIBLE = '\\p{Default_Ignorable_Code_Point}\\p{Cc}\\ufff9-\\ufffc';

const ONE_UNSEEN = new RegExp(`^[${SPACES}${INVISIBLE}]$`, 'u');
const ALL_UNSEEN = new RegExp(`^[${SPACES}${INVISIBLE}]*$`, 'u');
const ONE_SPACE = new RegExp(`^[${SPACES}]$`, 'u');
const EACH_SPACE = new RegExp(`[${SPACES}]`, 'gu');
const EACH_INVISIBLE = new RegExp(`(?![${SPACES}])[${INVISIBLE}]`, 'gu');
/** Control characters that nobody types. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const EACH_CONTROL = new RegExp(CONTROL, 'gu');
/** VT, FF and NEL. */
const OTHER_LINE_BREAKS = /[\v\f\u0085]+/g;
const SPACE_RUNS = new RegExp(`[${SPACES}]+`, 'gu');
/** Every printable character of ASCII; a text of these, without outer spaces, is what it looks like. */
const PLAIN = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;
const ASCII = /^\p{ASCII}*$/u;
const NOT_ASCII = /\P{ASCII}/gu;

const SPACE = 32;
const LAST_OF_ONE_UNIT = 0xffff;
const ASCII_END = 128;
const FULL_WIDTH_START = 0xff01;
const FULL_WIDTH_END = 0xff5e;
/** From a full-width character to the one of ASCII. */
const FULL_WIDTH_DISTANCE = 0xfee0;

/** Whether a UTF-16 unit is an ASCII character other than a space or a control character. */
export function isVisibleAscii(unit: number): boolean {
	return unit > SPACE && unit < ASCII_END - 1;
}

/** Whether the text between two UTF-16 offsets is what it looks like: printable ASCII without spaces around it. */
export function isPlain(text: string, start: number, end: number): boolean {
	if (!isVisibleAscii(text.charCodeAt(start)) || !isVisibleAscii(text.charCodeAt(end - 1))) return false;
	for (let at = start + 1; at < end - 1; at++) {
		const unit = text.charCodeAt(at);
		if (unit < SPACE || unit >= ASCII_END - 1) return false;
	}
	return true;
}

/** The text without the spaces and invisible characters around it. */
export function trimUnseen(text: string): string {
	const { length } = text;
	if (length === 0) return text;
	if (isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(length - 1))) return text;
	return trimmed(text, (character) => ONE_UNSEEN.test(character));
}

/**
 * The text without the characters at both ends that a test is true of. A regular expression would start again at each
 * of a million spaces inside.
 *
 * @param isOuter gets one character, of one or two UTF-16 units.
 */
export function trimmed(text: string, isOuter: (character: string) => boolean): string {
	let start = 0;
	let end = text.length;
	while (start < end) {
		const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
		if (!isOuter(first)) break;
		start += first.length;
	}
	while (end > start) {
		const pair = end - 2 < start ? 0 : (text.codePointAt(end - 2) ?? 0);
		const last = pair > LAST_OF_ONE_UNIT ? String.fromCodePoint(pair) : text.charAt(end - 1);
		if (!isOuter(last)) break;
		end -= last.length;
	}
	return text.slice(start, end);
}

/** Whether nothing of the text can be seen: it is empty, or only spaces and invisible characters. */
export function isUnseen(text: string): boolean {
	return text === '' || (!isVisibleAscii(text.charCodeAt(0)) && ALL_UNSEEN.test(text));
}

/** The text with one plain space for each run of characters that look like spaces. */
export function joinSpaces(text: string): string {
	return text.replace(SPACE_RUNS, ' ');
}

/**
 * The text that people believe to see, as a US keyboard writes it: plain spaces and none around it, nothing invisible,
 * letters and digits of usual width, an accent and its letter as one character, and Latin letters for their
 * look-alikes where this leaves no other letter. A text that needs none of it is returned as it is.
 */
export function visibleText(text: string): string {
	if (PLAIN.test(text)) return text;
	const seen = withoutUnseen(text);
	return withoutLookAlikes(seen) ?? seen;
}

/** The plain text without the characters that only look like spaces, of which `visibleText` makes spaces. */
export function joinedVisibleText(text: string): string {
	return PLAIN.test(text)
		? text
		: visibleText(text.replace(EACH_SPACE, (character) => (character === ' ' ? ' ' : '')));
}

function withoutUnseen(text: string): string {
	return text
		.normalize('NFC')
		.replace(EACH_CONTROL, '')
		.replace(EACH_INVISIBLE, '')
		.replace(EACH_SPACE, ' ')
		.replace(NOT_ASCII, (character) => ofUsualWidth(character) ?? character)
		.trim();
}

/** The text with Latin letters for their look-alikes; undefined where it has none, or other letters too. */
function withoutLookAlikes(text: string): string | undefined {
	const latin = text.replace(NOT_ASCII, (character) => lookAlikes.get(character) ?? character);
	return latin !== text && ASCII.test(latin) ? latin : undefined;
}

/** The ASCII character that another form of it stands for: full-width, of the mathematical alphabets, or a hyphen. */
function ofUsualWidth(character: string): string | undefined {
	const code = character.codePointAt(0) ?? 0;
	if (code >= FULL_WIDTH_START && code <= FULL_WIDTH_END) {
		return String.fromCharCode(code - FULL_WIDTH_DISTANCE);
	}
	if (code === 0x2010 || code === 0x2011) return '-';
	const isMathematical = code >= 0x1d400 && code <= 0x1d7ff;
	const usual = isMathematical ? character.normalize('NFKC') : '';
	return usual.length === 1 && ASCII.test(usual) ? usual : undefined;
}

/** Letters of other alphabets that are drawn as a Latin one is. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
	(
		[
			['АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ', 'ABESIJKMHOPCTYXaesijopcyxdqwh'],
			['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι', 'ABEZHIKMNOPTYXoi'],
		] as const
	).flatMap(([others, latin]) => [...others].map((other, at) => [other, latin.charAt(at)] as const)),
);

/** Whether only Latin letters in place of their look-alikes make the visible text: a person may mean the others. */
export function needsLatinLetters(text: string): boolean {
	return !PLAIN.test(text) && withoutLookAlikes(withoutUnseen(text)) !== undefined;
}

/** A character that is not what it looks like. */
export interface OddCharacter {
	readonly character: string;
	/** What it is, in plain words with an article: "a zero-width space". */
	readonly name: string;
	/** `control`: of \p{Cc}, but for tabs and line breaks. `unseen`: any other that shows nothing. `shape`: it looks right. */
	readonly kind: 'control' | 'unseen' | 'shape';
}

const UNSEEN_BUT_SPACE = new RegExp(`(?![ \\r\\n])[${SPACES}${INVISIBLE}]`, 'u');
/** What a person may have typed before or after a value. */
const OUTER_BLANKS = ' \t\r\n';
const COMBINING = /\p{M}/u;

/** The first control character of a text other than a tab or a line break; undefined where there is none. */
export function firstControl(text: string): OddCharacter | undefined {
	const [character] = CONTROL.exec(text) ?? [];
	return character === undefined ? undefined : { character, name: nameOf(character), kind: 'control' };
}

/** What shows nothing: invisible characters and control characters; a space only where it looks like none. */
const EACH_UNSHOWN = new RegExp(`[${SPACES}${INVISIBLE}]`, 'gu');
const PRINTABLE = /^[ -~]*$/;

/**
 * A text on one line in which nothing is hidden: a plain space for each character that looks like one, line breaks
 * included, and the number of each that shows nothing or turns the direction of text: `<U+202E>`.
 */
export function revealed(text: string): string {
	if (PRINTABLE.test(text)) return text;
	return text.replace(EACH_UNSHOWN, (character) =>
		ONE_SPACE.test(character) ? ' ' : `<${codePointName(character)}>`,
	);
}

/** What a JSON text holds as it is, and a terminal may obey. */
const EACH_OBEYED = new RegExp(`(?![${SPACES}])[${INVISIBLE}]|[\\u0085\\u2028\\u2029]`, 'gu');

/** A JSON text of the same meaning, with an escape for each character that shows nothing or turns the direction of text. */
export function withJsonEscapes(json: string): string {
	if (PRINTABLE.test(json)) return json;
	return json.replace(EACH_OBEYED, unitEscapes);
}

/** The escape of each UTF-16 unit of a character, as JSON has it: `\u202e`. */
export function unitEscapes(character: string): string {
	const units = character.split('');
	return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** A text of at most so many UTF-16 units, with an ellipsis at its end where it is longer. Cuts no character in two. */
export function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const end = most - 1;
	const isPairCut = (text.codePointAt(end - 1) ?? 0) > LAST_OF_ONE_UNIT;
	return `${text.slice(0, isPairCut ? end - 1 : end)}…`;
}

/** A text without control characters, with a space for those that break a line. Tabs and usual line breaks stay. */
export function withoutControls(text: string): string {
	return text.replace(OTHER_LINE_BREAKS, ' ').replace(EACH_CONTROL, '');
}

/** Whether a whole file holds nothing. Control characters are something: text in another encoding is full of them. */
export function isEmptyText(text: string): boolean {
	return isUnseen(text) && firstControl(text) === undefined;
}

/**
 * The first character of a text that `visibleText` changes, other than plain spaces, line breaks, and tabs at
 * its ends; undefined where there is none.
 */
export function firstOdd(text: string): OddCharacter | undefined {
	if (PLAIN.test(text)) return undefined;
	const control = firstControl(text);
	if (control) return control;
	const [unseen] = UNSEEN_BUT_SPACE.exec(trimmed(text, (one) => OUTER_BLANKS.includes(one))) ?? [];
	if (unseen !== undefined) return { character: unseen, name: nameOf(unseen), kind: 'unseen' };
	const characters = [...text];
	const isComposed = text.normalize('NFC') === text;
	const other =
		characters.find((one) => ofUsualWidth(one) !== undefined) ??
		(isComposed ? undefined : characters.find((one) => COMBINING.test(one))) ??
		(withoutLookAlikes(withoutUnseen(text)) && characters.find((one) => lookAlikes.has(one)));
	return other === undefined ? undefined : { character: other, name: nameOf(other), kind: 'shape' };
}

/** A dash of any kind but that of a US keyboard, inside of a word. */
const INNER_DASH = /(?<=[0-9A-Za-z])[\u2010-\u2015\u2212\uff0d](?=[0-9A-Za-z])/g;

/** The first dash inside of a word that is not the one of the keyboard; undefined where there is none. */
export function firstInnerDash(text: string): OddCharacter | undefined {
	const [character] = text.match(INNER_DASH) ?? [];
	return character === undefined ? undefined : { character, name: nameOf(character), kind: 'shape' };
}

/** The text with the dash of the keyboard for any other inside of a word. */
export function withPlainDashes(text: string): string {
	return text.replace(INNER_DASH, '-');
}

/** A character's number as people look it up: "U+200B". */
export function codePointName(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function nameOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const named = names.find(([from, to]) => code >= from && code <= to);
	if (named) return named[2];
	const usual = ofUsualWidth(character);
	if (usual !== undefined) return `a full-width "${usual}"`;
	const latin = lookAlikes.get(character);
	if (latin !== undefined)
		return `a ${code < 0x400 ? 'Greek' : 'Cyrillic'} letter that looks like "${latin}"`;
	if (COMBINING.test(character)) return 'an accent that is a character of its own';
	return 'a character that cannot be seen';
}

/** The names of what cannot be seen, by range of code points. The first range that fits counts. */
const names: readonly (readonly [from: number, to: number, name: string])[] = [
	[0x00, 0x00, 'a null character'],
	[0x09, 0x09, 'a tab'],
	[0x0a, 0x0d, 'a line break'],
	[0x85, 0x85, 'a line break'],
	[0x01, 0x1f, 'a control character'],
	[0x7f, 0x9f, 'a control character'],
	[0xa0, 0xa0, 'a no-break space'],
	[0xad, 0xad, 'a soft hyphen'],
	[0x034f, 0x034f, 'an invisible joiner'],
	[0x061c, 0x061c, 'an Arabic letter mark'],
	[0x115f, 0x1160, 'a Hangul filler'],
	[0x1680, 0x1680, 'an Ogham space'],
	[0x17b4, 0x17b5, 'an invisible Khmer vowel'],
	[0x180b, 0x180d, 'a variation selector'],
	[0x180e, 0x180e, 'a Mongolian vowel separator'],
	[0x180f, 0x180f, 'a variation selector'],
	[0x2002, 0x2002, 'an en space'],
	[0x2003, 0x2003, 'an em space'],
	[0x2007, 0x2007, 'a figure space'],
	[0x2009, 0x2009, 'a thin space'],
	[0x200a, 0x200a, 'a hair space'],
	[0x2000, 0x200a, 'a space of another width'],
	[0x200b, 0x200b, 'a zero-width space'],
	[0x200c, 0x200c, 'a zero-width non-joiner'],
	[0x200d, 0x200d, 'a zero-width joiner'],
	[0x200e, 0x200e, 'a left-to-right mark'],
	[0x200f, 0x200f, 'a right-to-left mark'],
	[0x2010, 0x2010, 'a hyphen that is not the one of the keyboard'],
	[0x2011, 0x2011, 'a no-break hyphen'],
	[0x2012, 0x2012, 'a figure dash'],
	[0x2013, 0x2013, 'an en dash'],
	[0x2014, 0x2014, 'an em dash'],
	[0x2015, 0x2015, 'a horizontal bar'],
	[0x2212, 0x2212, 'a minus'],
	[0x2028, 0x2028, 'a line separator'],
	[0x2029, 0x2029, 'a paragraph separator'],
	[0x202a, 0x202e, 'a mark for the direction of text'],
	[0x202f, 0x202f, 'a narrow no-break space'],
	[0x205f, 0x205f, 'a mathematical space'],
	[0x2060, 0x2060, 'a word joiner'],
	[0x2061, 0x2064, 'an invisible operator'],
	[0x2066, 0x2069, 'a mark for the direction of text'],
	[0x2800, 0x2800, 'a Braille blank'],
	[0x3000, 0x3000, 'a full-width space'],
	[0x3164, 0x3164, 'a Hangul filler'],
	[0xfe00, 0xfe0f, 'a variation selector'],
	[0xfeff, 0xfeff, 'a byte order mark'],
	[0xffa0, 0xffa0, 'a Hangul filler'],
	[0xfff9, 0xfffb, 'an annotation mark'],
	[0xfffc, 0xfffc, 'the mark of an object that is gone'],
	[0xe0000, 0xe007f, 'a tag that cannot be seen'],
	[0xe0100, 0xe01ef, 'a variation selector'],
];

/** Letters with a stroke or without a dot, which Unicode does not take apart. */
const UNMARKED: Readonly<Record<string, string>> = { đ: 'd', ħ: 'h', ł: 'l', ø: 'o', ŧ: 't', ı: 'i', ς: 'σ' };
const EACH_UNMARKED = new RegExp(`[${Object.keys(UNMARKED).join('')}]`, 'g');
const NOT_ASCII_RUNS = /[\u0080-\uffff]+/g;
/** The most runs whose folded form is kept. */
const MAX_KEPT = 4096;
/** The longest run that is kept, in UTF-16 units. */
const MAX_KEPT_LENGTH = 16;
const foldedRuns = new Map<string, string>();

/**
 * A text as a search compares it: without case and without the marks on its letters, however they are encoded. Both
 * "Nguyễn" and "NGUYEN" are "nguyen". Line breaks and the characters of ASCII stay what they are.
 */
export function foldText(text: string): string {
	const lower = text.toLowerCase();
	// Few different runs are in a file, and to take one apart is slow.
	return lower.replace(NOT_ASCII_RUNS, foldedRun);
}

function foldedRun(run: string): string {
	const known = foldedRuns.get(run);
	if (known !== undefined) return known;
	const folded = run
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(EACH_UNMARKED, (letter) => UNMARKED[letter] ?? letter);
	if (foldedRuns.size >= MAX_KEPT) foldedRuns.clear();
	if (run.length <= MAX_KEPT_LENGTH) foldedRuns.set(run, folded);
	return folded;
}

/** An ID as a spreadsheet and many people write it: without the zeros it starts with. */
export function withoutZeros(id: string): string {
	return id.replace(/^0+(?=.)/, '');
}

/** Whether an ID starts with a typed text, in any case, its leading zeros counted or not. */
export function idBeginsWith(id: string, typed: string): boolean {
	const start = trimUnseen(typed).toLowerCase();
	const lower = id.toLowerCase();
	return lower.startsWith(start) || withoutZeros(lower).startsWith(start);
}
