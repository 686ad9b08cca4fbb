import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';
import { meansN, meansY } from './yesNoSpellings';

/** The codes of Hispanic_Latino, from Amplify's article. */
export const hispanicLatinoCodes: OptionSet = {
	id: 'hispanic-latino',
	title: 'Hispanic or Latino',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'Y', label: 'Yes', definition: 'Hispanic or Latino', meantBy: [...meansY, 'Hispanic or Latino', 'Hispanic', 'Latino', 'Hispanic or Latino of any race', 'Hispanic of any race'] },
		{ code: 'N', label: 'No', definition: 'Not Hispanic or Latino', meantBy: [...meansN, 'Not Hispanic or Latino', 'Not Hispanic', 'Non-Hispanic', 'Non-Hispanic or Latino'] },
	],
};
