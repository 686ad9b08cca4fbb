import { focusExports } from './systemSources';
import type { ExportSystem } from './types';

/** Focus, as a Florida district exports it: labels with the code in brackets. */
// biome-ignore format: one column, one line
export const focus: ExportSystem = {
	name: 'Focus (Florida)',
	headers: [
		{ element: 'Gender', names: ['sex_label'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['ethnicity_hispanic_or_latino_label'], isCertain: true },
		{ element: 'Home_language', names: ['language_label'], isCertain: true },
		{ element: 'Ell_status', names: ['english_language_learner_pk_12_label'], isCertain: true },
		{ element: 'Frl_status', names: ['free_reduced_meals_program_label'], isCertain: true },
		{ element: 'IEP_status', names: ['ese_fefp_code_label'], isCertain: false, note: 'Any value means special education services; an empty field tells nothing.' },
	],
	marks: { any: ['sex_label', 'race_white_label', 'race_black_or_african_american_label', 'race_asian_label', 'ethnicity_hispanic_or_latino_label', 'language_label', 'english_language_learner_pk_12_label', 'free_reduced_meals_program_label', 'ese_fefp_code_label'] },
	source: focusExports,
};
