import { cedsElements } from '../sources';
import type { Option, OptionSet } from '../types';

/**
 * An option with CEDS's definition. The other spellings are codes of CEDS 001733, words of Ed-Fi, and letters that states
 * use (Florida, Indiana, Minnesota, South Carolina).
 */
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
	// biome-ignore format: one option, one line
	options: [
		disability('AUT', 'Autism', 'AU', 'ASD', 'Autism Spectrum Disorders', 'Autism Spectrum Disorder'),
		disability('DB', 'Deaf-blindness', 'Deafblindness', 'DSI', 'D/B', 'Deaf-Blind'),
		disability('DD', 'Developmental delay', 'Developmentaldelay', 'Developmentally delayed', 'Developmental delays'),
		disability('EMN', 'Emotional disturbance', 'Emotionaldisturbance', 'ED', 'EBD', 'E/BD', 'Serious Emotional Disability', 'Serious Emotional Disturbance', 'Emotional Disability', 'Emotionally Disturbed'),
		disability('HI', 'Hearing impairment', 'Hearingimpairment', 'DHH', 'D/HH', 'Hearing Impairment, including Deafness', 'Hearing Impaired', 'Hard of Hearing', 'Deaf/Hard of Hearing'),
		disability('ID', 'Intellectual Disability', 'Intellectualdisability', 'MR', 'Mental retardation', 'InD', 'Intellectual Disabilities', 'Intellectually Disabled'),
		disability('MD', 'Multiple disabilities', 'Multipledisabilities', 'Multiple Disability', 'Multiply Disabled'),
		disability('OI', 'Orthopedic impairment', 'Orthopedicimpairment', 'Orthopedically Impaired'),
		disability('OHI', 'Other health impairment', 'Otherhealthimpairment', 'Other Health Impaired', 'Other Health Impairments', 'OHD'),
		disability('SLD', 'Specific learning disability', 'Specificlearningdisability', 'Specific Learning Disabilities', 'Learning Disability', 'Learning Disabled', 'LD'),
		disability('SLI', 'Speech or language impairment', 'Speechlanguageimpairment', 'Speech Impairment', 'Language Impairment', 'Speech/Language Impaired', 'SI', 'S/LI', 'LI', 'LSI'),
		disability('TBI', 'Traumatic brain injury', 'Traumaticbraininjury'),
		disability('VI', 'Visual impairment', 'Visualimpairment', 'Visually Impaired', 'BLV', 'B/VI', 'VH', 'Visual Impairment, including Blindness'),
	],
	ambiguous: [
		{
			// A code of CEDS 001733 IDEA Disability Type. Exporters write HI or DB for it.
			values: ['Deafness'],
			meaning: 'It is a code of CEDS 001733 IDEA Disability Type.',
			codes: ['HI', 'DB'],
		},
		{
			values: ['OH', 'PI', 'Physical Disability'],
			meaning: 'It could be orthopedic or other health impairment.',
			codes: ['OI', 'OHI'],
		},
		{
			// South Carolina's letters for hard of hearing. Elsewhere they are not known.
			values: ['HH'],
			meaning: 'It probably means hard of hearing.',
			codes: ['HI'],
		},
		{
			// South Carolina's letters for a mild intellectual disability; elsewhere they look like emotional.
			values: ['EM'],
			meaning: 'It could be emotional or intellectual.',
			codes: ['EMN', 'ID'],
		},
		{
			// South Carolina's letters for speech.
			values: ['SP'],
			meaning: 'It could be speech or specific learning disability.',
			codes: ['SLI', 'SLD'],
		},
	],
};
