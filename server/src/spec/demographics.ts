/** The seven demographic columns that students.csv carries itself; order follows Amplify's article. */

import * as ceds from './ceds';
import { ellStatusCodes } from './optionSets/ellStatus';
import { frlStatusCodes } from './optionSets/frlStatus';
import { genderCodes } from './optionSets/gender';
import { hispanicLatinoCodes } from './optionSets/hispanicLatino';
import { homeLanguageCodes } from './optionSets/homeLanguage';
import { iepStatusCodes } from './optionSets/iepStatus';
import { raceCodes } from './optionSets/race';
import { amplifyArticle } from './sources';
import type { Element } from './types';

export const gender: Element = {
	column: 'Gender',
	title: "The student's gender",
	kind: 'demographic',
	optionSet: genderCodes,
	ceds: ceds.sex,
	source: amplifyArticle,
};

export const race: Element = {
	column: 'Race',
	title: "The student's race",
	kind: 'demographic',
	optionSet: raceCodes,
	ceds: ceds.raceCeds,
	source: amplifyArticle,
};

export const hispanicLatino: Element = {
	column: 'Hispanic_Latino',
	title: 'Whether the student is Hispanic or Latino, of whatever race',
	kind: 'demographic',
	optionSet: hispanicLatinoCodes,
	ceds: ceds.hispanicOrLatinoEthnicity,
	source: amplifyArticle,
};

export const homeLanguage: Element = {
	column: 'Home_language',
	title: 'The language spoken at home, by its English name',
	kind: 'demographic',
	optionSet: homeLanguageCodes,
	ceds: ceds.iso6392LanguageCode,
	source: amplifyArticle,
};

/** The three below are sensitive: Clever shares them only after someone has shared them by hand. */
export const ellStatus: Element = {
	column: 'Ell_status',
	title: 'Whether the student is an English learner',
	kind: 'demographic',
	optionSet: ellStatusCodes,
	ceds: ceds.englishLearnerStatus,
	sensitive: true,
	source: amplifyArticle,
};

export const frlStatus: Element = {
	column: 'Frl_status',
	title: 'Whether the student gets lunch free or at a reduced price',
	kind: 'demographic',
	optionSet: frlStatusCodes,
	ceds: ceds.schoolFoodServiceEligibility,
	sensitive: true,
	source: amplifyArticle,
};

/** No CEDS element is known to us for it. */
export const iepStatus: Element = {
	column: 'IEP_status',
	title: 'Whether the student has an IEP',
	definition: 'The student has an individualized education program.',
	kind: 'demographic',
	optionSet: iepStatusCodes,
	sensitive: true,
	source: amplifyArticle,
};
