/** What client and server say to each other about error reports of receivers. Their texts go into no log. */

import type { ReturnedColumns, ReturnedQuestion } from '../compare/returned/returnedTypes';
import type { Refusal } from './bulk';
import type { ProgressParams } from './progress';

export type {
	ReturnedColumns,
	ReturnedQuestion,
	UnplacedGroup,
	UnplacedReason,
} from '../compare/returned/returnedTypes';

/** Client to server, a request with `ReturnedOpenParams`; answers a `ReturnedOpenAnswer`. Replaces a report of the same name. */
export const returnedOpenRequest = 'cleverDemographics/returned/open';

/** An error report to open. */
export interface ReturnedOpenParams extends ProgressParams {
	/** An open file of the folder that the report is about. */
	readonly uri: string;
	/** The name of the report's file. */
	readonly name: string;
	/** Its bytes in base64. */
	readonly bytes: string;
	/** The sheet of a workbook. */
	readonly sheet?: string | undefined;
	/** What the person has said about the columns of such reports. */
	readonly columns: Partial<ReturnedColumns>;
}

/** What became of a report. */
export interface ReturnedOpened {
	/** Lines that are on a field now. */
	readonly placed: number;
	/** Lines that are listed apart. */
	readonly unplaced: number;
	/** What to know about the whole report, in sentences for people. */
	readonly notes: readonly string[];
}

/** Why a report cannot be opened, what to ask first, or what became of it. */
export type ReturnedOpenAnswer =
	| (Refusal & {
			/** The sheets to choose from. */
			readonly sheets?: readonly string[] | undefined;
	  })
	| {
			readonly question: ReturnedQuestion;
			/** The names of all columns, by which the answer is remembered. */
			readonly names: readonly string[];
	  }
	| { readonly opened: ReturnedOpened };

/** Client to server, a request with `ReturnedCloseParams`: the report is shown no more. */
export const returnedCloseRequest = 'cleverDemographics/returned/close';
/** A report that is open. */
export interface ReturnedCloseParams {
	/** A file of the folder. */
	readonly uri: string;
	readonly name: string;
}

/** The largest report, in bytes. */
export const MAX_RETURNED_BYTES = 50_000_000;
