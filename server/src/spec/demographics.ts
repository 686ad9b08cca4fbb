/** The seven demographic columns of students.csv itself. The table has them in Clever's order. */

import * as ceds from './ceds';
import { ellStatusCodes } from './optionSets/ellStatus';
import { frlStatusCodes } from './optionSets/frlStatus';
import { genderCodes } from './optionSets/gender';
import { hispanicLatinoCodes } from './optionSets/hispanicLatino';
import { homeLanguageCodes } from './optionSets/homeLanguage';
import { iepStatusCodes } from './optionSets/iepStatus';
import { raceCodes } from './optionSets/race';
import { amplifyArticle } from './sources';
import type { Element, Expectation } from './types';

/** Column Gender of students.csv. */
export const gender: Element = {
	column: 'Gender',
	title: "The student's gender",
	heading: 'Gender',
	kind: 'demographic',
	optionSet: genderCodes,
	ceds: ceds.sex,
	source: amplifyArticle,
};

/** Column Race of students.csv. */
export const race: Element = {
	column: 'Race',
	title: "The student's race",
	heading: 'Race',
	kind: 'demographic',
	optionSet: raceCodes,
	ceds: ceds.raceCeds,
	source: amplifyArticle,
};

/** Column Hispanic_Latino of students.csv. */
export const hispanicLatino: Element = {
	column: 'Hispanic_Latino',
	title: 'Whether the student is Hispanic or Latino, of any race',
	heading: 'Hispanic or Latino',
	kind: 'demographic',
	optionSet: hispanicLatinoCodes,
	ceds: ceds.hispanicOrLatinoEthnicity,
	source: amplifyArticle,
};

/** Column Home_language of students.csv. */
export const homeLanguage: Element = {
	column: 'Home_language',
	title: 'The language spoken at home, by its English name',
	heading: 'Home language',
	kind: 'demographic',
	optionSet: homeLanguageCodes,
	ceds: ceds.iso6392LanguageCode,
	sharingNote:
		'One page of Clever for developers lists this column as sensitive too: check that it is shared.',
	source: amplifyArticle,
};

/** Column Ell_status of students.csv. */
export const ellStatus: Element = {
	column: 'Ell_status',
	title: 'Whether the student is an English learner',
	heading: 'English learner',
	kind: 'demographic',
	optionSet: ellStatusCodes,
	ceds: ceds.englishLearnerStatus,
	sensitive: true,
	source: amplifyArticle,
};

/** Column Frl_status of students.csv. */
export const frlStatus: Element = {
	column: 'Frl_status',
	title: 'Whether the student gets free or reduced-price lunch',
	heading: 'Free or reduced-price lunch',
	kind: 'demographic',
	optionSet: frlStatusCodes,
	ceds: ceds.schoolFoodServiceEligibility,
	sensitive: true,
	source: amplifyArticle,
};

/** Most students with an IEP have it under IDEA. Our own inference: a plan may be written under other laws too. */
export const ideaOfIep: Expectation = { code: 'Y', column: 'ext.idea_indicator', otherCode: 'Yes' };

/** Column IEP_status of students.csv. No CEDS element for it is known. */
export const iepStatus: Element = {
	column: 'IEP_status',
	title: 'Whether the student has an IEP',
	heading: 'IEP',
	definition: 'The student has an individualized education program.',
	kind: 'demographic',
	topic: 'special education',
	expects: ideaOfIep,
	optionSet: iepStatusCodes,
	sensitive: true,
	source: amplifyArticle,
};
