import { eSchoolPlusLayout } from './systemSources';
import type { ExportSystem } from './types';

/** eSchoolPlus. */
// biome-ignore format: one column, one line
export const eSchoolPlus: ExportSystem = {
	name: 'eSchoolPlus',
	headers: [
		{ element: 'State_id', names: ['state_report_id'], isCertain: true },
		{ element: 'Race', names: ['reg_ethnicity.Ethnic_Code', 'Ethnic_Code'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['Reg_personal.Hispanic', 'Hispanic/Latino Ethnicity'], isCertain: true },
	],
	marks: { any: ['state_report_id', 'reg_ethnicity.Ethnic_Code', 'Reg_personal.Hispanic', 'Ethnic_Code'] },
	source: eSchoolPlusLayout,
};
