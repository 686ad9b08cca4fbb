/** How the files of a folder stand, before an upload. */

export interface FileState {
	readonly fileName: string;
	/** Rows below the header. */
	readonly records: number;
	readonly errors: number;
	readonly warnings: number;
}

export interface FolderState {
	readonly files: readonly FileState[];
	readonly students: number;
	/** Students of the roster who have a row in the other file; undefined where one of the two is missing. */
	readonly covered: number | undefined;
}

/** Client to server, a request with `{ uri }` of either file; answers a `FolderState`, or null where there is none or it grew old. */
export const folderStateRequest = 'cleverDemographics/folderState';
