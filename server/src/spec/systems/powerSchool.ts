import { powerSchoolExports } from './systemSources';
import type { ExportSystem } from './types';

/** PowerSchool. */
// biome-ignore format: one column, one line
export const powerSchool: ExportSystem = {
	name: 'PowerSchool',
	headers: [
		{ element: 'Student_id', names: ['students.id', 'dcid'], isCertain: false, note: 'Districts send the ID, the DCID or the student number to Clever.' },
		{ element: 'State_id', names: ['state_studentnumber'], isCertain: true },
		{ element: 'Graduation_year', names: ['classof'], isCertain: true },
		{ element: 'Race', names: ['ethnicity', 'racecd', 'studentrace.racecd'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['fedethnicity', 'ethnichispanic'], isCertain: true },
		{ element: 'Home_language', names: ['leplanghome'], isCertain: true },
		{ element: 'Home_language', names: ['NativeLanguage'], isCertain: false, note: 'The language that the student spoke first.' },
		{ element: 'Ell_status', names: ['flaglep', 'LimitedEnglishProficiency'], isCertain: true },
		{ element: 'Ell_status', names: ['LEPProgramStatus'], isCertain: false, note: 'Its values are words for a program or a level, not Y and N.' },
		{ element: 'Frl_status', names: ['lunchstatus'], isCertain: true },
		{ element: 'IEP_status', names: ['flagspeced', 'spedlep'], isCertain: false, note: 'Special education is wider than an IEP in some districts.' },
		{ element: 'ext.economic_disadvantage_status', names: ['EconomicDisAdvCode'], isCertain: true },
	],
	marks: { any: ['students.id', 'dcid', 'students.dcid', 'StudentDCID', 'state_studentnumber', 'racecd', 'studentrace.racecd', 'fedethnicity', 'ethnichispanic', 'leplanghome', 'flaglep', 'flagspeced', 'spedlep', 'EconomicDisAdvCode'] },
	source: powerSchoolExports,
};
