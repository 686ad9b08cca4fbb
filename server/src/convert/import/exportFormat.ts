/** How an export is written. */

/** The encodings that an export may have, each with its name for people. */
export const encodings = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
	'windows-1252': 'Windows-1252',
} as const;

/** An encoding that an export may have. */
export type Encoding = keyof typeof encodings;

/** What may separate two values, each with its name for people. */
export const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

/** What separates two values of an export. */
export type Delimiter = keyof typeof delimiters;

/** How to read an export, where a person has corrected it; what is missing is found out from the bytes. */
export interface ExportFormat {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Whether the first row names the columns. */
	readonly header?: boolean | undefined;
}
