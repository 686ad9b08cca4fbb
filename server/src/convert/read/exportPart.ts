/** An export on its way from bytes to records. */

import type { Delimiter, Encoding } from './exportFormat';

/** An export as a host hands it over. */
export interface ExportSource {
	/** The file's name, for messages. */
	readonly name: string;
	readonly bytes: Uint8Array;
	/** The bytes of OneRoster's users.csv in the same folder, if there is one. */
	readonly users?: Uint8Array | undefined;
}

/** How an export is written, and its columns. */
export interface Head {
	readonly kind: 'text' | 'workbook';
	/** Undefined in a workbook, as is the delimiter. */
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Whether a row names the columns. */
	readonly header: boolean;
	/** The row that names the columns, 1-based, as a spreadsheet counts; undefined without a header. */
	readonly headerRow?: number | undefined;
	/** The sheet that is read, in a workbook. */
	readonly sheet?: string | undefined;
	/** The workbook's sheets that have values, in their order. */
	readonly sheets?: readonly string[] | undefined;
	/** A name for each column, no two of them the same: see `columnNames`. */
	readonly names: readonly string[];
	/** The headers that more than one column has. */
	readonly repeated: readonly string[];
	/** What may be wrong with the whole file, in sentences for people. */
	readonly warnings: readonly string[];
	/** The line break for the files that are made from the export. */
	readonly lineBreak: '\n' | '\r\n';
}

/**
 * What reading an export gives: its head once, before all rows, and then each row that has a value. A problem, in
 * sentences for people, is the last part; nothing that was read before may be used then.
 */
export type ExportPart =
	| { readonly kind: 'head'; readonly head: Head }
	| {
			readonly kind: 'row';
			readonly record: readonly string[];
			/** 1-based, as a spreadsheet counts: title rows, blank rows and the header count. */
			readonly row: number;
			/** What is wrong with the row, as a sentence that holds no value of the row. */
			readonly fault?: string | undefined;
			/** Whether the sheet hides the row. */
			readonly isHidden?: true | undefined;
	  }
	/** A row that is left out: the header again, where files were joined. */
	| { readonly kind: 'skipped'; readonly row: number; readonly fault: string }
	/** A row that is no student's, as the export itself says: what it is, for people. */
	| { readonly kind: 'leftOut'; readonly row: number; readonly what: string }
	/** What a person must know of the whole export when all of its rows are read, as a sentence. */
	| { readonly kind: 'told'; readonly message: string; readonly isProblem: boolean }
	| {
			readonly kind: 'problem';
			readonly problem: string;
			/** The sheets to choose from, where more than one has rows and the format names none. */
			readonly sheets?: readonly string[] | undefined;
	  };

/** The most bytes that an export may have. */
export const MAX_EXPORT_BYTES: number = 200 * 1024 * 1024;
