import type {
	ArrivedGroup,
	ArrivedReport,
	ArrivedStudents,
	ChangedList,
	RowsTarget,
	ShownChanges,
} from '../../../server/src/protocol';

/** A message from a panel to its page: the content of one of the page's views, or why there is none. */
export type ToComparePage =
	/** There is nothing to show; `reason` says why. */
	| { readonly type: 'nothing'; readonly title: string; readonly district: string; readonly reason: string }
	/** What changed since the last upload; `comparedWith` says in words for people with what. */
	| {
			readonly type: 'changes';
			readonly changes: ShownChanges;
			readonly district: string;
			readonly comparedWith: string;
	  }
	/** What arrived of what was sent, as a download of who received it shows; `lists` are those that are open. */
	| {
			readonly type: 'arrived';
			readonly report: ArrivedReport;
			readonly lists: readonly ArrivedList[];
			readonly district: string;
	  };

/** The students behind a count, as far as they are shown. */
export interface ArrivedList extends ArrivedStudents {
	readonly group: ArrivedGroup;
	/** Whether the person has just opened it. */
	readonly isNew: boolean;
}

/** A message from the page to its panel. */
export type FromComparePage =
	| { readonly type: 'ready' }
	/** Show rows of one of the folder's files. */
	| { readonly type: 'rows'; readonly target: RowsTarget }
	/** Show more entries of a list. */
	| { readonly type: 'more'; readonly list: ChangedList }
	/** The person has looked at the alarms. */
	| { readonly type: 'reviewed' }
	/** List the students behind a count, or more of them; hide them. */
	| { readonly type: 'list'; readonly group: ArrivedGroup }
	| { readonly type: 'hide'; readonly group: ArrivedGroup }
	/** Compare a category with the column that has this header. */
	| { readonly type: 'choose'; readonly element: string; readonly header: string }
	/** Read the download and the files again. */
	| { readonly type: 'again' }
	/** Open the guide's steps on sharing. */
	| { readonly type: 'guide' };
