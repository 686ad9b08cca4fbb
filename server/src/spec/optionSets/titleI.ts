import { amplifyArticle } from '../sources';
import type { OptionSet } from '../types';
import { meansNo, meansYes } from './yesNoSpellings';

/** The codes of ext.title_i, from Amplify's article. They look like CEDS codes and are not. */
export const titleICodes: OptionSet = {
	id: 'title-i',
	title: 'Title I services',
	ceds: false,
	source: amplifyArticle,
	// biome-ignore format: one option, one line
	options: [
		{ code: 'Yes', label: 'Yes', definition: 'Receives services through a Title I-funded program', meantBy: meansYes },
		{ code: 'No', label: 'No', definition: 'Does not receive services through a Title I-funded program', meantBy: meansNo },
	],
};
