/** What the table's page and the extension say to each other. The page never has the whole text of a file. */

import type {
	ColumnValues,
	GridAction,
	GridCode,
	GridFilter,
	GridLayout,
	GridPlace,
	GridRange,
	GridRows,
	GridRowsParams,
	GridUnmatched,
	GridView,
} from '../../../server/src/protocol';

/** Which columns a table shows. */
export type ColumnSet = 'categories' | 'all' | 'problems';

/** How a person has arranged the columns of a file, by their names; no value of the file is in it. */
export interface ColumnArrangement {
	readonly set: ColumnSet;
	/** Names of columns that are hidden in all sets. */
	readonly hidden: readonly string[];
	/** Names in the order that a person has made; a column that was not moved keeps its place in the file. */
	readonly order: readonly string[];
	/** Widths in CSS pixels, by name. */
	readonly widths: Readonly<Record<string, number>>;
}

/** An action of the lightbulb, for the page's menu. */
export interface CellAction {
	/** The number to name it by. */
	readonly index: number;
	readonly title: string;
	readonly isPreferred: boolean;
	/** Whether it repairs something; else it is a decision of the district. */
	readonly isFix: boolean;
}

/** Why something was not done, in a sentence for people. */
export interface Refused {
	readonly problem: string;
}

/** What the page asks the extension, by method: its parameters and the answer. Each is about the table's own file. */
export interface PageRequests {
	/** The page's script runs and wants what it needs to begin with. */
	begin: [
		params: null,
		answer: {
			readonly fileName: string;
			readonly arrangement: ColumnArrangement | null;
			/** What this tab was told to keep last; null if nothing was. */
			readonly kept: unknown;
		},
	];
	/** Keeps where the person is for as long as the tab exists: in memory only, since a filter holds values of the file. */
	keep: [params: { readonly state: unknown }, answer: null];
	/** Null while the file cannot be shown, such as where the server is down. */
	layout: [params: null, answer: GridLayout | null];
	/** Never answers with rows of an older version than the document's. */
	rows: [params: Omit<GridRowsParams, 'uri'>, answer: GridRows | null];
	/** The whole value of a cell. */
	cell: [params: GridPlace, answer: string | null];
	codes: [params: { readonly column: number }, answer: readonly GridCode[] | null];
	/** The values of a column with their counts, for the filter. */
	values: [params: { readonly column: number }, answer: ColumnValues | Refused | null];
	find: [params: { readonly view: GridView; readonly record: number }, answer: number | null];
	nextProblem: [
		params: {
			readonly view: GridView;
			readonly row: number;
			readonly column: number;
			readonly backward: boolean;
		},
		answer: (GridPlace & { readonly row: number }) | null,
	];
	marks: [params: { readonly view: GridView; readonly parts: number }, answer: string | null];
	/**
	 * Makes the change as one step to undo. It asks the person first where something is lost or could be meant in two
	 * ways (rows are deleted, a block has IDs). Null if the person cancels.
	 */
	edit: [
		params: {
			readonly view: GridView;
			readonly action: GridAction;
			/** That of the rows that the page shows: where rows have moved since, others would be changed. */
			readonly order: number;
		},
		answer:
			| {
					readonly changed: number;
					/** Rows that cannot be read, and stay as they are. */
					readonly unreadable: number;
					/** IDs of a block that no row that is shown has; undefined if there are none. */
					readonly unmatched?: GridUnmatched | undefined;
			  }
			| Refused
			| null,
	];
	/**
	 * What is typed in an open cell while something else has the keyboard; null if nothing is. The extension makes this
	 * change where the page goes away with it.
	 */
	draft: [params: PageRequests['edit'][0] | null, answer: null];
	/** The cells for the clipboard; where `write` is true, the extension puts them there. */
	copy: [
		params: { readonly view: GridView; readonly ranges: readonly GridRange[]; readonly write: boolean },
		answer: { readonly text: string; readonly cells: number } | Refused,
	];
	/** The text of the clipboard, where the page cannot get it. */
	clipboard: [params: null, answer: string];
	/** The actions of a cell or, with record 0, of a column's header. */
	actions: [params: GridPlace, answer: readonly CellAction[]];
	/** Does one of the actions that were listed last. */
	act: [params: { readonly index: number }, answer: Refused | null];
	/** Opens *Fill by Rule…* for a column of the file, or *Fill from Another File…*. */
	fill: [params: { readonly column: number | null }, answer: null];
	/** Saves the file, after the changes that were asked for before. */
	save: [params: null, answer: null];
	/** Shows the file as text at a cell. */
	openText: [params: GridPlace, answer: null];
	/** The arrangement to remember for the file's name. */
	arrange: [params: ColumnArrangement, answer: null];
	/** The active cell and how many cells are selected, for the status bar and for commands. */
	active: [params: { readonly place: GridPlace | null; readonly cells: number }, answer: null];
}

/** A message from the page: a request with a number of its own. */
export type GridFromPage = {
	readonly [Method in keyof PageRequests]: {
		readonly id: number;
		readonly method: Method;
		readonly params: PageRequests[Method][0];
	};
}[keyof PageRequests];

/** A message to the page: the answer to a request, or an event. */
export type GridToPage =
	| { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
	/** The request failed; the person has been told. */
	| { readonly type: 'failed'; readonly id: number }
	/** The document has another version, or its findings have changed: what is shown is to be asked for again. */
	| { readonly type: 'changed'; readonly version: number }
	/** Show a place and make it the active cell. A filter that hides it is taken off. */
	| { readonly type: 'reveal'; readonly place: GridPlace }
	/** Show the rows that pass a filter, and make the cell of a column in the first of them the active one. */
	| { readonly type: 'filter'; readonly filter: GridFilter; readonly column: number }
	/** Do what a command of the extension asks of the active table. */
	| { readonly type: 'do'; readonly what: TableCommand }
	/** Nothing can be shown now; undefined if it can again. */
	| { readonly type: 'unavailable'; readonly reason: string | undefined };

/** What commands of the extension ask of the active table. */
export type TableCommand = 'filter' | 'nextProblem' | 'previousProblem' | 'fix' | 'paste';
