/** What client and server say to each other about what changed since the last upload. */

import type { DistrictChanges, ListedStudent } from '../compare/changes/changesTypes';
import type { ProgressParams } from './progress';

export type {
	CategoryChanges,
	ChangeAlarm,
	ChangedValue,
	DistrictChanges,
	ListedStudent,
	SchoolChanges,
} from '../compare/changes/changesTypes';

/** What to compare the files of a folder with. */
export interface CompareParams extends ProgressParams {
	/** Either of the two files, which is open. */
	readonly uri: string;
	/** The URIs of one or both files of the last upload, whatever their names. */
	readonly before: readonly string[];
}

/** What came of a comparison; where it could not be made, `problem` says why and what to do, in words for the person. */
export type CompareAnswer = { readonly problem: string } | { readonly alarms: number };

/** Client to server, a request with `CompareParams`; answers a `CompareAnswer`, or null if another comparison of the folder began. */
export const compareRequest = 'cleverDemographics/compare';

/** The comparison to show. */
export interface ChangesParams {
	/** Either of the two files. */
	readonly uri: string;
	/** How many entries of each list are wanted. */
	readonly most: Readonly<Record<ChangedList, number>>;
}

/** The lists of students in a comparison. */
export type ChangedList = 'added' | 'gone' | 'zerosChanged' | 'moved';

/** The beginning of a list. */
export interface ListStart<T> {
	readonly count: number;
	readonly first: readonly T[];
}

/** The last comparison of a folder, for its page. */
export interface ShownChanges extends Omit<DistrictChanges, 'students'> {
	readonly students: Pick<DistrictChanges['students'], 'before' | 'after' | 'inBoth'> & {
		readonly added: ListStart<ListedStudent>;
		readonly gone: ListStart<ListedStudent>;
		readonly zerosChanged: ListStart<DistrictChanges['students']['zerosChanged'][number]>;
		readonly moved: ListStart<DistrictChanges['students']['moved'][number]>;
	};
	/** The URIs of the files that it was compared with. */
	readonly comparedWith: readonly string[];
	/** The exact name of the table's file that the IDs of students are looked up in, and of its column. */
	readonly idColumn: { readonly fileName: string; readonly column: string } | undefined;
	/** Names of schools by their School_id, as far as the folder tells them. */
	readonly schoolNames: Readonly<Record<string, string>>;
	/** Whether a file has changed since, and another comparison is coming. */
	readonly isStale: boolean;
	/** Why none is coming, in a sentence for people. */
	readonly problem?: string | undefined;
	/** Alarms that a person must still look at. */
	readonly toReview: number;
}

/** Client to server, a request with `ChangesParams`; answers a `ShownChanges`, or null where no comparison was made. */
export const changesRequest = 'cleverDemographics/changes';

/** Client to server, a request with `{ uri }`: the alarms of the folder's comparison are reviewed. */
export const changesReviewedRequest = 'cleverDemographics/changesReviewed';

/** What shows a folder's comparison: the page with what changed, or the tables of its files. */
export type ShownBy = 'page' | 'table';

/** Where a folder's comparison is shown, if one is made. */
export interface ChangesShownParams {
	/** A file of the folder. */
	readonly uri: string;
	readonly by: ShownBy;
	/** Whether it is shown there: the files of the last upload stay in memory while it is anywhere, and no longer. */
	readonly isShown: boolean;
}

/** Client to server, a notification with `ChangesShownParams`. */
export const changesShownNotification = 'cleverDemographics/changesShown';

/** Server to client, a notification with `{ uri }` of a file: the comparison of its folder is another one, or stale. */
export const changesNotification = 'cleverDemographics/changesChanged';

/** Server to client, a notification with `{ uri }` of an open file: its table knows other values of the last upload. */
export const earlierValuesNotification = 'cleverDemographics/earlierValuesChanged';
