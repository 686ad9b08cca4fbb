/** What the bar below the table says of the active cell. */

import type { GridFinding } from '../../../../../server/src/protocol';
import { formatNumber, shown } from '../../../../../server/src/wording';
import { selectionText } from '../filterTexts';
import type { TableState } from '../table';

/** The longest name of a column in the bar. */
const MAX_NAME = 60;

/** "Row 6 · Race", and how many cells are selected where it is more than one; empty without an active cell. */
export function activeCellText({
	active,
	selectedCells,
}: Pick<TableState, 'active' | 'selectedCells'>): string {
	if (!active) return '';
	const { data, column } = active;
	const isMany = selectedCells > 1;
	const row = data ? `Row ${formatNumber(data.record + 1)} · ` : '';
	const selected = isMany ? ` · ${selectionText(selectedCells)}` : '';
	return `${row}${shown(column.name, MAX_NAME)}${selected}`;
}

/** The findings of a cell, or of the selected cells in its row, and then those of its row or of the whole file. */
export function findingsOf({
	active,
	selection,
}: Pick<TableState, 'active' | 'selection'>): readonly GridFinding[] {
	if (!active) return [];
	const { findings = [] } = active.data ?? {};
	const inRow = selection.filter(({ first, last }) => first <= active.row && active.row <= last);
	const columns = new Set([active.column.index, ...inRow.flatMap((range) => range.columns)]);
	const isOwn = ({ about, column }: GridFinding): boolean => about === 'field' && columns.has(column);
	return [...findings.filter(isOwn), ...findings.filter(({ about }) => about !== 'field')];
}
