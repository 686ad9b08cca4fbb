import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';

/** The codes of Race, from Amplify's article. `meantBy` includes the names of the codes in Clever's API. */
export const raceCodes: OptionSet = {
	id: 'race',
	title: 'Race',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'A', label: 'Asian', meantBy: ['Asian'] },
		{ code: 'B', label: 'Black or African-American', definition: 'Black or African American', meantBy: ['Black', 'African American', 'African-American', 'Black or African American', 'Black or African-American'] },
		{ code: 'I', label: 'American Indian or Alaska Native', meantBy: ['American Indian', 'Alaska Native', 'Native American', 'American Indian or Alaska Native'] },
		{ code: 'M', label: 'Multiracial', definition: 'More than one race', meantBy: ['Multiracial', 'Multi-racial', 'Two or more races', 'T'] },
		{ code: 'P', label: 'Hawaiian or Pacific Islander', definition: 'Native Hawaiian or Other Pacific Islander', meantBy: ['Pacific Islander', 'Native Hawaiian', 'Hawaiian or Pacific Islander', 'Native Hawaiian or Other Pacific Islander', 'Hawaiian or Other Pacific Islander'] },
		{ code: 'W', label: 'White', meantBy: ['White', 'Caucasian', 'C'] },
	],
	ambiguous: [
		{
			values: ['H', 'Hispanic', 'Hispanic or Latino', 'Latino'],
			meaning: 'Hispanic is not a race here.',
			codes: [],
			belongsIn: { column: 'Hispanic_Latino', code: 'Y' },
		},
	],
};
