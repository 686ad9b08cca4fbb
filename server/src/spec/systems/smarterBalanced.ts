import { smarterRegistration } from './systemSources';
import type { ExportSystem } from './types';

/** The student registration file of Smarter Balanced, which TIDE takes. */
// biome-ignore format: one column, one line
export const smarterBalanced: ExportSystem = {
	name: 'Smarter Balanced / TIDE',
	headers: [
		{ element: 'State_id', names: ['StudentIdentifier', 'ExternalSSID'], isCertain: true },
		{ element: 'Last_name', names: ['LastOrSurname'], isCertain: true },
		{ element: 'Grade', names: ['GradeLevelWhenAssessed'], isCertain: true },
		{ element: 'Gender', names: ['Sex'], isCertain: true },
		{ element: 'DOB', names: ['Birthdate'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['HispanicOrLatinoEthnicity'], isCertain: true },
		{ element: 'Home_language', names: ['LanguageCode'], isCertain: true },
		{ element: 'Ell_status', names: ['LEPStatus'], isCertain: true },
		{ element: 'ext.idea_indicator', names: ['IDEAIndicator'], isCertain: true },
		{ element: 'ext.primary_disability_type', names: ['PrimaryDisabilityType'], isCertain: true },
		{ element: 'ext.section_504_status', names: ['Section504Status'], isCertain: true },
		{ element: 'ext.economic_disadvantage_status', names: ['EconomicDisadvantageStatus'], isCertain: true },
		{ element: 'ext.migrant_status', names: ['MigrantStatus'], isCertain: true },
	],
	marks: { min: 3, any: ['ExternalSSID', 'StudentIdentifier', 'LastOrSurname', 'GradeLevelWhenAssessed', 'IDEAIndicator', 'LEPStatus', 'Section504Status', 'EconomicDisadvantageStatus', 'MigrantStatus', 'PrimaryDisabilityType'] },
	source: smarterRegistration,
};

/** The flags of race that Smarter Balanced and OneRoster share. */
// biome-ignore format: one column, one line
export const smarterFlags: ExportSystem = {
	name: 'Smarter Balanced / OneRoster',
	headers: [
		{ element: 'Hispanic_Latino', names: ['HispanicOrLatinoEthnicity'], isCertain: true },
	],
	source: smarterRegistration,
};
