/**
 * The CEDS elements whose codes the columns have (role `code set`) or that say what a column is about (role `context`).
 * Read in CEDS Elements V14, which the Apache License 2.0 allows to quote (see NOTICE). 001733 IDEA Disability Type is none of them: its fourteen codes are different ones.
 */

import type { CedsElement } from './types';

/** CEDS 000255. */
export const sex: CedsElement = {
	name: 'Sex',
	technicalName: 'Sex',
	globalId: '000255',
	definition:
		'The concept describing the biological traits that distinguish the males and females of a species.',
	isQuoted: true,
	role: 'context',
};

/** CEDS 001943. */
export const raceCeds: CedsElement = {
	name: 'Race and Ethnicity',
	technicalName: 'RaceAndEthnicity',
	globalId: '001943',
	definition: 'The race and ethnicity of a person.',
	isQuoted: false,
	role: 'context',
};

/** CEDS 000144. */
export const hispanicOrLatinoEthnicity: CedsElement = {
	name: 'Hispanic or Latino Ethnicity',
	technicalName: 'HispanicOrLatinoEthnicity',
	globalId: '000144',
	definition:
		'An indication that the person traces his or her origin or descent to Mexico, Puerto Rico, Cuba, Central and South America, and other Spanish cultures, regardless of race.',
	isQuoted: true,
	role: 'context',
};

/** CEDS 000317. */
export const iso6392LanguageCode: CedsElement = {
	name: 'ISO 639-2 Language Code',
	technicalName: 'ISO6392LanguageCode',
	globalId: '000317',
	definition: 'The code for the specific language or dialect that a person uses to communicate.',
	isQuoted: true,
	role: 'context',
};

/** CEDS 000180. */
export const englishLearnerStatus: CedsElement = {
	name: 'English Learner Status',
	technicalName: 'EnglishLearnerStatus',
	globalId: '000180',
	definition:
		'An individual aged 3 through 21 who attends or enters school, whose native language or environment is other than English, and whose difficulties in English may deny the individual success at school, as the state defines it from ESEA section 8101(20).',
	isQuoted: false,
	role: 'context',
};

/** CEDS 000092. */
export const schoolFoodServiceEligibility: CedsElement = {
	name: 'Eligibility Status for School Food Service Programs',
	technicalName: 'EligibilityStatusForSchoolFoodServicePrograms',
	globalId: '000092',
	definition:
		"An indication of a student's level of eligibility to participate in the National School Lunch Program for breakfast, lunch, snack, supper, and milk programs.",
	isQuoted: true,
	role: 'context',
};

/** CEDS 000151. */
export const ideaIndicator: CedsElement = {
	name: 'IDEA Indicator',
	technicalName: 'IDEAIndicator',
	globalId: '000151',
	definition:
		'A person with one of the 13 disabilities that IDEA lists who, by reason of it, receives special education and related services under IDEA according to an IEP, IFSP or service plan.',
	isQuoted: false,
	role: 'code set',
};

/** CEDS 000577. */
export const disabilityStatus: CedsElement = {
	name: 'Disability Status',
	technicalName: 'DisabilityStatus',
	globalId: '000577',
	definition:
		"An indication of whether a person is classified as disabled under the American's with Disability Act (ADA).",
	isQuoted: true,
	role: 'code set',
};

/** CEDS 000218. */
export const primaryDisabilityTypeCeds: CedsElement = {
	name: 'Primary Disability Type',
	technicalName: 'PrimaryDisabilityType',
	globalId: '000218',
	definition: "The major or overriding disability condition that best describes a person's impairment.",
	isQuoted: true,
	role: 'code set',
};

/** CEDS 000249. */
export const section504Status: CedsElement = {
	name: 'Section 504 Status',
	technicalName: 'Section504Status',
	globalId: '000249',
	definition:
		'Individuals with disabilities who are being provided with related aids and services under Section 504 of the Rehabilitation Act of 1973, as amended.',
	isQuoted: true,
	role: 'code set',
};

/** CEDS 000086. */
export const economicDisadvantageStatus: CedsElement = {
	name: 'Economic Disadvantage Status',
	technicalName: 'EconomicDisadvantageStatus',
	globalId: '000086',
	definition:
		'An indication that the student met the State criteria for classification as having an economic disadvantage.',
	isQuoted: true,
	role: 'code set',
};

/** CEDS 000189. */
export const migrantStatus: CedsElement = {
	name: 'Migrant Status',
	technicalName: 'MigrantStatus',
	globalId: '000189',
	definition:
		'A person who is, or whose parent or spouse is, a migratory agricultural worker or fisher, and who moved in the preceding 36 months for temporary or seasonal employment in agricultural or fishing work.',
	isQuoted: false,
	role: 'code set',
};

/** CEDS 000281, the element nearest to ext.title_i, whose codes Yes and No are Amplify's. */
export const titleIIndicator: CedsElement = {
	name: 'Title I Indicator',
	technicalName: 'TitleIIndicator',
	globalId: '000281',
	definition:
		'An indication that the student is participating in and served by programs under Title I, Part A of ESEA as amended.',
	isQuoted: true,
	role: 'context',
};
