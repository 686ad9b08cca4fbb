/**
 * The languages of ISO 639-2 and those that Clever's API knows, by their English names: a value that names one of them is
 * no typing mistake for another.
 */

import { trimUnseen } from '../characters';
import { iso6392 } from './iso6392.generated';
import { cleverOnlyLanguages, homeLanguageCodes } from './optionSets/homeLanguage';
import { wordKey } from './wordKey';

/**
 * Languages and other names of them, spelled like one of the list and not the same: names of ISO 639-3 that districts
 * write in reports of the languages that students speak at home.
 */
const otherNames = [
	...['Aramaic', 'Assyrian', 'Chaldean', 'Cham', 'Chin', 'Dong', 'Fukienese', 'Fuzhounese', 'Hakka'],
	...['Hakha Chin', 'Hindko', 'Hokkien', 'Jarai', 'Karenni', 'Kareni', 'Kayah', 'Khmu', 'Krio', 'Kunama'],
	...[
		'Kurmanji',
		'Maay',
		'Maay Maay',
		'Maymay',
		'Mien',
		'Min Nan',
		'Mixteco',
		'Mundari',
		'Pohnpeian',
		'Potwari',
	],
	...[
		'Pahari',
		'Saraiki',
		'Shanghainese',
		'Sorani',
		'Sylheti',
		'Tai Dam',
		'Taishanese',
		'Taiwanese',
		'Tedim',
	],
	...['Teochew', 'Toishanese', 'Triqui', 'Zapoteco', 'Zomi'],
];

interface Languages {
	/** The names as they are written, by `wordKey` or, for a shorter name, in lower case. */
	readonly byName: ReadonlyMap<string, string>;
	/** The first name of a language by its ISO 639 codes. */
	readonly byCode: ReadonlyMap<string, string>;
}

let languages: Languages | undefined;

/** The name of a language as its source writes it; undefined for a text that names none. */
export function languageNamed(text: string): string | undefined {
	return known().byName.get(nameKey(text));
}

/** The first English name of the language with an ISO 639-1 or 639-2 code; undefined for any other text. */
export function languageByIsoCode(code: string): string | undefined {
	return known().byCode.get(code.toLowerCase());
}

/** Every name of a language as its source writes it; alternative names and inverted ones count separately. */
export function languageNames(): Iterable<string> {
	return known().byName.values();
}

/**
 * The names that ISO 639-2 gives a language: each of the alternatives, in natural order too where it is inverted
 * ("Sotho, Southern"), and without the years or the word "languages" behind it.
 *
 * @param names as the standard lists them, separated by semicolons.
 */
function isoNames(names: string): readonly string[] {
	const variants = names.split(';').flatMap((part) => {
		const name = trimUnseen(part);
		const bare = name.replace(/ *\([^)]*\)$/, '').replace(/ languages$/, '');
		const inverted = /^([^,]+), (.+)$/.exec(bare);
		return [name, bare, ...(inverted ? [`${inverted[2]} ${inverted[1]}`] : [])];
	});
	return [...new Set(variants)];
}

function known(): Languages {
	languages ??= readLanguages();
	return languages;
}

function readLanguages(): Languages {
	const byName = new Map<string, string>();
	const byCode = new Map<string, string>();
	const listed = homeLanguageCodes.options.map(({ code }) => code);
	const ofIso = iso6392.flatMap(([first]) => isoNames(first));
	for (const name of [...listed, ...cleverOnlyLanguages, ...ofIso, ...otherNames]) {
		const key = nameKey(name);
		if (!byName.has(key)) byName.set(key, name);
	}
	for (const [first, ...codes] of iso6392) {
		const name = isoNames(first.replace(/;.*/, '')).at(-1) ?? first;
		for (const code of codes) byCode.set(code, name);
	}
	return { byName, byCode };
}

function nameKey(name: string): string {
	return wordKey(name) ?? trimUnseen(name).toLowerCase();
}
