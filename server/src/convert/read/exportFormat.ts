/** How an export is written. */

/** The encodings that an export may have, each with its name for people. Those after the first four are never guessed. */
export const encodings = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
	'windows-1252': 'Windows-1252 (Western European)',
	macintosh: 'Mac Roman',
	'iso-8859-15': 'ISO 8859-15 (Western European)',
	'windows-1250': 'Windows-1250 (Central European)',
	'iso-8859-2': 'ISO 8859-2 (Central European)',
	'iso-8859-3': 'ISO 8859-3 (South European)',
	'iso-8859-4': 'ISO 8859-4 (Baltic)',
	'iso-8859-10': 'ISO 8859-10 (Nordic)',
	'iso-8859-13': 'ISO 8859-13 (Baltic)',
	'iso-8859-14': 'ISO 8859-14 (Celtic)',
	'iso-8859-16': 'ISO 8859-16 (Romanian)',
	'windows-1251': 'Windows-1251 (Cyrillic)',
	'iso-8859-5': 'ISO 8859-5 (Cyrillic)',
	'koi8-r': 'KOI8-R (Russian)',
	'koi8-u': 'KOI8-U (Ukrainian)',
	'windows-1253': 'Windows-1253 (Greek)',
	'iso-8859-7': 'ISO 8859-7 (Greek)',
	'windows-1254': 'Windows-1254 (Turkish)',
	'windows-1255': 'Windows-1255 (Hebrew)',
	'iso-8859-8': 'ISO 8859-8 (Hebrew)',
	'windows-1256': 'Windows-1256 (Arabic)',
	'iso-8859-6': 'ISO 8859-6 (Arabic)',
	'windows-1257': 'Windows-1257 (Baltic)',
	'windows-1258': 'Windows-1258 (Vietnamese)',
	'windows-874': 'Windows-874 (Thai)',
	shift_jis: 'Shift-JIS (Japanese)',
	'euc-jp': 'EUC-JP (Japanese)',
	gbk: 'GBK (Simplified Chinese)',
	gb18030: 'GB18030 (Simplified Chinese)',
	big5: 'Big5 (Traditional Chinese)',
	'euc-kr': 'EUC-KR (Korean)',
} as const;

/** An encoding that an export may have. */
export type Encoding = keyof typeof encodings;

/** What may separate two values, each with its name for people. */
export const delimiters = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'bars',
	'^': 'carets',
	'#!#': '#!#',
} as const;

/** What separates two values of an export. */
export type Delimiter = keyof typeof delimiters;

/** How to read an export, where a person has corrected it; what is missing is found out from the bytes. */
export interface ExportFormat {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Whether a row names the columns. */
	readonly header?: boolean | undefined;
	/** The row that names the columns, 1-based, as a spreadsheet counts. */
	readonly headerRow?: number | undefined;
	/** The name of the workbook's sheet to read. */
	readonly sheet?: string | undefined;
}
