import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import { columnLetters } from '../csv/quote';
import type { Place, Status } from '../protocol';
import { at } from './locate';

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
export function placeOf(checker: Checker, position: Position): Place {
	const { record, column, declared } = at(checker, position);
	return {
		row: record + 1,
		column: checker.layout.nameOf(column),
		letter: columnLetters(column),
		title: declared?.element?.title,
	};
}
