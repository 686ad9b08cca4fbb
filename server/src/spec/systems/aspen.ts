import { aspenExports } from './systemSources';
import type { ExportSystem } from './types';

/** Follett Aspen (X2). */
// biome-ignore format: one column, one line
export const aspen: ExportSystem = {
	name: 'Follett Aspen (X2)',
	headers: [
		{ element: 'Student_id', names: ['STD_OID'], isCertain: false, note: 'An ID that Clever may have or not: it depends on how the district rosters.' },
		{ element: 'Student_number', names: ['STD_ID_LOCAL', 'LASID', 'local_id'], isCertain: true },
		{ element: 'State_id', names: ['STD_ID_STATE'], isCertain: true },
		{ element: 'School_id', names: ['SKL_SCHOOL_ID', 'school_local_id'], isCertain: true },
		{ element: 'Grade', names: ['STD_GRADE_LEVEL'], isCertain: true },
		{ element: 'Gender', names: ['PSN_GENDER_CODE'], isCertain: true },
		{ element: 'DOB', names: ['PSN_DOB', 'date_of_birth'], isCertain: true },
		{ element: 'Race', names: ['PSN_RACE_VIEW'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['PSN_HISPANIC_LATINO_IND'], isCertain: true },
		{ element: 'Home_language', names: ['STD_HOME_LANGUAGE_CODE'], isCertain: true },
		{ element: 'Ell_status', names: ['limited_english_proficiency'], isCertain: true },
		{ element: 'Frl_status', names: ['free_reduced_lunch'], isCertain: true },
		{ element: 'ext.primary_disability_type', names: ['sped_disability'], isCertain: true },
		{ element: 'ext.primary_disability_type', names: ['disability'], isCertain: false, note: 'The type in this system; whether there is a disability in others.' },
		{ element: 'ext.section_504_status', names: ['plan_504'], isCertain: true },
	],
	marks: { any: ['STD_OID', 'STD_ID_LOCAL', 'STD_ID_STATE', 'SKL_SCHOOL_ID', 'STD_GRADE_LEVEL', 'PSN_GENDER_CODE', 'PSN_DOB', 'PSN_RACE_VIEW', 'PSN_HISPANIC_LATINO_IND', 'STD_HOME_LANGUAGE_CODE', 'sped_disability', 'plan_504', 'school_local_id'] },
	source: aspenExports,
};
