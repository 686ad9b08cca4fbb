/** What client and server say to each other about the import of an export. */

import type { Counts } from '../check/tally';
import type { ConvertAnswer } from '../convert/import/convert';
import type { ReplacedStudents } from '../convert/import/replacedStudents';
import type { Mapping } from '../convert/mapping/mapping';
import type { ExportFormat } from '../convert/read/exportFormat';
import type { Head } from '../convert/read/exportPart';
import type { ImportPlan } from '../convert/understand/planTypes';
import type { ProgressParams } from './progress';

export type { ConvertAnswer, MadeFile } from '../convert/import/convert';
export type { ImportReport } from '../convert/import/importReport';
export type { ReplacedStudents } from '../convert/import/replacedStudents';
export type { Mapping } from '../convert/mapping/mapping';
export type { Delimiter, Encoding, ExportFormat } from '../convert/read/exportFormat';
export type { Reencoded } from '../convert/toUtf8';
export type {
	BlankPlan,
	ColumnCandidate,
	ColumnOption,
	ColumnReason,
	ImportPlan,
	OpenItem,
	TargetPlan,
	ValuePlan,
} from '../convert/understand/planTypes';

/** Client to server, a request with the bytes of one of the two files; answers a `Reencoded`. */
export const reencodeRequest = 'cleverDemographics/reencode';

/** The bytes of a file that shall be saved as UTF-8. */
export interface ReencodeParams extends ProgressParams {
	/** In base64: a third longer than the bytes are, where a list of numbers is four times as long. */
	readonly bytes: string;
}

/** The editor in which an export is imported. */
export const importViewType = 'cleverDemographics.import';

/** Client to server, a request with `ImportOpenParams`; answers an `ImportOpenAnswer`. The server keeps the export until it is closed. */
export const importOpenRequest = 'cleverDemographics/importOpen';

/** An import that a client has open, by an id that the client makes. */
interface ImportRef {
	readonly id: string;
}

/** An export to read, and what was decided about it. */
export interface ImportOpenParams extends ImportRef, ProgressParams {
	/** The name of the export's file. */
	readonly name: string;
	/** The bytes of the export in base64: a third longer than they are, where a list of numbers is four times as long. */
	readonly bytes: string;
	/** Those of the users.csv in the export's folder, where it is a file of OneRoster. */
	readonly users?: string | undefined;
	/** Those of a students.csv in the folder of the new files, whose IDs are compared with those of the export. */
	readonly roster?: string | undefined;
	/** What counts where no mapping file fits. */
	readonly decisions: Mapping;
	/** How a person wants the export to be read, which goes before what a mapping file says. */
	readonly format?: ExportFormat | undefined;
	/** The mapping files in the folder of the new files, the most likely first: the first that fits the export is used. */
	readonly mappings: readonly MappingText[];
}

/** A mapping file that was found. */
export interface MappingText {
	readonly name: string;
	readonly text: string;
}

/** What became of a mapping file that was found: `other` where it is for an export with other columns. */
export interface MappingUse {
	readonly name: string;
	readonly use: 'used' | 'other' | 'broken';
	/** What is wrong with it, in sentences for people. */
	readonly problems: readonly string[];
}

/** Why an export cannot be shown, in sentences for people; with `sheets` where one of them must be chosen. */
export interface ImportRefusal {
	readonly problem: string;
	/** The names of the workbook's sheets. */
	readonly sheets?: readonly string[] | undefined;
}

/** An export that was opened. */
export interface OpenedImport {
	readonly view: ImportView;
	/** What the mapping file holds that is used, without the `format` of the request; undefined where none is. */
	readonly mapping?: Mapping | undefined;
	readonly mappings: readonly MappingUse[];
}

/** An answer to `importOpenRequest`. */
export type ImportOpenAnswer = OpenedImport | ImportRefusal;

/** Client to server, a request with `ImportPlanParams`; answers an `ImportPlanAnswer`. */
export const importPlanRequest = 'cleverDemographics/importPlan';

/** What was decided about an export that is open. */
export interface ImportPlanParams extends ImportRef, ProgressParams {
	readonly decisions: Mapping;
}

/** What an import converts. */
export interface ImportConvertParams extends ImportPlanParams {
	/** The bytes of the students.csv that would be replaced, in base64. */
	readonly roster?: string | undefined;
}

/** The server does not have the export, such as after a restart: it must be opened again. */
export interface UnknownImport {
	readonly unknown: true;
}

/** An answer to `importPlanRequest`. The export is read again only where its format is another. */
export type ImportPlanAnswer = ImportView | ImportRefusal | UnknownImport;

/** Client to server, a request with `ImportConvertParams`; answers an `ImportConvertAnswer`: the files that the decisions make. */
export const importConvertRequest = 'cleverDemographics/importConvert';

/** An answer to `importConvertRequest`; without `replaced` where no file with IDs would be replaced. */
export type ImportConvertAnswer =
	| (ConvertAnswer & { readonly replaced?: ReplacedStudents | undefined })
	| UnknownImport;

/** Client to server, a request with `{ id }`: the export is no longer needed. */
export const importCloseRequest = 'cleverDemographics/importClose';

/** An export, what is made of it, and how the new files begin. */
export interface ImportView {
	readonly plan: ImportPlan;
	readonly columns: readonly ExportColumnView[];
	/** Rows of the export that have a value; the header does not count. */
	readonly rows: number;
	readonly format: Omit<Head, 'names'>;
	readonly preview: readonly FilePreview[];
}

/** A column of an export, for people. */
export interface ExportColumnView {
	readonly name: string;
	/** Some of its distinct values; none where `isSecret`. */
	readonly samples: readonly string[];
	/** Rows with a value. */
	readonly filled: number;
	/** Distinct values, as far as they are counted. */
	readonly distinct: number;
	/** Whether it may hold passwords, which are not shown. */
	readonly isSecret: boolean;
}

/** A problem of a preview. */
export interface PreviewFinding {
	/** 0-based; null where it is about the whole row or file. */
	readonly column: number | null;
	readonly severity: keyof Counts;
	readonly message: string;
}

/** A row of a preview, as the new file would have it, and what the check says about it. */
export interface PreviewRow {
	/** Passwords are masked. */
	readonly values: readonly string[];
	readonly findings: readonly PreviewFinding[];
}

/** The first rows of a new file. */
export interface FilePreview {
	readonly fileName: string;
	readonly header: readonly string[];
	/** What the check says about the header and about the file. */
	readonly findings: readonly PreviewFinding[];
	readonly rows: readonly PreviewRow[];
}
