/** How an export is written. */

/** The encodings in which exports are written, each with its name for people. */
export const encodings = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
	'windows-1252': 'Windows-1252',
} as const;

export type Encoding = keyof typeof encodings;

/** What may stand between two values, each with its name for people. */
export const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

export type Delimiter = keyof typeof delimiters;

/** How an export is to be read, as a person has corrected it; what is missing is found out. */
export interface ExportFormat {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Whether the first row names the columns. */
	readonly header?: boolean | undefined;
}
