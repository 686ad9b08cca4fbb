import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';

/** The code of a student who has more than one race. */
export const MULTIRACIAL = 'M';

/**
 * The codes of Race, from Amplify's article. `meantBy` includes the names of the codes in Clever's API, in Ed-Fi, in
 * OneRoster and in CEDS 001943, whose words are written together there ("TwoOrMoreRaces"). The API of Clever also knows Unknown.
 */
export const raceCodes: OptionSet = {
	id: 'race',
	title: 'Race',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'A', label: 'Asian', meantBy: ['Asian'] },
		{ code: 'B', label: 'Black or African-American', definition: 'Black or African American', meantBy: ['Black', 'African American', 'African-American', 'Black or African American', 'Black or African-American', 'Black/African American'] },
		{ code: 'I', label: 'American Indian or Alaska Native', meantBy: ['American Indian', 'Alaska Native', 'Native American', 'American Indian or Alaska Native', 'American Indian/Alaskan Native', 'Alaskan Native', 'Native American or Alaska Native', 'Amer Indian/Alaskan Native'] },
		{ code: MULTIRACIAL, label: 'Multiracial', definition: 'More than one race', meantBy: ['Multiracial', 'Multi-racial', 'Two or more races', 'Demographic race two or more races', 'Multiracial and/or multiethnic', 'Two or more', 'Multiple races', 'More than one race', 'Biracial', 'T'] },
		{ code: 'P', label: 'Hawaiian or Pacific Islander', definition: 'Native Hawaiian or Other Pacific Islander', meantBy: ['Pacific Islander', 'Native Hawaiian', 'Hawaiian or Pacific Islander', 'Native Hawaiian or Other Pacific Islander', 'Hawaiian or Other Pacific Islander', 'Pacific Islander/Native Hawaiian', 'Native Hawaiian/Pacific Islander', 'Other Pacific Islander', 'Pacific Islander/Hawaiian'] },
		{ code: 'W', label: 'White', meantBy: ['White', 'Caucasian', 'C'] },
	],
	several: MULTIRACIAL,
	ambiguous: [
		{
			values: [
				'H',
				'Hispanic',
				'Hispanic or Latino',
				'Hispanic or Latino of any race',
				'Hispanic of any race',
				'Latino',
				'Latina',
				'Latinx',
			],
			meaning: 'Hispanic is not a race here.',
			codes: [],
			belongsIn: { column: 'Hispanic_Latino', code: 'Y' },
		},
		{
			values: ['Not Hispanic or Latino', 'Not Hispanic', 'Non-Hispanic', 'Non-Hispanic or Latino'],
			meaning: 'It does not name a race.',
			codes: [],
			belongsIn: { column: 'Hispanic_Latino', code: 'N' },
		},
		{
			// A federal category until 1997.
			values: ['Asian/Pacific Islander'],
			meaning: 'It could be Asian or Pacific Islander.',
			codes: ['A', 'P'],
		},
		{
			// Peoples, and the languages that are named after them. The federal standard of 1997 counts Filipino as Asian;
			// some systems do not.
			values: ['Filipino', 'Filipina'],
			meaning: 'It could be Asian or Pacific Islander.',
			codes: ['A', 'P'],
		},
		{
			values: ['Hawaiian'],
			meaning: 'It probably means Native Hawaiian.',
			codes: ['P'],
		},
		{
			values: ['NA'],
			meaning: 'It could be Native American or not available.',
			codes: ['I', ''],
		},
		{
			// New in CEDS V14.
			values: ['Middle Eastern or North African'],
			meaning: "Amplify's list does not have this category.",
			codes: [],
		},
	],
	unlisted: ['Unknown'],
};
