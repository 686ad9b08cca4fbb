import { cedsYesNo } from '../sources';
import type { OptionSet } from '../types';
import { meansNo, meansYes } from './yesNoSpellings';

/** The codes of the five extension columns whose CEDS element is answered with Yes or No. */
export const yesNoCodes: OptionSet = {
	id: 'yes-no',
	title: 'Yes or no',
	ceds: true,
	source: cedsYesNo,
	options: [
		{ code: 'Yes', label: 'Yes', meantBy: meansYes },
		{ code: 'No', label: 'No', meantBy: meansNo },
	],
};
