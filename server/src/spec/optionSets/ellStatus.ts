import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';
import { meansN, meansY } from './yesNoSpellings';

/**
 * The codes of Ell_status, from Amplify's article. LY and LF are codes of Florida; EO, IFEP and RFEP are California's
 * words for a student who speaks English only, was fluent at first, and was reclassified. Limited and NotLimited are Ed-Fi's.
 */
export const ellStatusCodes: OptionSet = {
	id: 'ell-status',
	title: 'English learner',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'Y', label: 'Yes', definition: 'English language learner', meantBy: [...meansY, 'LEP', 'LY', 'ELL', 'EL', 'English Learner', 'English Language Learner', 'Limited', 'Limited English Proficient'] },
		{ code: 'N', label: 'No', definition: 'Not an English language learner', meantBy: [...meansN, 'EO', 'IFEP', 'LF', 'Not LEP', 'Non-LEP', 'Not ELL', 'Non-ELL', 'Not EL', 'Non-EL', 'Not an English Learner', 'NotLimited', 'English Only'] },
	],
	ambiguous: [
		{
			values: ['RFEP', 'Reclassified', 'Redesignated'],
			meaning:
				'A reclassified student is no longer an English learner in some reports and still one in others.',
			codes: ['N', 'Y'],
		},
	],
};
