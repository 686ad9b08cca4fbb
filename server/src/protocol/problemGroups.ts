/** What client and server say to each other about the problems of a folder, by value. */

import type { FileEdits, Refusal } from '../bulk/results';
import type { UnplacedGroup } from '../compare/returned/returnedTypes';
import type { FileProblems, OtherProblems } from '../features/problemGroups/types';
import type { OneFile } from './bulk';

export type {
	FileProblems,
	GroupFix,
	OtherProblems,
	ProblemGroup,
	ReportedGroup,
} from '../features/problemGroups/types';

/** The problems of the two files of a folder, by value. */
export interface FolderProblems {
	/** The file that was asked about first, then the other one of its folder, where it is there. */
	readonly files: readonly FileProblems[];
	/** The lines of error reports that are on no field. */
	readonly unplaced: readonly UnplacedGroup[];
	/** What is left out of `unplaced`, and how many lines that are. */
	readonly otherUnplaced: OtherProblems;
}

/**
 * Client to server, a request with `ProblemGroupsParams`; answers `FolderProblems`, or null if the file is none of ours.
 */
export const problemGroupsRequest = 'cleverDemographics/problemGroups';

/** The folder whose problems are wanted. */
export interface ProblemGroupsParams {
	/** An open file of the folder. */
	readonly uri: string;
}

/** How many groups of a file are listed; the others are counted. */
export const MAX_PROBLEM_GROUPS = 500;

/** Client to server, a request with `FixGroupParams`; answers a `FixGroupAnswer`. */
export const fixGroupRequest = 'cleverDemographics/fixGroup';
/** Which group of a file to fix, and how. */
export interface FixGroupParams extends OneFile {
	/** The id of a `ProblemGroup`. */
	readonly group: string;
	/** The id of one of its fixes. */
	readonly fix: string;
}
/** Why nothing is done, or the edits with the number of findings that they fix. */
export type FixGroupAnswer = Refusal | { readonly files: readonly FileEdits[]; readonly changed: number };
