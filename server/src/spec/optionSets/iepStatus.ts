import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';
import { meansN, meansY } from './yesNoSpellings';

/** The codes of IEP_status, from Amplify's article. */
export const iepStatusCodes: OptionSet = {
	id: 'iep-status',
	title: 'Individualized education program',
	ceds: false,
	source: amplifyArticle,
	options: [
		{ code: 'Y', label: 'Yes', definition: 'Has an IEP', meantBy: [...meansY, 'IEP', 'Has IEP'] },
		{ code: 'N', label: 'No', definition: 'No IEP', meantBy: [...meansN, 'No IEP'] },
	],
};
