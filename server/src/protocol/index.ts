/**
 * What client and server say to each other beyond LSP. A client that did not announce a part is never sent it.
 * Types come from the rooms that make them; at run time there are names and constants only.
 */

import type { FileProblem } from '../features/status';
import type { ProgressParams } from './progress';

export type { Counts } from '../check/tally';
export type {
	CheckedFile,
	CheckedFinding,
	CheckOutput,
	CheckProgress,
	FolderReadiness,
} from '../cli/formats/checkOutput';
export type { TemplateAnswer } from '../convert/template/template';
export type { CursorPlace, FileProblem, SiblingProblem, Status } from '../features/status';
export type { RuleLevel } from '../settings';
export * from './arrived';
export * from './bulk';
export * from './changes';
export * from './commands';
export * from './constants.generated';
export * from './files.generated';
export * from './fill';
export * from './folderState';
export * from './grid';
export * from './import';
export * from './problemGroups';
export * from './progress';
export * from './readiness';
export * from './report';
export * from './returned';
export * from './schemes';
export * from './textEditing';

/** Server to client, a notification with a `Status`. */
export const statusNotification = 'cleverDemographics/status';

/** Server to client, a notification with `{ uri }`: a file that had a status is no longer looked at. */
export const fileGoneNotification = 'cleverDemographics/fileGone';

/** Client to server, a notification with `FoundFilesParams`, when the files in its folders are others than before. */
export const foundFilesNotification = 'cleverDemographics/foundFiles';

/** Folders that are looked at without an open file: as many files of each name are worth a search. */
export const MAX_FOUND_FOLDERS = 50;

/** The files with a name of ours in the client's folders, which are checked without being open. */
export interface FoundFilesParams {
	/** All of them. Those of the first `MAX_FOUND_FOLDERS` folders count. */
	readonly uris: readonly string[];
}

/** A position in an open document. */
export interface PlaceParams {
	readonly textDocument: { readonly uri: string };
	/** 0-based, UTF-16 units. */
	readonly position: { readonly line: number; readonly character: number };
}

/** Client to server, a request with `PlaceParams`; answers a `CursorPlace` or null. */
export const placeRequest = 'cleverDemographics/place';

/** The students of the folder of an open file whose ID or name matches a query. */
export interface StudentsParams {
	readonly uri: string;
	readonly query: string;
}

/** Client to server, a request with `StudentsParams`; answers symbols as `workspace/symbol` does. */
export const studentsRequest = 'cleverDemographics/students';

/** Client to server, a request with `{ uri }`: check the file again from the start. */
export const recheckRequest = 'cleverDemographics/recheck';

/** Server to client, a request with `ReadFileParams`; answers a `ReadFileAnswer`, null if there is no such file. */
export const readFileRequest = 'cleverDemographics/readFile';

/** Which file to read, and its largest size. */
export interface ReadFileParams {
	readonly uri: string;
	/** In bytes; a file that is longer is not read. */
	readonly most: number;
}

/** The text of a file, or why it cannot be read; null if there is no such file. */
export type ReadFileAnswer = { readonly text: string } | { readonly problem: FileProblem } | null;

/** The largest file that is compared without being open, in bytes: that of an editor. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** `initializationOptions`; every part may be missing. */
export interface InitializationOptions {
	/** Send `statusNotification`. */
	readonly status?: boolean;
	/** The client answers `readFileRequest`, for files that the server cannot get at. */
	readonly files?: boolean;
	/** The files that `foundFilesNotification` would name. */
	readonly found?: readonly string[];
	/** The client has `clientCommands`. */
	readonly commands?: boolean;
	/** The client can show a file as a table, and has the command for it. */
	readonly table?: boolean;
	/**
	 * The client shows what is typed above the options of a completion. It is sent all of them where the typed text matches
	 * none, with the typed text as their filter text; any other client is sent those that match.
	 */
	readonly allOptions?: boolean;
	/**
	 * The client filters the students that a search finds by the letters of their names. A name with marks on its letters
	 * then stands a second time without them, where it is found without.
	 */
	readonly filtersByName?: boolean;
	/** Where the rules' pages are: the URI of a folder, without a slash at the end. */
	readonly rulesUri?: string;
	/** The settings, for a client that has no workspace/configuration. */
	readonly settings?: unknown;
}

/** Client to server, a request with `TemplateParams`; answers a `TemplateAnswer`. */
export const templateRequest = 'cleverDemographics/template';

/** The text rather than a URI, so that unsaved edits count and virtual workspaces work. */
export interface TemplateParams extends ProgressParams {
	/** The roster. */
	readonly text: string;
}
