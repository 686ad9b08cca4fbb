import { cedsElements } from '../sources';
import type { Option, OptionSet } from '../types';

/** Labels, CEDS's definition of each, and the other spellings, most of them codes of CEDS 001733. */
function disability(code: string, label: string, ...others: readonly string[]): Option {
	const definition = `${label} is the major or overriding disability condition that best describes the person's impairment.`;
	return { code, label, definition, meantBy: [label, ...others] };
}

/** The codes of ext.primary_disability_type: CEDS 000218. MR is the old code of ID. */
export const primaryDisabilityTypeCodes: OptionSet = {
	id: 'primary-disability-type',
	title: 'Primary disability type',
	ceds: true,
	source: cedsElements,
	options: [
		disability('AUT', 'Autism'),
		disability('DB', 'Deaf-blindness', 'Deafblindness'),
		disability('DD', 'Developmental delay', 'Developmentaldelay'),
		disability('EMN', 'Emotional disturbance', 'Emotionaldisturbance', 'ED'),
		disability('HI', 'Hearing impairment', 'Hearingimpairment'),
		disability('ID', 'Intellectual Disability', 'Intellectualdisability', 'MR', 'Mental retardation'),
		disability('MD', 'Multiple disabilities', 'Multipledisabilities'),
		disability('OI', 'Orthopedic impairment', 'Orthopedicimpairment'),
		disability('OHI', 'Other health impairment', 'Otherhealthimpairment'),
		disability('SLD', 'Specific learning disability', 'Specificlearningdisability'),
		disability('SLI', 'Speech or language impairment', 'Speechlanguageimpairment'),
		disability('TBI', 'Traumatic brain injury', 'Traumaticbraininjury'),
		disability('VI', 'Visual impairment', 'Visualimpairment'),
	],
	ambiguous: [
		{
			values: ['Deafness'],
			meaning:
				'A code of another CEDS element (001733 IDEA Disability Type), which exporters turn into HI or into DB.',
			codes: ['HI', 'DB'],
		},
	],
};
