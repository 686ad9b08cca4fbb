import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';
import { meansN, meansY } from './yesNoSpellings';

/** The codes of Ell_status, from Amplify's article. */
export const ellStatusCodes: OptionSet = {
	id: 'ell-status',
	title: 'English learner',
	ceds: false,
	source: amplifyArticle,
	options: [
		{ code: 'Y', label: 'Yes', definition: 'English language learner', meantBy: meansY },
		{ code: 'N', label: 'No', definition: 'Not an English language learner', meantBy: meansN },
	],
};
