import { cedsElements } from '../sources';
import type { Option, OptionSet } from '../types';

/** An option with CEDS's definition. The other spellings are mostly codes of CEDS 001733. */
function disability(code: string, label: string, ...others: readonly string[]): Option {
	const definition = `${label} is the major or overriding disability condition that best describes the person's impairment.`;
	return { code, label, definition, meantBy: [label, ...others] };
}

/** The codes of ext.primary_disability_type, from CEDS 000218. MR is the former code of ID. */
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
			// A code of CEDS 001733 IDEA Disability Type. Exporters write HI or DB for it.
			values: ['Deafness'],
			meaning: 'It is a code of CEDS 001733 IDEA Disability Type.',
			codes: ['HI', 'DB'],
		},
	],
};
