import { aeriesExports } from './systemSources';
import type { ExportSystem } from './types';

/** Aeries, by the names of its tables and of its API. */
// biome-ignore format: one column, one line
export const aeries: ExportSystem = {
	name: 'Aeries',
	headers: [
		{ element: 'Student_id', names: ['StudentID', 'STU.ID', 'PermanentID'], isCertain: false, note: 'An ID that Clever may have or not: it depends on how the district rosters.' },
		{ element: 'State_id', names: ['StateStudentID'], isCertain: true },
		{ element: 'Race', names: ['Race1Code', 'RaceCode1', 'RC1'], isCertain: true },
		{ element: 'Race', names: ['Race2Code'], isCertain: false, note: 'The second race of a student who has more than one.' },
		// Whether the student is Hispanic, and not the race.
		{ element: 'Hispanic_Latino', names: ['EthnicityCode', 'STU.ETH', 'ETH'], isCertain: true },
		{ element: 'Home_language', names: ['HomeLanguageCode', 'STU.HL', 'HomeLanguageSurveyHomeLanguageCode', 'HomeLanguageSurveyPrimaryLanguageCode'], isCertain: true },
		{ element: 'Ell_status', names: ['LanguageFluencyCode', 'STU.LF'], isCertain: false, note: 'Its values are levels of fluency, not Y and N.' },
		{ element: 'ext.primary_disability_type', names: ['CSE.DI'], isCertain: true },
	],
	marks: { any: ['STU.ID', 'STU.SC', 'STU.LN', 'STU.FN', 'STU.GR', 'STU.SX', 'STU.ETH', 'STU.RC1', 'STU.HL', 'STU.LF', 'CSE.DI', 'PermanentID', 'HomeLanguageSurveyHomeLanguageCode', 'HomeLanguageSurveyPrimaryLanguageCode', 'LanguageFluencyCode', 'Race1Code', 'RaceCode1', 'RC1', 'SX'] },
	source: aeriesExports,
};
