import { edFiStandard } from './systemSources';
import type { ExportSystem } from './types';

/** Ed-Fi: the names of its resources, whose values are descriptors such as uri://ed-fi.org/SexDescriptor#Female. */
// biome-ignore format: one column, one line
export const edFi: ExportSystem = {
	name: 'Ed-Fi',
	headers: [
		{ element: 'Student_id', names: ['studentUniqueId', 'studentUSI'], isCertain: false, note: 'An ID that Clever may have or not: it depends on how the district rosters.' },
		{ element: 'Last_name', names: ['lastSurname'], isCertain: true },
		{ element: 'Gender', names: ['sexDescriptor', 'birthSexDescriptor'], isCertain: true },
		{ element: 'Race', names: ['raceDescriptor'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['hispanicLatinoEthnicity'], isCertain: true },
		{ element: 'Home_language', names: ['languageDescriptor'], isCertain: true },
		{ element: 'Ell_status', names: ['limitedEnglishProficiencyDescriptor'], isCertain: true },
		{ element: 'Frl_status', names: ['schoolFoodServiceProgramServiceDescriptor', 'schoolFoodServicesEligibilityDescriptor'], isCertain: true },
		{ element: 'ext.idea_indicator', names: ['ideaEligibility'], isCertain: true },
		{ element: 'ext.primary_disability_type', names: ['disabilityDescriptor'], isCertain: true },
		{ element: 'ext.section_504_status', names: ['section504Eligibility'], isCertain: true },
		{ element: 'ext.economic_disadvantage_status', names: ['economicDisadvantaged'], isCertain: true },
	],
	marks: { any: ['studentUniqueId', 'sexDescriptor', 'birthSexDescriptor', 'raceDescriptor', 'hispanicLatinoEthnicity', 'limitedEnglishProficiencyDescriptor', 'languageDescriptor', 'schoolFoodServiceProgramServiceDescriptor', 'schoolFoodServicesEligibilityDescriptor', 'disabilityDescriptor', 'ideaEligibility', 'section504Eligibility'] },
	codeTables: ['Ed-Fi SexDescriptor', 'Ed-Fi RaceDescriptor', 'Ed-Fi DisabilityDescriptor', 'Ed-Fi SchoolFoodServiceProgramService'],
	source: edFiStandard,
};
