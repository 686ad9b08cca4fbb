/**
 * Headers that are spelled like a column of ours and are about something else. None of them is a typing mistake, and no
 * column of that name is renamed.
 */

/** Headers about one thing that no column of ours holds. */
export interface OtherHeaders {
	/** Compared by `headerKey`, with and without the prefix of extension columns. */
	readonly names: readonly string[];
	/** Why no column of ours is meant: one sentence for people. */
	readonly note: string;
}

/** All of them; the programs of the Elementary and Secondary Education Act are its Titles I to IX. */
// biome-ignore format: one thing, few lines
export const otherHeaders: readonly OtherHeaders[] = [
	{
		names: ['II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', '2', '3', '4', '5', '6', '7', '8', '9'].flatMap((numeral) => [`Title ${numeral}`, `Title ${numeral} Status`, `Title ${numeral} Indicator`, `Title ${numeral} Program`]),
		note: 'Only Title I is a category.',
	},
	{ names: ['Title', 'Titles', 'Job Title'], note: 'A title is not the program Title I.' },
	{ names: ['Rate', 'Attendance Rate', 'Pace'], note: 'It is spelled like Race and means something else.' },
	{
		names: ['Immigrant', 'Immigrant Status', 'Immigrant Indicator', 'Immigrant Flag', 'Immigrant Student', 'Is Immigrant', 'Immigration Status', 'Emigrant Status', 'Refugee Status'],
		note: 'Immigrant status is not migrant status.',
	},
	{
		names: ['Secondary', 'Tertiary', 'Second', 'Other'].flatMap((rank) => [`${rank} Disability`, `${rank} Disability Type`, `${rank} Disability Code`, `${rank} Disability Status`]).concat('Disability 2', 'Disability 3'),
		note: 'Only the primary disability is a category.',
	},
	{
		// OneRoster and Smarter Balanced have a flag for each race, and Focus and WIDA ACCESS in names of their own.
		names: [
			'American Indian or Alaska Native', 'Asian', 'Black or African American', 'Native Hawaiian or Other Pacific Islander', 'White', 'Two or More Races', 'Demographic Race Two or More Races',
			'Race White Label', 'Race Black or African American Label', 'Race Asian Label', 'Race American Indian or Alaska Native Label', 'Race Native Hawaiian or Other Pacific Islander Label',
			'Race - American Indian/Alaskan Native', 'Race - Asian', 'Race - Black/African American', 'Race - Pacific Islander/Hawaiian', 'Race - White',
		],
		note: 'Race is one column with one code for each student, not a column for each race.',
	},
];
