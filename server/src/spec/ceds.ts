/**
 * The elements of CEDS that the columns carry (role `code set`) or are about (role `context`).
 * Read in CEDS Elements V14. Not to be mistaken for one of them: 001733 IDEA Disability Type, which has
 * fourteen other codes.
 */

import type { CedsElement } from './types';

export const sex: CedsElement = {
	name: 'Sex',
	technicalName: 'Sex',
	globalId: '000255',
	definition:
		'The concept describing the biological traits that distinguish the males and females of a species.',
	role: 'context',
};

export const raceCeds: CedsElement = {
	name: 'Race',
	technicalName: 'Race',
	globalId: '001943',
	definition: 'The origins of a person.',
	role: 'context',
};

export const hispanicOrLatinoEthnicity: CedsElement = {
	name: 'Hispanic or Latino Ethnicity',
	technicalName: 'HispanicOrLatinoEthnicity',
	globalId: '000144',
	definition:
		'An indication that the person traces his or her origin or descent to Mexico, Puerto Rico, Cuba, Central and South America, and other Spanish cultures, regardless of race.',
	role: 'context',
};

export const iso6392LanguageCode: CedsElement = {
	name: 'ISO 639-2 Language Code',
	technicalName: 'ISO6392LanguageCode',
	globalId: '000317',
	definition: 'The code for the specific language or dialect that a person uses to communicate.',
	role: 'context',
};

export const englishLearnerStatus: CedsElement = {
	name: 'English Learner Status',
	technicalName: 'EnglishLearnerStatus',
	globalId: '000180',
	definition:
		'English learner as defined by the state from ESEA section 8101(20) as amended by ESSA (age 3-21, enrolled or preparing to enroll, native language other than English, difficulties in English).',
	role: 'context',
};

export const schoolFoodServiceEligibility: CedsElement = {
	name: 'Eligibility Status for School Food Service Programs',
	technicalName: 'EligibilityStatusForSchoolFoodServicePrograms',
	globalId: '000092',
	definition:
		"An indication of a student's level of eligibility to participate in the National School Lunch Program for breakfast, lunch, snack, supper, and milk programs.",
	role: 'context',
};

export const ideaIndicator: CedsElement = {
	name: 'IDEA Indicator',
	technicalName: 'IDEAIndicator',
	globalId: '000151',
	definition:
		'A person having one of 13 listed disabilities who, by reason of it, receives special education and related services under IDEA according to an IEP, IFSP or service plan.',
	role: 'code set',
};

export const disabilityStatus: CedsElement = {
	name: 'Disability Status',
	technicalName: 'DisabilityStatus',
	globalId: '000577',
	definition:
		'Indication of whether a person is classified as disabled under the Americans with Disabilities Act (ADA).',
	role: 'code set',
};

export const primaryDisabilityTypeCeds: CedsElement = {
	name: 'Primary Disability Type',
	technicalName: 'PrimaryDisabilityType',
	globalId: '000218',
	definition: "The major or overriding disability condition that best describes a person's impairment.",
	role: 'code set',
};

export const section504Status: CedsElement = {
	name: 'Section 504 Status',
	technicalName: 'Section504Status',
	globalId: '000249',
	definition:
		'Individuals with disabilities who are being provided with related aids and services under Section 504 of the Rehabilitation Act of 1973, as amended.',
	role: 'code set',
};

export const economicDisadvantageStatus: CedsElement = {
	name: 'Economic Disadvantage Status',
	technicalName: 'EconomicDisadvantageStatus',
	globalId: '000086',
	definition:
		'An indication that the student met the State criteria for classification as having an economic disadvantage.',
	role: 'code set',
};

export const migrantStatus: CedsElement = {
	name: 'Migrant Status',
	technicalName: 'MigrantStatus',
	globalId: '000189',
	definition:
		'Persons who are, or whose parents or spouses are, migratory agricultural workers or fishers and who moved within the preceding 36 months for temporary or seasonal agricultural or fishing work.',
	role: 'code set',
};

/** The nearest element to ext.title_i, whose Yes and No are Amplify's own. */
export const titleIIndicator: CedsElement = {
	name: 'Title I Indicator',
	technicalName: 'TitleIIndicator',
	globalId: '000281',
	definition:
		'An indication that the student is participating in and served by programs under Title I, Part A of ESEA as amended.',
	role: 'context',
};
