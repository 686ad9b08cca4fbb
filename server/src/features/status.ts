import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import type { Counts } from '../check/tally';
import { columnLetters } from '../csv/quote';
import { locate } from './locate';

/** Why a file that is there is not read. */
export type FileProblem = 'unreadable' | 'too large';

/** A file that is there and cannot be read. */
export interface SiblingProblem {
	readonly fileName: string;
	readonly problem: FileProblem;
}

/** How a file stands; sent after each complete check to a client that announced `status`. */
export interface Status {
	readonly uri: string;
	readonly version: number;
	/** The exact name that Clever wants for this file. */
	readonly fileName: string;
	/** Rows below the header. */
	readonly records: number;
	readonly counts: Counts;
	/** Findings that "fix all" mends. */
	readonly fixable: number;
	/** The other file of the folder, where there is one that could not be compared with. */
	readonly beside?: SiblingProblem | undefined;
}

/** Where the cursor stands, as a spreadsheet counts. */
export interface CursorPlace {
	/** 1-based; the header is row 1. */
	readonly row: number;
	/** The column's name, and its letter in a spreadsheet. */
	readonly column: string;
	readonly letter: string;
	/** A line on what stands in the column; undefined where it is not known. */
	readonly title: string | undefined;
}

export function statusOf({ document, table, records, tally }: Checker): Status {
	return {
		uri: document.uri,
		version: document.version,
		fileName: table.fileName,
		records,
		counts: tally.counts,
		fixable: tally.fixable,
	};
}

/** Row and column of a position, as a spreadsheet counts. */
export function placeOf(checker: Checker, position: Position): CursorPlace {
	const { record, column, declared } = locate(checker, position);
	return {
		row: record + 1,
		column: checker.layout.nameOf(column),
		letter: columnLetters(column),
		title: declared?.element?.title,
	};
}
