import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';

/** The codes of Frl_status, from Amplify's article. FDC, RDC and P occur in public exporters. */
export const frlStatusCodes: OptionSet = {
	id: 'frl-status',
	title: 'Free or reduced-price lunch',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'F', label: 'Free', definition: 'Free lunch', meantBy: ['Free', 'FDC'] },
		{ code: 'R', label: 'Reduced', definition: 'Reduced-price lunch', meantBy: ['Reduced', 'Reduced-price', 'RDC'] },
		{ code: 'N', label: 'No discount', meantBy: ['No discount', 'P', 'Paid', 'Full price', 'FullPrice'] },
	],
	ambiguous: [
		{
			values: ['Y', 'Yes', 'true', '1'],
			meaning: 'It does not say whether lunch is free or reduced.',
			codes: ['F', 'R'],
		},
		{
			// One district is known to send it as free.
			values: ['T'],
			meaning: 'In PowerSchool, T is temporary eligibility.',
			codes: ['F'],
		},
		{
			// One district is known to send it as no discount.
			values: ['E'],
			meaning: 'E is a code of PowerSchool.',
			codes: ['N'],
		},
		{
			values: ['No', 'false', '0'],
			meaning: 'It probably means that there is no discount.',
			codes: ['N'],
		},
	],
};
