/**
 * The CEDS elements whose codes the columns have (role `code set`) or that say what a column is about (role `context`).
 * Read in CEDS Elements V14. 001733 IDEA Disability Type is none of them: its fourteen codes are different ones.
 */

import type { CedsElement } from './types';

/** CEDS 000255. */
export const sex: CedsElement = {
	name: 'Sex',
	technicalName: 'Sex',
	globalId: '000255',
	definition:
		'The concept describing the biological traits that distinguish the males and females of a species.',
	role: 'context',
};

/** CEDS 001943. */
export const raceCeds: CedsElement = {
	name: 'Race and Ethnicity',
	technicalName: 'RaceAndEthnicity',
	globalId: '001943',
	definition: 'The origins of a person.',
	role: 'context',
};

/** CEDS 000144. */
export const hispanicOrLatinoEthnicity: CedsElement = {
	name: 'Hispanic or Latino Ethnicity',
	technicalName: 'HispanicOrLatinoEthnicity',
	globalId: '000144',
	definition:
		'An indication that the person traces his or her origin or descent to Mexico, Puerto Rico, Cuba, Central and South America, and other Spanish cultures, regardless of race.',
	role: 'context',
};

/** CEDS 000317. */
export const iso6392LanguageCode: CedsElement = {
	name: 'ISO 639-2 Language Code',
	technicalName: 'ISO6392LanguageCode',
	globalId: '000317',
	definition: 'The code for the specific language or dialect that a person uses to communicate.',
	role: 'context',
};

/** CEDS 000180. */
export const englishLearnerStatus: CedsElement = {
	name: 'English Learner Status',
	technicalName: 'EnglishLearnerStatus',
	globalId: '000180',
	definition:
		'English learner as defined by the state from ESEA section 8101(20) as amended by ESSA (age 3-21, enrolled or preparing to enroll, native language other than English, difficulties in English).',
	role: 'context',
};

/** CEDS 000092. */
export const schoolFoodServiceEligibility: CedsElement = {
	name: 'Eligibility Status for School Food Service Programs',
	technicalName: 'EligibilityStatusForSchoolFoodServicePrograms',
	globalId: '000092',
	definition:
		"An indication of a student's level of eligibility to participate in the National School Lunch Program for breakfast, lunch, snack, supper, and milk programs.",
	role: 'context',
};

/** CEDS 000151. */
export const ideaIndicator: CedsElement = {
	name: 'IDEA Indicator',
	technicalName: 'IDEAIndicator',
	globalId: '000151',
	definition:
		'A person having one of 13 listed disabilities who, by reason of it, receives special education and related services under IDEA according to an IEP, IFSP or service plan.',
	role: 'code set',
};

/** CEDS 000577. */
export const disabilityStatus: CedsElement = {
	name: 'Disability Status',
	technicalName: 'DisabilityStatus',
	globalId: '000577',
	definition:
		'Indication of whether a person is classified as disabled under the Americans with Disabilities Act (ADA).',
	role: 'code set',
};

/** CEDS 000218. */
export const primaryDisabilityTypeCeds: CedsElement = {
	name: 'Primary Disability Type',
	technicalName: 'PrimaryDisabilityType',
	globalId: '000218',
	definition: "The major or overriding disability condition that best describes a person's impairment.",
	role: 'code set',
};

/** CEDS 000249. */
export const section504Status: CedsElement = {
	name: 'Section 504 Status',
	technicalName: 'Section504Status',
	globalId: '000249',
	definition:
		'Individuals with disabilities who are being provided with related aids and services under Section 504 of the Rehabilitation Act of 1973, as amended.',
	role: 'code set',
};

/** CEDS 000086. */
export const economicDisadvantageStatus: CedsElement = {
	name: 'Economic Disadvantage Status',
	technicalName: 'EconomicDisadvantageStatus',
	globalId: '000086',
	definition:
		'An indication that the student met the State criteria for classification as having an economic disadvantage.',
	role: 'code set',
};

/** CEDS 000189. */
export const migrantStatus: CedsElement = {
	name: 'Migrant Status',
	technicalName: 'MigrantStatus',
	globalId: '000189',
	definition:
		'Persons who are, or whose parents or spouses are, migratory agricultural workers or fishers and who moved within the preceding 36 months for temporary or seasonal agricultural or fishing work.',
	role: 'code set',
};

/** CEDS 000281, the element nearest to ext.title_i, whose codes Yes and No are Amplify's. */
export const titleIIndicator: CedsElement = {
	name: 'Title I Indicator',
	technicalName: 'TitleIIndicator',
	globalId: '000281',
	definition:
		'An indication that the student is participating in and served by programs under Title I, Part A of ESEA as amended.',
	role: 'context',
};
