import type { ColumnFacts, FileFacts, FindingFacts } from '../../server/src/check/fileFacts';
import type { FolderFacts } from '../../server/src/coverage/categoryFacts';

/** The seven categories that Amplify reads in each file (FACTS, "The job"). */
export const ROSTER_COLUMNS = [
	'Gender',
	'Race',
	'Hispanic_Latino',
	'Home_language',
	'Ell_status',
	'Frl_status',
	'IEP_status',
];
export const EXTENSION_COLUMNS = [
	'ext.idea_indicator',
	'ext.disability_status',
	'ext.primary_disability_type',
	'ext.section_504_status',
	'ext.economic_disadvantage_status',
	'ext.migrant_status',
	'ext.title_i',
];

/** A column with values in all rows. */
export function column(name: string, facts: Partial<ColumnFacts> = {}): ColumnFacts {
	return { column: name, filled: 2398, codes: [{ value: 'Yes', rows: 2398 }], accepted: [], ...facts };
}

/** A column without a value. */
export function emptyColumn(name: string): ColumnFacts {
	return column(name, { filled: 0, codes: [] });
}

function file(facts: Pick<FileFacts, 'fileName' | 'role' | 'columns'>): FileFacts {
	return {
		name: facts.fileName,
		isReadable: true,
		records: 2398,
		students: 2398,
		unread: 0,
		findings: [],
		lookalikes: [],
		isCompared: true,
		isDirty: false,
		...facts,
	};
}

/** A roster that nothing holds back. */
export const roster = file({
	fileName: 'students.csv',
	role: 'roster',
	columns: ROSTER_COLUMNS.map((name) => column(name)),
});

/** An extension file that nothing holds back. */
export const extension = file({
	fileName: 'students_ext.csv',
	role: 'extension',
	columns: EXTENSION_COLUMNS.map((name) => column(name)),
});

/** A folder with these files. */
export function folderOf(files: readonly FileFacts[], more: Partial<FolderFacts> = {}): FolderFacts {
	return { files, unread: [], others: [], names: [], notSent: [], ...more };
}

/** Findings of a rule that the product need not have. */
export function finding(severity: FindingFacts['severity'], facts: Partial<FindingFacts> = {}): FindingFacts {
	return {
		rule: `field/${severity}`,
		title: 'The value is odd',
		reason: undefined,
		severity,
		column: 'Race',
		count: 3,
		rows: 3,
		fixable: 0,
		values: [],
		...facts,
	};
}
