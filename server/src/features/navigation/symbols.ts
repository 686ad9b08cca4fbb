import { type Position, type SelectionRange, SymbolKind } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { labelText } from '../../safeText';
import { locate } from '../locate';
import type { ShownSymbol } from '../shownTypes';

/** The outline of a file: its columns, by the names that messages use. It holds no value of a row. */
export function documentSymbols({ document, layout }: Checker): ShownSymbol[] {
	return document.fieldsOf(0).map(({ start, end }, column) => {
		const range = { start: document.positionAt(start), end: document.positionAt(end) };
		const title = layout.columns[column]?.element?.title;
		return {
			name: labelText(layout.nameOf(column)),
			detail: title === undefined ? undefined : labelText(title),
			kind: SymbolKind.Field,
			range,
			selectionRange: range,
		};
	});
}

/** For each position the field, and around it the row. */
export function selectionRanges(checker: Checker, positions: readonly Position[]): SelectionRange[] {
	const { document } = checker;
	return positions.map((position) => {
		const { field, fields } = locate(checker, position);
		const range = (start: number, end: number) => ({
			start: document.positionAt(start),
			end: document.positionAt(end),
		});
		const row = range(fields[0]?.start ?? field.start, fields.at(-1)?.end ?? field.end);
		return { range: range(field.start, field.end), parent: { range: row } };
	});
}
