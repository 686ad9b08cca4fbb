import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';

/**
 * The codes of Frl_status, from Amplify's article. FDC, RDC and P are codes of PowerSchool, Free-DC and Reduced-DC of
 * exporters; FL and RPL of EDFacts; the long words of CEDS 000092 and Ed-Fi. The API of Clever also knows Other.
 */
export const frlStatusCodes: OptionSet = {
	id: 'frl-status',
	title: 'Free or reduced-price lunch',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'F', label: 'Free', definition: 'Free lunch', meantBy: ['Free', 'FDC', 'Free-DC', 'FL', 'Free Lunch', 'Free Meals'] },
		{ code: 'R', label: 'Reduced', definition: 'Reduced-price lunch', meantBy: ['Reduced', 'Reduced-price', 'RDC', 'Reduced-DC', 'RPL', 'Reduced Price Lunch', 'Reduced Lunch', 'Reduced Meals', 'Reduced Price Meals'] },
		{ code: 'N', label: 'No discount', meantBy: ['No discount', 'P', 'Paid', 'Full price', 'FullPrice', 'Full Pay', 'Full Price Lunch', 'Full Price Meals', 'Paid Lunch', 'Not Eligible'] },
	],
	ambiguous: [
		{
			values: ['Y', 'Yes', 'true', 'FRL', 'FRPL'],
			meaning: 'It could be free or reduced.',
			codes: ['F', 'R'],
		},
		{
			// PowerSchool's temporary eligibility: N in Indiana, R in New Mexico, F at one district.
			values: ['T'],
			meaning: 'Systems use T for free, reduced and no discount.',
			codes: ['F', 'R', 'N'],
		},
		{
			// N in the PowerSchool of Indiana and New Mexico (exempt), R in Florida.
			values: ['E'],
			meaning: 'Systems use E for no discount and for reduced.',
			codes: ['N', 'R'],
		},
		{
			values: ['No', 'false'],
			meaning: 'It probably means that there is no discount.',
			codes: ['N'],
		},
	],
	unlisted: ['Other'],
};
