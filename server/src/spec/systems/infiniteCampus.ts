import { infiniteCampusExports } from './systemSources';
import type { ExportSystem } from './types';

/** Infinite Campus. */
// biome-ignore format: one column, one line
export const infiniteCampus: ExportSystem = {
	name: 'Infinite Campus',
	headers: [
		{ element: 'Student_id', names: ['personID', 'student.personID', 'personGUID'], isCertain: false, note: 'Which of them Clever has depends on whether OneRoster was synced before.' },
		{ element: 'Student_number', names: ['studentNumber', 'District Local ID'], isCertain: true },
		{ element: 'State_id', names: ['stateID', 'ssid'], isCertain: true },
		{ element: 'School_id', names: ['sch.number', 'siteCode', 'LEA School Code', 'schoolGUID'], isCertain: true },
		{ element: 'Graduation_year', names: ['GraduationYear'], isCertain: true },
		{ element: 'Race', names: ['raceEthnicityFed', 'raceEthnicity'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['hispanicEthnicity', 'hispanicFlag'], isCertain: true },
		{ element: 'Home_language', names: ['homePrimaryLanguage'], isCertain: true },
		{ element: 'Ell_status', names: ['lep.programStatus', 'programStatus', 'LEP Program Status', 'LepService.LEPService', 'LanguageFluency'], isCertain: false, note: 'Its values are words for a program or a level, not Y and N.' },
		{ element: 'Frl_status', names: ['posElig.eligibility', 'eligibility', 'LunchStatus'], isCertain: true },
		{ element: 'IEP_status', names: ['specialEdStatus', 'activeEnrollment.specialEdStatus', 'PlanType'], isCertain: false, note: 'IEP means Y. The other values tell nothing certain.' },
		{ element: 'ext.primary_disability_type', names: ['disability1', 'primaryDisability', 'activeEnrollment.disability1'], isCertain: true },
		{ element: 'ext.section_504_status', names: ['section504'], isCertain: true },
	],
	marks: { any: ['personID', 'student.personID', 'personGUID', 'raceEthnicityFed', 'student.raceEthnicityFed', 'hispanicEthnicity', 'student.hispanicEthnicity', 'homePrimaryLanguage', 'student.homePrimaryLanguage', 'lep.programStatus', 'LepService.LEPService', 'posElig.eligibility', 'specialEdStatus', 'activeEnrollment.specialEdStatus', 'activeEnrollment.disability1', 'sch.number', 'schoolGUID'] },
	source: infiniteCampusExports,
};
