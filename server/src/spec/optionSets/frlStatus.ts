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
			values: ['T'],
			meaning: 'PowerSchool writes T for temporary eligibility. One district is known to send it as free.',
			codes: ['F'],
		},
		{
			values: ['E'],
			meaning: 'PowerSchool has a code E. One district is known to send it as no discount.',
			codes: ['N'],
		},
		{
			values: ['No', 'false', '0'],
			meaning: 'It probably means that there is no discount.',
			codes: ['N'],
		},
	],
};
