import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import type { Counts } from '../check/tally';
import type { Readiness } from '../coverage/readinessTypes';
import { columnLetters } from '../wording';
import { locate } from './locate';

/** Why a file that is there is not read. */
export type FileProblem = 'unreadable' | 'too large';

/** A file that is there and cannot be read. */
export interface SiblingProblem {
	readonly fileName: string;
	readonly problem: FileProblem;
}

/** The state of a file. It is sent after each complete check to a client that announced `status`. */
export interface Status {
	readonly uri: string;
	/** That of the open document; 0 for a file that is not open. */
	readonly version: number;
	/** The exact name that Clever wants for this file. */
	readonly fileName: string;
	/** Rows below the header. */
	readonly records: number;
	readonly counts: Counts;
	/** Findings that have a preferred fix, which *Fix All* applies. */
	readonly fixable: number;
	/** What *Fix All* leaves to a person, the same value in the same column once; undefined where it leaves nothing. */
	readonly decisions?: number | undefined;
	/** Why the file itself was not read, and has no counts; undefined where it was. */
	readonly problem?: FileProblem;
	/** The file that this one refers to, where it is there and cannot be read. */
	readonly beside?: SiblingProblem | undefined;
	/**
	 * The state of the folder, with both of its files. It is sent again when it changes because of the other file;
	 * undefined for a file that is not about students.
	 */
	readonly readiness?: Readiness | undefined;
}

/** The place of the cursor, as a spreadsheet counts. */
export interface CursorPlace {
	/** 1-based; the header is row 1. */
	readonly row: number;
	/** The name of the column, and its letters in a spreadsheet. */
	readonly column: string;
	readonly letter: string;
	/** What the column holds, in a line; undefined for a column that is not ours. */
	readonly title: string | undefined;
}

/** The state of a file, as far as it is checked. */
export function statusOf({ document, table, records, tally }: Checker): Status {
	return {
		uri: document.uri,
		version: document.version,
		fileName: table.fileName,
		records,
		counts: tally.counts,
		fixable: tally.fixable,
		...(tally.decisions > 0 && { decisions: tally.decisions }),
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
