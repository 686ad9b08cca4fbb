/** What client and server say to each other about a download of who received a district's data. */

import type {
	ArrivedGroup,
	ArrivedRefusal,
	ArrivedReport,
	ArrivedStudent,
} from '../compare/arrived/arrivedTypes';
import type { ProgressParams } from './progress';

export type {
	ArrivedCategory,
	ArrivedCause,
	ArrivedCauseId,
	ArrivedGroup,
	ArrivedIdColumn,
	ArrivedOutcome,
	ArrivedRefusal,
	ArrivedReport,
	ArrivedStudent,
	ArrivedValue,
} from '../compare/arrived/arrivedTypes';

/** Client to server, a request with `ArrivedParams`; answers an `ArrivedAnswer`. The server keeps the comparison until it is closed. */
export const arrivedRequest = 'cleverDemographics/arrived';

/** A download to compare with the files of a folder. */
export interface ArrivedParams extends ProgressParams {
	/** The comparison's id, which the client makes. One with the same id is replaced. */
	readonly id: string;
	/** One of the two files of the folder, which is open as text. */
	readonly uri: string;
	/** The name of the download's file. */
	readonly name: string;
	/** Its bytes in base64. */
	readonly bytes: string;
	/** The sheet of a workbook that a person chose. */
	readonly sheet?: string | undefined;
	/** The header of the ID that a person chose. */
	readonly idColumn?: string | undefined;
	/** The headers that a person chose, by the column of ours that they show. */
	readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** An answer to `arrivedRequest`. */
export type ArrivedAnswer = { readonly report: ArrivedReport } | ArrivedRefusal;

/** Client to server, a request with `ArrivedStudentsParams`; answers an `ArrivedStudents`, or null where the comparison is gone. */
export const arrivedStudentsRequest = 'cleverDemographics/arrivedStudents';

/** Which students of a comparison to list. */
export interface ArrivedStudentsParams {
	readonly id: string;
	readonly group: ArrivedGroup;
	/** The first of them, 0-based. */
	readonly first: number;
	/** How many at most. */
	readonly count: number;
}

/** Students of a group. */
export interface ArrivedStudents {
	/** All of the group. Of those that our files do not have, only the first 10,000 can be listed. */
	readonly total: number;
	readonly students: readonly ArrivedStudent[];
}

/** Client to server, a request with `{ id }`: the comparison is no longer needed. */
export const arrivedCloseRequest = 'cleverDemographics/arrivedClose';
