import { cleverOneRosterSync, districtTemplates, genesisExport } from './sources';
import type { Source } from './types';

/**
 * Faults of systems and of their exports that no single value shows: every value is a code, or the field is empty, which
 * is right too. Only the counts of a whole district tell, and what they tell is likely and not certain.
 */

/** Columns that a system leaves empty for every student, although it fills the others. */
export interface EmptyColumns {
	/** All of them are empty, and no other category of the file is. */
	readonly columns: readonly string[];
	/** The likely cause, in a sentence for people. */
	readonly cause: string;
	readonly source: Source;
}

/** Columns that systems leave empty. */
export const emptyColumns: readonly EmptyColumns[] = [
	{
		columns: ['Ell_status', 'Frl_status', 'IEP_status'],
		cause: 'Probably an Infinite Campus OneRoster sync: it cannot send these three.',
		source: cleverOneRosterSync,
	},
	{
		columns: ['Ell_status'],
		cause: 'Probably an export of Genesis, which always leaves this column empty.',
		source: genesisExport,
	},
];

/** A code of one column that an export writes because of a code in another column. */
export interface ForcedCode {
	/** The students with this code of this column. */
	readonly column: string;
	readonly code: string;
	/** Nearly all have this code of the other column. */
	readonly otherColumn: string;
	readonly otherCode: string;
	/** The likely cause, in a sentence for people. */
	readonly cause: string;
	readonly source: Source;
}

/** Codes that exports write because of another one. */
export const forcedCodes: readonly ForcedCode[] = [
	{
		column: 'Hispanic_Latino',
		code: 'Y',
		otherColumn: 'Race',
		otherCode: 'W',
		cause:
			'Probably a table of codes that turns Hispanic into W, as in a template of North Carolina. The race of these students is then lost.',
		source: districtTemplates,
	},
];

/** A code that an export never writes, as it writes another one in its place. */
export interface LostCode {
	readonly column: string;
	readonly code: string;
	/** The likely cause, in a sentence for people. */
	readonly cause: string;
	readonly source: Source;
}

/** Codes that exports never write. */
export const lostCodes: readonly LostCode[] = [
	{
		column: 'Race',
		code: 'P',
		cause: 'Perhaps a table of codes that turns Pacific Islander into I, as one district in Illinois had.',
		source: districtTemplates,
	},
];

/** Why one column may hold IDs of two kinds, numbers and GUIDs. */
export const twoKindsOfIds: { readonly cause: string; readonly source: Source } = {
	cause:
		'Probably two exports were combined: Infinite Campus, for one, has a number and a GUID for each student and school.',
	source: districtTemplates,
};
