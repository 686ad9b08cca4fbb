/**
 * What each of the fourteen columns accepts and what people write instead, as literals: the tests take
 * nothing from the declarations that they test. Read in Amplify's article, Clever's API v3.1, CEDS V14 (000218, 001733,
 * 001943, 000092), Ed-Fi's descriptors, and the code tables of PowerSchool, Florida, Indiana, Minnesota and South
 * Carolina, as of 2026-11-28.
 */

/** A code, its label, then the other spellings that mean it. */
export type Code = readonly [code: string, label: string, ...others: string[]];

export interface CodedColumn {
	readonly column: string;
	readonly codes: readonly Code[];
}

/** Codes of a yes-or-no column of students.csv, with further words for each. */
function yn(yes: readonly string[] = [], no: readonly string[] = []): readonly Code[] {
	return [
		['Y', 'Yes', 'true', '1', 'T', ...yes],
		['N', 'No', 'false', '0', ...no],
	];
}
const yesNo: readonly Code[] = [
	['Yes', 'Yes', 'Y', 'true', '1', 'T'],
	['No', 'No', 'N', 'false', '0'],
];

// biome-ignore format: one code, one line
export const codedColumns: readonly CodedColumn[] = [
	{
		column: 'Gender',
		codes: [
			['M', 'Male', 'Boy'],
			['F', 'Female', 'Girl'],
			['X', 'Non-binary', 'Nonbinary', 'NB'],
		],
	},
	{
		column: 'Race',
		codes: [
			['A', 'Asian'],
			['B', 'Black or African-American', 'Black', 'African American', 'African-American', 'Black or African American', 'Black/African American'],
			['I', 'American Indian or Alaska Native', 'American Indian', 'Alaska Native', 'Native American', 'American Indian/Alaskan Native', 'American Indian or Alaskan Native'],
			['M', 'Multiracial', 'Multi-racial', 'Two or more races', 'T'],
			['P', 'Hawaiian or Pacific Islander', 'Pacific Islander', 'Native Hawaiian', 'Native Hawaiian or Other Pacific Islander', 'Hawaiian or Other Pacific Islander', 'Pacific Islander/Native Hawaiian', 'Native Hawaiian/Pacific Islander', 'Native Hawaiian or Pacific Islander'],
			['W', 'White', 'Caucasian', 'C'],
		],
	},
	{
		column: 'Hispanic_Latino',
		codes: yn(['Hispanic or Latino', 'Hispanic'], ['Not Hispanic or Latino', 'Not Hispanic', 'Non-Hispanic']),
	},
	{
		column: 'Home_language',
		codes: [
			['English', 'English', 'eng'], ['Albanian', 'Albanian', 'alb', 'sqi'],
			['Amharic', 'Amharic', 'amh'], ['Arabic', 'Arabic', 'ara'], ['Bengali', 'Bengali', 'ben'],
			['Bosnian', 'Bosnian', 'bos'], ['Burmese', 'Burmese', 'bur', 'mya'],
			['Cantonese', 'Cantonese', 'yue'], ['Chinese', 'Chinese', 'chi', 'zho'],
			['Dutch', 'Dutch', 'dut', 'nld'], ['Farsi', 'Farsi', 'Persian', 'per', 'fas'],
			['French', 'French', 'fre', 'fra'], ['German', 'German', 'ger', 'deu'], ['Hebrew', 'Hebrew', 'heb'],
			['Hindi', 'Hindi', 'hin'], ['Hmong', 'Hmong', 'hmn'], ['Ilocano', 'Ilocano', 'Iloko', 'ilo'],
			['Japanese', 'Japanese', 'jpn'], ['Javanese', 'Javanese', 'jav'], ['Karen', 'Karen', 'kar'],
			['Khmer', 'Khmer', 'Cambodian', 'khm'], ['Korean', 'Korean', 'kor'], ['Laotian', 'Laotian', 'Lao'],
			['Latvian', 'Latvian', 'lav'], ['Malay', 'Malay', 'may', 'msa'],
			['Mandarin', 'Mandarin', 'Chinese (Mandarin)', 'cmn'], ['Nepali', 'Nepali', 'nep'],
			['Oromo', 'Oromo', 'orm'], ['Polish', 'Polish', 'pol'], ['Portuguese', 'Portuguese', 'por'],
			['Punjabi', 'Punjabi', 'pan'], ['Romanian', 'Romanian', 'rum', 'ron'],
			['Russian', 'Russian', 'rus'], ['Samoan', 'Samoan', 'smo'], ['Serbian', 'Serbian', 'srp'],
			['Somali', 'Somali', 'som'], ['Spanish', 'Spanish', 'spa'], ['Swahili', 'Swahili', 'swa'],
			['Tagalog', 'Tagalog', 'tgl'], ['Tamil', 'Tamil', 'tam'], ['Telugu', 'Telugu', 'tel'],
			['Thai', 'Thai', 'tha'], ['Tigrinya', 'Tigrinya', 'tir'], ['Turkish', 'Turkish', 'tur'],
			['Ukrainian', 'Ukrainian', 'ukr'], ['Urdu', 'Urdu', 'urd'], ['Vietnamese', 'Vietnamese', 'vie'],
		],
	},
	{ column: 'Ell_status', codes: yn(['LEP', 'LY', 'ELL', 'EL'], ['EO', 'IFEP', 'LF', 'Not LEP']) },
	{
		column: 'Frl_status',
		codes: [
			['F', 'Free', 'FDC', 'Free-DC', 'Free Lunch'],
			['R', 'Reduced', 'Reduced-price', 'RDC', 'Reduced-DC', 'ReducedPrice', 'Reduced Price Lunch'],
			['N', 'No discount', 'P', 'Paid', 'Full price', 'FullPrice', 'Full Pay', 'Full Price Lunch'],
		],
	},
	{ column: 'IEP_status', codes: yn() },
	{ column: 'ext.idea_indicator', codes: yesNo },
	{ column: 'ext.disability_status', codes: yesNo },
	{
		column: 'ext.primary_disability_type',
		codes: [
			['AUT', 'Autism', 'AU', 'ASD', 'Autism Spectrum Disorders'],
			['DB', 'Deaf-blindness', 'Deafblindness', 'DSI', 'D/B'],
			['DD', 'Developmental delay', 'Developmentaldelay'],
			['EMN', 'Emotional disturbance', 'Emotionaldisturbance', 'ED', 'EBD', 'E/BD', 'Serious Emotional Disability'],
			['HI', 'Hearing impairment', 'Hearingimpairment', 'DHH', 'D/HH'],
			['ID', 'Intellectual Disability', 'Intellectualdisability', 'MR', 'Mental retardation', 'InD'],
			['MD', 'Multiple disabilities', 'Multipledisabilities'],
			['OI', 'Orthopedic impairment', 'Orthopedicimpairment'],
			['OHI', 'Other health impairment', 'Otherhealthimpairment', 'OHD'],
			['SLD', 'Specific learning disability', 'Specificlearningdisability', 'LD'],
			['SLI', 'Speech or language impairment', 'Speechlanguageimpairment', 'SI', 'S/LI', 'LI', 'LSI'],
			['TBI', 'Traumatic brain injury', 'Traumaticbraininjury'],
			['VI', 'Visual impairment', 'Visualimpairment', 'BLV', 'B/VI', 'VH'],
		],
	},
	{ column: 'ext.section_504_status', codes: yesNo },
	{ column: 'ext.economic_disadvantage_status', codes: yesNo },
	{ column: 'ext.migrant_status', codes: yesNo },
	{ column: 'ext.title_i', codes: yesNo },
];
