/** What client and server say to each other about the table editor. Values go to the table's page and into no log. */

import type { Range } from '../csv/edits/edit';
import type {
	GridAction,
	GridCode,
	GridLayout,
	GridPaste,
	GridPastePlan,
	GridPlace,
	GridRange,
	GridRowNames,
	GridRows,
	GridUnmatched,
	GridView,
} from '../grid/gridTypes';
import type { FileEdits, FileRef, Refusal } from './bulk';
import type { ProgressParams } from './progress';

export type {
	GridAction,
	GridCode,
	GridColumn,
	GridColumnRole,
	GridFilter,
	GridFinding,
	GridLayout,
	GridPaste,
	GridPastePlan,
	GridPlace,
	GridRange,
	GridRow,
	GridRowNames,
	GridRows,
	GridUnmatched,
	GridView,
} from '../grid/gridTypes';

/** The viewType of the table editor. */
export const tableViewType = 'cleverDemographics.table';

/** Client to server, a request with `{ uri }`; answers a `GridLayout`, null for a file that is none of ours. */
export const gridLayoutRequest = 'cleverDemographics/grid/layout';
/** The columns of a file; null if it is none of ours. */
export type GridLayoutAnswer = GridLayout | null;

/** Client to server, a request with `GridRowsParams`; answers `GridRows`, or null where the view cannot be made. */
export const gridRowsRequest = 'cleverDemographics/grid/rows';
/** Which rows of a view, and which of their columns. */
export interface GridRowsParams extends ProgressParams {
	readonly uri: string;
	readonly view: GridView;
	/** The first row, 0-based in the view. */
	readonly first: number;
	/** At most `MAX_GRID_ROWS`. */
	readonly count: number;
	/** The wanted columns, 0-based in the file, in any order. */
	readonly columns: readonly number[];
}
/** A window of a view; null where the view cannot be made. */
export type GridRowsAnswer = GridRows | null;

/** The most rows of one answer. */
export const MAX_GRID_ROWS = 500;

/** Client to server, a request with `GridCellParams`; answers the whole value, null if there is no such field. */
export const gridCellRequest = 'cleverDemographics/grid/cell';
/** Client to server, a request with `GridCellParams`; answers the `Range` of the field with its quotes, else null. */
export const gridRangeRequest = 'cleverDemographics/grid/range';
/** A cell of a file. */
export interface GridCellParams extends GridPlace {
	readonly uri: string;
}
/** The whole value of a cell, unquoted; of a row that cannot be read, its text without passwords. Null if there is none, and for passwords. */
export type GridCellAnswer = { readonly version: number; readonly value: string } | null;
/** Where a field lies in the text, its quotes included; the whole row where it has no such field. Null without a row. */
export type GridRangeAnswer = { readonly version: number; readonly range: Range } | null;

/** Client to server, a request with `PlaceParams`; answers the `GridPlace` of a position of the text, or null. */
export const gridPlaceRequest = 'cleverDemographics/grid/place';
/** The cell at a position of the text; null if there is none. */
export type GridPlaceAnswer = GridPlace | null;

/** Client to server, a request with `GridFindParams`; answers the row of the view with a record, null if it is hidden. */
export const gridFindRequest = 'cleverDemographics/grid/find';
/** The record to find in a view. */
export interface GridFindParams {
	readonly uri: string;
	readonly view: GridView;
	/** 0-based; the header is record 0. */
	readonly record: number;
}
/** The row of the view, 0-based; null if the view hides the record. */
export type GridFindAnswer = { readonly row: number } | null;

/** Client to server, a request with `GridProblemParams`; answers the next place with a finding, null if there is none. */
export const gridNextProblemRequest = 'cleverDemographics/grid/nextProblem';
/** Where to look for the next finding of a view. */
export interface GridProblemParams {
	readonly uri: string;
	readonly view: GridView;
	/**
	 * The row of the view and the file's column to start after; -1 for the row before the first. It goes round at the
	 * end. A finding about a row is in its first column, and a row that cannot be read is one cell.
	 */
	readonly row: number;
	readonly column: number;
	readonly backward: boolean;
}
/** The next cell with a finding; null if the view has none. */
export type GridProblemAnswer = (GridPlace & { readonly row: number }) | null;

/** Client to server, a request with `GridMarksParams`; answers one letter per part of the scroll bar. */
export const gridMarksRequest = 'cleverDemographics/grid/marks';
/** The view whose findings to place along the scroll bar. */
export interface GridMarksParams {
	readonly uri: string;
	readonly view: GridView;
	/** Into how many parts of the same number of rows the view is cut. */
	readonly parts: number;
}
/** The worst severity in each part by its first letter: `e`, `w`, `i`, `h`, or a space for none. */
export type GridMarksAnswer = { readonly version: number; readonly marks: string } | null;

/** Client to server, a request with `GridCodesParams`; answers the codes in the order of the standard. */
export const gridCodesRequest = 'cleverDemographics/grid/codes';
/** The column whose codes are wanted. */
export interface GridCodesParams {
	readonly uri: string;
	/** 0-based, in the file. */
	readonly column: number;
}
/** The codes of a column; null if it takes any text. */
export type GridCodesAnswer = readonly GridCode[] | null;

/** Client to server, a request with `GridPlanParams`; answers what a paste would do. */
export const gridPlanPasteRequest = 'cleverDemographics/grid/planPaste';
/** A block, and where it would be pasted. */
export interface GridPlanParams extends ProgressParams, GridPaste {
	readonly file: FileRef;
	readonly view: GridView;
}
/** Why nothing can be pasted, or what a paste would do. */
export type GridPlanAnswer = Refusal | GridPastePlan;

/** Client to server, a request with `GridRangesParams`; answers which students the rows are. */
export const gridRowNamesRequest = 'cleverDemographics/grid/rowNames';
/** Client to server, a request with `GridRangesParams`; answers the cells as a spreadsheet takes them from the clipboard. */
export const gridCopyRequest = 'cleverDemographics/grid/copy';
/** Cells of a view. */
export interface GridRangesParams extends ProgressParams {
	readonly file: FileRef;
	readonly view: GridView;
	readonly ranges: readonly GridRange[];
}
/** Why nothing is named, or whose rows these are. */
export type GridRowNamesAnswer = Refusal | GridRowNames;
/** Why nothing is copied, or the cells as text. */
export type GridCopyAnswer = Refusal | { readonly text: string; readonly cells: number };

/** Client to server, a request with `GridEditParams`; answers the edits for the version of the file. */
export const gridEditRequest = 'cleverDemographics/grid/edit';
/** A change to make, and the version of the file that it is meant for. */
export interface GridEditParams extends ProgressParams {
	readonly file: FileRef;
	readonly view: GridView;
	/** That of the rows that the person saw; undefined for the rows as they are now. */
	readonly order?: number | undefined;
	readonly action: GridAction;
}
/** Why nothing is done, or the edits with their counts. */
export type GridEditAnswer =
	| Refusal
	| {
			/** Empty where nothing changes. */
			readonly files: readonly FileEdits[];
			/** Cells, or rows, that change. */
			readonly changed: number;
			/** Rows that could not be read, and were left as they are. */
			readonly unreadable: number;
			/** IDs of the block that no row that is shown has, and whose rows were left out. */
			readonly unmatched: GridUnmatched;
	  };
