import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import { columnLetters } from '../csv/quote';
import type { CursorPlace, Status } from '../protocol';
import { locate } from './locate';

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
