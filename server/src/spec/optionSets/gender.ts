import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';

/** The codes of Gender, from Amplify's article. */
export const genderCodes: OptionSet = {
	id: 'gender',
	title: 'Gender',
	ceds: false,
	source: amplifyArticle,
	options: [
		{ code: 'M', label: 'Male', meantBy: ['Male', 'Boy'] },
		{ code: 'F', label: 'Female', meantBy: ['Female', 'Girl'] },
		{ code: 'X', label: 'Non-binary', meantBy: ['Non-binary', 'Nonbinary', 'NB'] },
	],
	ambiguous: [
		{
			values: ['Other'],
			meaning: 'OneRoster writes other for a student who is neither male nor female.',
			codes: ['X'],
		},
	],
};
