import { assessmentHeaders, nextGenMathHelp } from './systemSources';
import type { ExportSystem } from './types';

/** The student file of WIDA ACCESS. */
// biome-ignore format: one column, one line
export const widaAccess: ExportSystem = {
	name: 'WIDA ACCESS',
	headers: [
		{ element: 'Hispanic_Latino', names: ['Ethnicity - Hispanic/Latino'], isCertain: true },
		{ element: 'Home_language', names: ['Native Language'], isCertain: false, note: 'The language that the student spoke first.' },
		{ element: 'IEP_status', names: ['IEP Status'], isCertain: true },
	],
	marks: { any: ['Ethnicity - Hispanic/Latino', 'Race - American Indian/Alaskan Native', 'Race - Asian', 'Race - Black/African American', 'Race - Pacific Islander/Hawaiian', 'Race - White'] },
	source: assessmentHeaders,
};

/** The student file of CMAS. */
// biome-ignore format: one column, one line
export const cmas: ExportSystem = {
	name: 'CMAS (Colorado)',
	headers: [
		{ element: 'Race', names: ['FederalRaceEthnicity'], isCertain: true },
		{ element: 'Home_language', names: ['LanguageBackground'], isCertain: true },
		{ element: 'Ell_status', names: ['LanguageProficiency'], isCertain: false, note: 'Its values are levels, not Y and N.' },
		{ element: 'ext.idea_indicator', names: ['StudentwithDisabilities'], isCertain: false, note: 'A disability need not be one under IDEA.' },
		{ element: 'ext.title_i', names: ['Title1'], isCertain: true },
	],
	marks: { any: ['FederalRaceEthnicity', 'StudentwithDisabilities', 'LanguageBackground', 'LanguageProficiency'] },
	source: assessmentHeaders,
};

/** The student file of EOCEP. */
// biome-ignore format: one column, one line
export const eocep: ExportSystem = {
	name: 'EOCEP (South Carolina)',
	headers: [
		{ element: 'ext.section_504_status', names: ['Plan504'], isCertain: true },
	],
	source: assessmentHeaders,
};

/** The student file of NWEA Beacon. */
// biome-ignore format: one column, one line
export const nweaBeacon: ExportSystem = {
	name: 'NWEA Beacon',
	headers: [
		{ element: 'Ell_status', names: ['English_Learner'], isCertain: true },
		{ element: 'Ell_status', names: ['LEP_Code'], isCertain: false, note: 'Its values may be levels, not Y and N.' },
		{ element: 'ext.migrant_status', names: ['Migrant_Education'], isCertain: true },
	],
	marks: { min: 3, any: ['Migrant_Education', 'English_Learner', 'LEP_Code'] },
	source: assessmentHeaders,
};

/** The student file of Next Gen Math. */
// biome-ignore format: one column, one line
export const nextGenMath: ExportSystem = {
	name: 'Next Gen Math',
	headers: [
		{ element: 'ext.economic_disadvantage_status', names: ['sed'], isCertain: true },
	],
	source: nextGenMathHelp,
};
