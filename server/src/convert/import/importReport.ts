import type { OpenItem } from '../understand/planTypes';
import type { Translated } from './codedField';
import type { ExportProblem } from './problems';

/** What an import did. */
export interface ImportReport {
	/** Rows of the export that have a value; the header does not count. */
	readonly rows: number;
	/** Students of the new files; rows without an ID are not counted. */
	readonly students: number;
	/** The values that were left unchanged, and columns that the mapping names and the export does not have. */
	readonly open: readonly OpenItem[];
	/** What a person must look at, in the order of the rows of the export. */
	readonly problems: readonly ExportProblem[];
	/** Distinct values that became a code. */
	readonly translated: readonly Translated[];
	/** Columns of the export that no new file has. */
	readonly notTaken: readonly string[];
	/** Rows that are no student's, by what they are. */
	readonly leftOut: readonly { readonly what: string; readonly rows: number }[];
	/** What may be wrong with the whole export, in sentences for people. */
	readonly warnings: readonly string[];
}
