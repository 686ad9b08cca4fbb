/** What client and server say to each other beyond LSP. A client that did not announce a part is never sent it. */

import { students, studentsExt, type Table, tables } from '../spec';
import type { ProgressParams } from './progress';

export type { TemplateAnswer } from '../convert/template/template';
export { type RuleLevel, settingsSection } from '../settings';
export * from './bulk';
export * from './import';
export * from './progress';
export * from './report';
export * from './state';

/** Why a file that is there is not read. */
export type FileProblem = 'unreadable' | 'too large';

/** A file that is there and cannot be read. */
export interface SiblingProblem {
	readonly fileName: string;
	readonly problem: FileProblem;
}

/** Counts by severity. */
export interface Counts {
	readonly error: number;
	readonly warning: number;
	readonly information: number;
	readonly hint: number;
}

/** How a file stands; sent after each complete check to a client that announced `status`. */
export interface Status {
	readonly uri: string;
	readonly version: number;
	/** The exact name that Clever wants for this file. */
	readonly fileName: string;
	/** Rows below the header. */
	readonly records: number;
	readonly counts: Counts;
	/** Findings that "fix all" mends. */
	readonly fixable: number;
	/** The other file of the folder, where there is one that could not be compared with. */
	readonly beside?: SiblingProblem | undefined;
}

/** Server to client, a notification with a `Status`. */
export const statusNotification = 'cleverDemographics/status';

export interface PlaceParams {
	readonly textDocument: { readonly uri: string };
	/** 0-based, UTF-16 units. */
	readonly position: { readonly line: number; readonly character: number };
}

/** Where the cursor stands, as a spreadsheet counts. */
export interface CursorPlace {
	/** 1-based; the header is row 1. */
	readonly row: number;
	/** The column's name, and its letter in a spreadsheet. */
	readonly column: string;
	readonly letter: string;
	/** A line on what stands in the column; undefined where it is not known. */
	readonly title: string | undefined;
}

/** Client to server, a request with `PlaceParams`; answers a `Place` or null. */
export const placeRequest = 'cleverDemographics/place';

/** Client to server, a request with `{ uri }`: check the file again from the start. */
export const recheckRequest = 'cleverDemographics/recheck';

/** A finding as `check --format json` prints it; lines and columns are 1-based, columns in UTF-16 units. */
export interface CheckedFinding {
	readonly rule: string;
	readonly severity: keyof Counts;
	readonly message: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** 0 is the header. */
	readonly record: number;
	/** The column's name; null where the finding is about no one column. */
	readonly element: string | null;
	/** The preferred one first; `newText` is the field's new value, where the fix is one. */
	readonly fixes: readonly {
		readonly title: string;
		readonly newText?: string | undefined;
		readonly preferred: boolean;
	}[];
}

/** A file as `check --format json` prints it. */
export interface CheckedFile {
	readonly path: string;
	/** The exact name that Clever wants for this file. */
	readonly table: string;
	/** Rows below the header. */
	readonly records: number;
	/** How many findings are counted and not listed; missing where all are. */
	readonly unlisted?: number;
	readonly findings: readonly CheckedFinding[];
}

/** What `check --format json` prints. */
export interface CheckOutput {
	readonly files: readonly CheckedFile[];
	readonly summary: {
		readonly files: number;
		readonly records: number;
		readonly errors: number;
		readonly warnings: number;
		readonly information: number;
		readonly hints: number;
	};
}

/** What stands in place of the problems that are too many to be listed. */
export function moreProblems(hidden: number): string {
	return `${hidden.toLocaleString('en-US')} more problems are not listed here. Mend some of those listed, and the next appear.`;
}

/** What the command line tells a parent that started it with a channel: how much of a file is checked, from 0 to 1. */
export interface CheckProgress {
	readonly path: string;
	readonly done: number;
}

/** Commands of the client that code actions name, to a client that announced them. */
export const clientCommands = {
	/** Arguments: column, value. */
	acceptValue: 'cleverDemographics.acceptValue',
	/** Arguments: rule id, level. */
	setRuleLevel: 'cleverDemographics.setRuleLevel',
	/** Arguments: rule id. */
	openRule: 'cleverDemographics.openRule',
	/** Argument: the URI of a file. */
	fixAll: 'cleverDemographics.fixAll',
	/** Argument: the URI of a file. */
	showReport: 'cleverDemographics.showReport',
	showProblems: 'cleverDemographics.showProblems',
} as const;

/** Server to client, a request with `ReadFileParams`; answers a `ReadFileAnswer`, null where there is no such file. */
export const readFileRequest = 'cleverDemographics/readFile';

export interface ReadFileParams {
	readonly uri: string;
	/** In bytes; a file that is longer is not read. */
	readonly most: number;
}

export type ReadFileAnswer = { readonly text: string } | { readonly problem: FileProblem } | null;

/** The largest file that is compared without being open, in bytes: that of an editor. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** `initializationOptions`; every part may be missing. */
export interface InitializationOptions {
	/** Send `statusNotification`. */
	readonly status?: boolean;
	/** The client answers `readFileRequest`, for files that the server cannot get at. */
	readonly files?: boolean;
	/** The client has `clientCommands`. */
	readonly commands?: boolean;
	/** Where the rules' pages are: the URI of a folder, without a slash at the end. */
	readonly rulesUri?: string;
	/** The settings, for a client that has no workspace/configuration. */
	readonly settings?: unknown;
}

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = 'source.fixAll.clever-demographics';

/** One of the files, as far as the client must know it. */
export interface FileKind {
	/** The exact name at Clever. */
	readonly fileName: string;
	readonly languageId: string;
}

/** Every file that is checked. */
export const fileKinds: readonly FileKind[] = tables.map(fileKind);

/** The file that names the students, and the one that is made for them. */
export const rosterFile: FileKind = fileKind(students);
export const extensionFile: FileKind = fileKind(studentsExt);

/** Client to server, a request with `TemplateParams`; answers a `TemplateAnswer`. */
export const templateRequest = 'cleverDemographics/template';

/** The text rather than a URI, so that unsaved edits count and virtual workspaces work. */
export interface TemplateParams extends ProgressParams {
	/** The roster. */
	readonly text: string;
}

function fileKind({ fileName, languageId }: Table): FileKind {
	return { fileName, languageId };
}
