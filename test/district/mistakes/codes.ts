/** Mistakes in columns of codes. What each value means is from FACTS and Amplify's article. */

import { type Mistake, type Outcome, type Place, withValue } from '../plant';
import type { FileName } from '../truth';

interface WrongCode {
	readonly name: string;
	readonly column: string;
	/** The true value; undefined for any. */
	readonly truth?: string;
	/** The value in its place. */
	readonly wrong: string;
	readonly outcome: Outcome;
	readonly isOffered?: boolean;
	/** Whether the row can have it besides its true value. */
	readonly when?: (place: Place) => boolean;
}

function inColumn(file: FileName, codes: readonly WrongCode[]): readonly Mistake[] {
	return codes.map(({ name, column, truth, wrong, outcome, isOffered, when }) => ({
		name,
		file,
		outcome,
		isOffered,
		write: (place) => {
			const fits = truth === undefined || place.value(column) === truth;
			// The rows of one student that disagree are an error of their own.
			if (!fits || !place.isOnlyRow || when?.(place) === false) return undefined;
			return withValue(place, column, wrong);
		},
	}));
}

export const codeMistakes: readonly Mistake[] = [
	...inColumn('students.csv', [
		{ name: 'a code in lower case', column: 'Gender', truth: 'F', wrong: 'f', outcome: 'fixed' },
		{ name: 'a word for a code', column: 'Gender', truth: 'M', wrong: 'Male', outcome: 'fixed' },
		{ name: 'a code with a space after it', column: 'Race', truth: 'W', wrong: 'W ', outcome: 'fixed' },
		{ name: 'a code in curly quotes', column: 'Race', truth: 'B', wrong: '“B”', outcome: 'fixed' },
		{ name: 'a full-width code', column: 'Race', truth: 'A', wrong: 'Ａ', outcome: 'fixed' },
		{ name: 'Yes for Y', column: 'Hispanic_Latino', truth: 'Y', wrong: 'Yes', outcome: 'fixed' },
		{ name: 'FALSE for N', column: 'Hispanic_Latino', truth: 'N', wrong: 'FALSE', outcome: 'fixed' },
		{
			name: 'an ISO code of a language',
			column: 'Home_language',
			truth: 'Spanish',
			wrong: 'spa',
			outcome: 'fixed',
		},
		{ name: 'a null word', column: 'Home_language', truth: '', wrong: 'N/A', outcome: 'fixed' },
		{
			name: 'a typing mistake',
			column: 'Home_language',
			truth: 'Spanish',
			wrong: 'Spainsh',
			outcome: 'listed',
			isOffered: true,
		},
		{
			name: 'a word that is no language',
			column: 'Home_language',
			truth: '',
			wrong: 'Mam',
			outcome: 'listed',
		},
		{
			name: 'a language outside the list',
			column: 'Home_language',
			truth: '',
			wrong: 'Danish',
			outcome: 'listed',
		},
		{ name: 'LEP for Y', column: 'Ell_status', truth: 'Y', wrong: 'LEP', outcome: 'fixed' },
		{
			name: 'a status with two meanings',
			column: 'Ell_status',
			truth: 'N',
			wrong: 'RFEP',
			outcome: 'listed',
		},
		{ name: 'Full Pay for N', column: 'Frl_status', truth: 'N', wrong: 'Full Pay', outcome: 'fixed' },
		{
			name: 'Y for free or reduced',
			column: 'Frl_status',
			truth: 'R',
			wrong: 'Y',
			outcome: 'listed',
			isOffered: true,
		},
		{ name: 'T for lunch', column: 'Frl_status', truth: 'F', wrong: 'T', outcome: 'listed', isOffered: true },
		{ name: 'E for lunch', column: 'Frl_status', truth: 'N', wrong: 'E', outcome: 'listed', isOffered: true },
		{ name: 'a number for a race', column: 'Race', truth: 'I', wrong: '7', outcome: 'listed' },
		{
			name: 'two races in one word',
			column: 'Race',
			truth: 'P',
			wrong: 'Asian/Pacific Islander',
			outcome: 'listed',
			isOffered: true,
		},
		{
			name: 'an ethnicity among the races',
			column: 'Race',
			truth: '',
			wrong: 'H',
			outcome: 'listed',
			isOffered: true,
			when: ({ value }) => value('Hispanic_Latino') === 'Y',
		},
	]),
	...inColumn('students_ext.csv', [
		{ name: 'Y for Yes', column: 'ext.migrant_status', truth: 'Yes', wrong: 'Y', outcome: 'fixed' },
		{ name: '0 for No', column: 'ext.title_i', truth: 'No', wrong: '0', outcome: 'fixed' },
		{
			name: 'a label for a code',
			column: 'ext.primary_disability_type',
			truth: 'SLD',
			wrong: 'Specific learning disability',
			outcome: 'fixed',
		},
		{
			name: 'a code of another standard',
			column: 'ext.primary_disability_type',
			truth: 'AUT',
			wrong: 'ASD',
			outcome: 'fixed',
		},
		{
			name: 'a no-break space in a code',
			column: 'ext.title_i',
			truth: 'Yes',
			wrong: 'Yes\u00a0',
			outcome: 'fixed',
		},
		{
			name: 'a zero-width space in a code',
			column: 'ext.section_504_status',
			truth: 'No',
			wrong: '\u200bNo',
			outcome: 'fixed',
		},
	]),
];
