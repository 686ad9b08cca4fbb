/** What the table editor is told of a file, and what it asks for. To people it is a table; in the code it is a grid. */

import type { Severity } from '../rules/rule';

/** What a column is for: the views of the table and its pinned columns go by it. */
export type GridColumnRole = 'key' | 'name' | 'grade' | 'school' | 'category' | 'other';

/** A column of the file. */
export interface GridColumn {
	/** 0-based, in the file. */
	readonly index: number;
	/** Its name in our tables, else its header, perhaps cut. */
	readonly name: string;
	/** What it holds, in a few words; empty for a column that the table does not have. */
	readonly title: string;
	/** Its letters in a spreadsheet. */
	readonly letter: string;
	readonly role: GridColumnRole;
	/** Passwords: the values are never sent to the page. */
	readonly isSecret: boolean;
	/** Whether `GridCode`s exist for it. */
	readonly hasCodes: boolean;
	/** The most characters of a value in the first rows, for the width; at most 60. */
	readonly width: number;
	/** The findings about its fields so far, the header's included. */
	readonly problems: number;
	/** The worst severity among them. */
	readonly severity?: Severity | undefined;
}

/** A file as a grid: its columns and its number of rows. */
export interface GridLayout {
	/** The version of the document that this is true of. */
	readonly version: number;
	readonly columns: readonly GridColumn[];
	/** The rows below the header that are read so far. */
	readonly total: number;
	/** Whether the whole file is read and checked, so that counts are final. */
	readonly isComplete: boolean;
	/** The findings of the header row and of the whole file. */
	readonly findings: readonly GridFinding[];
	/** Why the rows below are not shown as columns, in a sentence for people; undefined where they are. */
	readonly problem?: string | undefined;
	/** The findings of each rule and report below the header, the worst first, for the filter. */
	readonly rules: readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[];
	/** Whether a comparison was made with the last upload, so that rows can be shown by what changed. */
	readonly isCompared: boolean;
	/** The students that are different IDs, as in the lens; undefined while the file is being checked. */
	readonly students?: number | undefined;
}

/** A finding as the grid marks it. */
export interface GridFinding {
	/** 0-based, in the file. */
	readonly column: number;
	/** Whether it is about its field alone; else it is about the row or the file, and stands at the row's number. */
	readonly about: 'field' | 'row' | 'file';
	readonly severity: Severity;
	/** The rule's id; of a problem that others report, the name of their report. */
	readonly rule: string;
	readonly message: string;
	/** Whether the rule or the value has a fix that can be offered at once. */
	readonly isFixable: boolean;
}

/** A row as the grid paints it. */
export interface GridRow {
	/** 0-based; the header is record 0. People see `record + 1`. */
	readonly record: number;
	/** One value per wanted column, unquoted, cut to 300 UTF-16 units; undefined for a row that cannot be read. */
	readonly values?: readonly string[] | undefined;
	/** The wanted columns (positions in `values`) whose value is cut; undefined if none is. */
	readonly cut?: readonly number[] | undefined;
	/** The text of a row that cannot be read, cut like a value; what may be a password is masked by •••. */
	readonly text?: string | undefined;
	readonly findings: readonly GridFinding[];
	/** The cells of categories that had another value in the last upload; undefined where there are none. */
	readonly earlier?: readonly GridEarlier[] | undefined;
}

/** What a cell had in the last upload, where it has another value now. */
export interface GridEarlier {
	/** 0-based, in the file. */
	readonly column: number;
	/** Unquoted; '' for an empty field. */
	readonly value: string;
}

/** Which rows to show. Every condition that is there must hold. */
export interface GridFilter {
	/**
	 * Rows with a finding; with `rule`, of this rule or report; with `message`, what a report says so; with `column`, 0-based in the file, in this column. With `column`
	 * alone, rows whose value in it is wrong by itself, whatever the other columns have.
	 */
	readonly problems?:
		| {
				readonly rule?: string | undefined;
				readonly column?: number | undefined;
				readonly message?: string | undefined;
		  }
		| undefined;
	/** Rows with a cell that had another value in the last upload; with a column, rows whose cell there had this value. */
	readonly changed?: boolean | { readonly column: number; readonly from: string } | undefined;
	/** Rows whose value in a column is one of these, exactly as the file has it, unquoted; '' is the empty field. */
	readonly values?: readonly { readonly column: number; readonly values: readonly string[] }[] | undefined;
	/** Rows that have each of these words in a field that is not secret; case and marks on letters are ignored. */
	readonly text?: string | undefined;
}

/** The rows of the file in the order in which a table shows them. Sorting and filtering change no file. */
export interface GridView {
	/**
	 * Names this view of its file; a new one each time a person applies a filter or an order. The rows of a view stay
	 * the same while cells are edited, so that a mended row does not vanish; they are made anew where rows are added,
	 * removed or moved.
	 */
	readonly id: string;
	readonly filter: GridFilter;
	/** The order of the file where it is missing. Numbers sort as numbers; empty fields come last. */
	readonly sort?: { readonly column: number; readonly descending: boolean } | undefined;
}

/** A block of cells: rows of the view, and columns of the file. */
export interface GridRange {
	/** 0-based, in the view. */
	readonly first: number;
	/** 0-based, in the view; included. */
	readonly last: number;
	/** 0-based, in the file; in the order in which the table shows them. */
	readonly columns: readonly number[];
}

/** A window of a view. */
export interface GridRows {
	readonly version: number;
	/**
	 * Names which record is in which row: another number once rows were added, removed or moved, or the view was made
	 * anew. An edit names the one that the person saw.
	 */
	readonly order: number;
	/** The rows below the header that are read so far. */
	readonly total: number;
	/** The rows of the view. */
	readonly shown: number;
	/** The first of `rows` in the view, 0-based. */
	readonly first: number;
	readonly rows: readonly GridRow[];
	/** As `GridLayout.isComplete`. */
	readonly isComplete: boolean;
}

/** A code that a column takes. */
export interface GridCode {
	readonly code: string;
	readonly label: string;
	/** The full definition, where there is one. */
	readonly definition?: string | undefined;
	/** What people write for it, to search by. */
	readonly words: readonly string[];
}

/** A change to the file that a person makes in the table. Rows that cannot be read are never changed in their cells. */
export type GridAction =
	/** One value in every cell. */
	| { readonly type: 'fill'; readonly ranges: readonly GridRange[]; readonly value: string }
	/** In each range, the value of its first row in the rows below. */
	| { readonly type: 'fillDown'; readonly ranges: readonly GridRange[] }
	/** The value of the last upload in a cell; with `all`, in each cell of the column with the same change. Both 0-based. */
	| { readonly type: 'restore'; readonly record: number; readonly column: number; readonly all: boolean }
	/** A block from the clipboard. */
	| ({ readonly type: 'paste'; readonly byId: boolean } & GridPaste)
	/** Empty rows next to a row of the file; in an empty file `record` is 0. */
	| { readonly type: 'insertRows'; readonly record: number; readonly count: number; readonly below: boolean }
	| { readonly type: 'deleteRows'; readonly ranges: readonly GridRange[] };

/** Where to paste a block, and its text. */
export interface GridPaste {
	/** The block as the clipboard has it: tabs between cells, quotes as Excel and Google Sheets write them. */
	readonly text: string;
	/** The first row to paste into, 0-based in the view. */
	readonly row: number;
	/** The columns from the active cell on, in the order in which the table shows them. */
	readonly columns: readonly number[];
	/** The selected cells: where the block is one value, it fills them all. */
	readonly selected: readonly GridRange[];
}

/** What a block would do if it is pasted. */
export interface GridPastePlan {
	readonly rows: number;
	readonly columns: number;
	/** Cells that would change if it is pasted at the active cell. */
	readonly cells: number;
	/** Why it cannot be pasted at the active cell, in a sentence for people: too many rows or columns. */
	readonly problem?: string | undefined;
	/** Where its first column holds IDs of this file that it would put elsewhere: what *Match Rows by ID* would do. */
	readonly byId?:
		| {
				/** Rows of the block whose ID is in a row that is shown. */
				readonly matched: number;
				/** Rows of the block whose ID is not. */
				readonly unmatched: number;
				/** The columns that the values go to, by name. */
				readonly columns: readonly string[];
				/** IDs of the block that the file has with leading zeros only; undefined if there are none. */
				readonly restored?: number | undefined;
				/** Why the rows cannot be matched, in a sentence for people; the counts are 0 then. */
				readonly problem?: string | undefined;
		  }
		| undefined;
}

/** IDs of a block that got nothing. */
export interface GridUnmatched {
	/** Different IDs that are in no row of the file. */
	readonly count: number;
	/** The first few of them. */
	readonly ids: readonly string[];
	/** Different IDs that are in hidden rows only. */
	readonly hidden: number;
}

/** What deleting rows would take away, for the question before it. */
export interface GridRowNames {
	readonly rows: number;
	/** "Reyes, Ana (1001)" of the first few; a row without a student is named by its number. */
	readonly names: readonly string[];
}

/** A place in the table. */
export interface GridPlace {
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based, in the file. */
	readonly column: number;
}
