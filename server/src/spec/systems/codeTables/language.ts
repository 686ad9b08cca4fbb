import {
	calpadsLanguages,
	edFiStandard,
	focusExports,
	infiniteCampusExports,
	mclassDownloads,
} from '../systemSources';
import type { CodeTable } from '../types';

/** Codes of English learner status and home language that systems and states use. */
// biome-ignore format: one table, few lines
export const languageTables: readonly CodeTable[] = [
	{
		name: 'Florida ELL (Focus)',
		elements: ['Ell_status'],
		values: { LY: 'Y', LF: 'N', LA: 'N', LZ: 'N', TZ: 'N', ZZ: 'N', LP: null },
		note: 'LP is being tested: not known, and not No.',
		certainty: 'read',
		source: focusExports,
	},
	{
		name: 'Infinite Campus LEP.programStatus',
		elements: ['Ell_status'],
		values: { LEP: 'Y', 'Exited LEP': 'N', 'Not LEP': 'N', Pending: null },
		note: 'Only LEP was read in a document. Pending is not known, and not No.',
		certainty: 'likely',
		source: infiniteCampusExports,
	},
	{
		name: 'Ed-Fi LimitedEnglishProficiency',
		elements: ['Ell_status'],
		values: { Limited: 'Y', NotLimited: 'N', 'Limited Monitored 1': 'N', 'Limited Monitored 2': 'N' },
		note: 'Monitored students have left the program. States count them differently.',
		certainty: 'likely',
		source: edFiStandard,
	},
	{
		name: 'mCLASS download',
		elements: ['Ell_status'],
		values: { LEP: 'Y', Native: 'N', Fluent: 'N', Redes: 'N', NS: '' },
		note: 'These are the values of English Proficiency. Redes is redesignated.',
		certainty: 'likely',
		source: mclassDownloads,
	},
	{
		name: 'mCLASS download',
		elements: ['Home_language'],
		values: { Eng: 'English', Span: 'Spanish', Rus: 'Russian', HLNE: null },
		note: 'HLNE is probably a home language that is not English.',
		certainty: 'read',
		source: mclassDownloads,
	},
	{
		name: 'CALPADS / Aeries language',
		elements: ['Home_language'],
		values: {
			'00': 'English', '01': 'Spanish', '02': 'Vietnamese', '03': 'Cantonese', '04': 'Korean', '05': ['Tagalog'], '06': 'Portuguese', '07': 'Mandarin', '08': 'Japanese', '09': 'Khmer',
			10: 'Laotian', 11: 'Arabic', 13: 'Burmese', 15: 'Dutch', 16: 'Farsi', 17: 'French', 18: 'German', 21: 'Hebrew', 22: 'Hindi', 23: 'Hmong', 25: 'Ilocano', 28: 'Punjabi', 29: 'Russian',
			30: 'Samoan', 31: 'Serbian', 32: 'Thai', 33: 'Turkish', 35: 'Urdu', 37: null, 38: 'Ukrainian', 41: 'Polish', 45: 'Romanian',
			56: ['Albanian'], 57: ['Tigrinya'], 60: ['Somali'], 61: ['Bengali'], 62: ['Telugu'], 63: ['Tamil'], 66: ['Amharic'],
		},
		note: '05 is Filipino or Tagalog. 37 is sign language. The codes from 56 on were not read in a document of California.',
		certainty: 'read',
		source: calpadsLanguages,
	},
];
