import { amplifyAndIso639 } from '../sources';
import type { Option, OptionSet } from '../types';

/** A language. Its English name is the code and the label; `meantBy` has other names for it. */
function language(name: string, iso639: readonly string[], meantBy?: readonly string[]): Option {
	return { code: name, label: name, iso639, meantBy };
}

/**
 * The codes of Home_language, from Amplify's article. Each has its ISO 639-2/B, 639-3 and, where there is one, 639-1
 * code, then the name that Clever's API uses where that differs.
 */
export const homeLanguageCodes: OptionSet = {
	id: 'home-language',
	title: 'Home language',
	ceds: false,
	source: amplifyAndIso639,
	options: [
		language('English', ['eng', 'en']),
		language('Albanian', ['alb', 'sqi', 'sq']),
		language('Amharic', ['amh', 'am']),
		language('Arabic', ['ara', 'ar']),
		language('Bengali', ['ben', 'bn']),
		language('Bosnian', ['bos', 'bs']),
		language('Burmese', ['bur', 'mya', 'my']),
		language('Cantonese', ['yue']),
		language('Chinese', ['chi', 'zho', 'zh']),
		language('Dutch', ['dut', 'nld', 'nl']),
		language('Farsi', ['per', 'fas', 'fa'], ['Persian']),
		language('French', ['fre', 'fra', 'fr']),
		language('German', ['ger', 'deu', 'de']),
		language('Hebrew', ['heb', 'he']),
		language('Hindi', ['hin', 'hi']),
		language('Hmong', ['hmn']),
		language('Ilocano', ['ilo'], ['Iloko']),
		language('Japanese', ['jpn', 'ja']),
		language('Javanese', ['jav', 'jv']),
		language('Karen', ['kar']),
		language('Khmer', ['khm', 'km'], ['Cambodian']),
		language('Korean', ['kor', 'ko']),
		language('Laotian', ['lao', 'lo'], ['Lao']),
		language('Latvian', ['lav', 'lv']),
		language('Malay', ['may', 'msa', 'ms']),
		language('Mandarin', ['cmn'], ['Chinese (Mandarin)']),
		language('Nepali', ['nep', 'ne']),
		language('Oromo', ['orm', 'om']),
		language('Polish', ['pol', 'pl']),
		language('Portuguese', ['por', 'pt']),
		language('Punjabi', ['pan', 'pa']),
		language('Romanian', ['rum', 'ron', 'ro']),
		language('Russian', ['rus', 'ru']),
		language('Samoan', ['smo', 'sm']),
		language('Serbian', ['srp', 'sr']),
		language('Somali', ['som', 'so']),
		language('Spanish', ['spa', 'es']),
		language('Swahili', ['swa', 'sw']),
		language('Tagalog', ['tgl', 'tl']),
		language('Tamil', ['tam', 'ta']),
		language('Telugu', ['tel', 'te']),
		language('Thai', ['tha', 'th']),
		language('Tigrinya', ['tir', 'ti']),
		language('Turkish', ['tur', 'tr']),
		language('Ukrainian', ['ukr', 'uk']),
		language('Urdu', ['urd', 'ur']),
		language('Vietnamese', ['vie', 'vi']),
	],
};
