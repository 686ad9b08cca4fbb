import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';

/** The codes of Frl_status: Amplify's article; FDC, RDC and P were met in public exporters. */
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
			meaning: 'A yes says that the student gets a discount, but not whether lunch is free or reduced.',
			codes: ['F', 'R'],
		},
		{
			values: ['T'],
			meaning: 'PowerSchool writes T for a temporary eligibility; one district is known to send it as free.',
			codes: ['F'],
		},
		{
			values: ['E'],
			meaning: 'A PowerSchool code; one district is known to send it as no discount.',
			codes: ['N'],
		},
		{
			values: ['No', 'false', '0'],
			meaning: 'A no probably says that there is no discount, but this column has codes of its own.',
			codes: ['N'],
		},
	],
};
