import { mclassDownloads } from './systemSources';
import type { ExportSystem } from './types';

/** The file that mCLASS offers under "Download Your Data", with its newer and older headers. */
// biome-ignore format: one column, one line
export const mclass: ExportSystem = {
	name: 'mCLASS download',
	headers: [
		{ element: 'Student_id', names: ['Student Primary ID', 'Primary ID - Student ID (State ID)', 'Student ID (District ID)', 'Student ID (State ID)'], isCertain: false, note: 'An ID that Clever may have or not: it depends on how the district rosters.' },
		{ element: 'Grade', names: ['Enrollment Grade'], isCertain: true },
		{ element: 'Gender', names: ['GENDER'], isCertain: true },
		{ element: 'Race', names: ['RACE'], isCertain: true },
		{ element: 'Home_language', names: ['Home Language', 'LANGUAGE'], isCertain: true },
		{ element: 'Ell_status', names: ['ELL Status', 'ESL'], isCertain: true },
		{ element: 'Ell_status', names: ['English Proficiency', 'ENGPROF'], isCertain: false, note: 'Its values are levels, not Y and N.' },
		{ element: 'Frl_status', names: ['Meal Status', 'FREE_LUNCH'], isCertain: true },
		{ element: 'IEP_status', names: ['Special Education', 'SPECIAL_ED'], isCertain: false, note: 'Special education is not the same as an IEP.' },
		{ element: 'ext.disability_status', names: ['Disability'], isCertain: true },
		{ element: 'ext.primary_disability_type', names: ['Specific Disability', 'SPEC_DISAB'], isCertain: true },
		{ element: 'ext.section_504_status', names: ['Section 504', 'SEC_504'], isCertain: true },
		{ element: 'ext.economic_disadvantage_status', names: ['Economically Disadvantaged', 'ECON_DISADV'], isCertain: true },
		{ element: 'ext.migrant_status', names: ['MIGRANT'], isCertain: true },
		{ element: 'ext.title_i', names: ['Title 1'], isCertain: true },
	],
	marks: { any: ['Student Primary ID', 'Primary ID - Student ID (State ID)', 'Student ID (District ID)', 'Enrollment Grade', 'Specific Disability', 'Alternate Assessment', 'Approved Accommodations', 'SPEC_DISAB', 'ENGPROF', 'ALT_ASSMT', 'APPD_ACCOM', 'SEC_504'] },
	shows: [
		// Special education is the nearest to IEP_status, and no source says that it is filled from it: only its being empty
		// tells something. "Disability" is the wider question, that of ext.disability_status: a disability under the ADA or
		// Section 504 need not bring an IEP. IDEA has no column of its own, and Hispanic is printed among the races.
		{ element: 'IEP_status', names: ['Special Education', 'SPECIAL_ED'], isOther: "The download shows special education, which is not the same as an IEP, so no value is compared. Look at one student in Amplify's Admin Portal." },
		{ element: 'Ell_status', names: ['ELL Status', 'ESL', 'English Proficiency', 'ENGPROF'] },
	],
	source: mclassDownloads,
};
