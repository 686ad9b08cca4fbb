/**
 * The words of a header, for headers that no list has: "Stu_Gender", "StuGenderCd" and "Student Gender Code" are the same
 * words. No word is dropped that could change what the column is about: only those that say that it is about a student,
 * and what kind of value it holds.
 */

/** Abbreviations that have one meaning in a header of students, by the words in full. */
// biome-ignore format: one word, one line
const abbreviations: Readonly<Record<string, readonly string[]>> = {
	student: ['stu', 'stud', 'std', 'stdnt', 'pupil'],
	code: ['cd', 'cde'],
	description: ['desc', 'descr', 'dsc', 'label', 'lbl'],
	indicator: ['ind', 'indic', 'flag', 'flg', 'yn'],
	status: ['stat', 'sts'],
	number: ['num', 'nbr', 'no'],
	name: ['nm'],
	school: ['sch', 'schl'],
	grade: ['grd'],
	level: ['lvl'],
	gender: ['gend', 'gndr', 'sex'],
	ethnicity: ['ethn', 'ethnic'],
	hispanic: ['hisp', 'hispan'],
	federal: ['fed'],
	primary: ['prim', 'pri'],
	language: ['lang', 'lng'],
	english: ['eng', 'engl'],
	learner: ['lrnr', 'learners'],
	economic: ['econ', 'eco', 'economically'],
	disadvantaged: ['disadv', 'disad', 'disadvan', 'disadvantage'],
	disability: ['disab', 'dsblty', 'disabl'],
	special: ['spec'],
	'special education': ['sped', 'spced'],
	date: ['dt'],
	year: ['yr'],
	first: ['fst', 'frst'],
	last: ['lst'],
	middle: ['mid'],
	education: ['ed', 'educ'],
	section: ['sec', 'sect'],
	migrant: ['mig', 'migr'],
	reduced: ['red', 'reduc'],
	eligibility: ['elig'],
	program: ['prog', 'pgm', 'prgm'],
	limited: ['ltd', 'lmtd'],
	proficiency: ['prof', 'profic'],
	'1': ['i'],
};

/** Words that only mean something together, each after its parts are written in full. */
const together: readonly (readonly [parts: string, words: string])[] = [
	['dis adv', 'disadvantaged'],
	['economic dis', 'economic disadvantaged'],
	['prim dis', 'primary disability'],
	['primary dis', 'primary disability'],
	['sp education', 'special education'],
	['y n', 'indicator'],
];

/** Words without a meaning of their own, by which most headers are told apart at once. */
const loneParts: ReadonlySet<string> = new Set(['dis', 'adv', 'sp', 'y']);

/** What a header is about, and what it says besides. */
export interface HeaderWords {
	/** All words in full, in their order. */
	readonly all: string;
	/** Without those that say what kind of value it holds. */
	readonly subject: string;
	/** Without those that say that the column is about a student. */
	readonly bare: string;
	/** Without either of them; '' if nothing is left. */
	readonly topic: string;
	/** Whether it says that the values are yes and no. */
	readonly isIndicator: boolean;
}

const fullWords: ReadonlyMap<string, string> = new Map(
	Object.entries(abbreviations).flatMap(([word, short]) => short.map((each) => [each, word] as const)),
);
const KINDS: ReadonlySet<string> = new Set(['code', 'description', 'indicator', 'status']);
/** Small words, which exports write or leave out. */
const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an', 'and', 'or', 'is', 'has']);

/** A longer header is a sentence. */
const MAX_LENGTH = 80;

/** The words of a header; undefined for a text that has none, or too many for a header. */
export function headerWordsOf(header: string): HeaderWords | undefined {
	if (header.length > MAX_LENGTH) return undefined;
	const words = wordsIn(header).map((word) => fullWords.get(word) ?? word);
	if (words.length === 0) return undefined;
	let all = ` ${words.join(' ')} `;
	if (words.some((word) => loneParts.has(word)))
		for (const [parts, whole] of together) all = all.replace(` ${parts} `, ` ${whole} `);
	const found = all.trim().split(' ');
	const bare = found.filter((word) => word !== 'student');
	return {
		all: found.join(' '),
		bare: bare.join(' '),
		subject: found.filter((word) => !KINDS.has(word)).join(' '),
		topic: bare.filter((word) => !KINDS.has(word)).join(' '),
		isIndicator: bare.includes('indicator'),
	};
}

/** The words of a header as they are, in lower case: letters and digits are words of their own, and so is each of "HomeLang". */
function wordsIn(header: string): readonly string[] {
	const parts = header.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}|\p{Lo}+|\p{N}+/gu) ?? [];
	return parts.map((word) => word.toLowerCase()).filter((word) => !SMALL.has(word));
}
