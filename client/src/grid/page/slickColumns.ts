import type { Column } from 'slickgrid';
import { lineText } from '../../../../server/src/safeText';
import type { ShownPlan } from './columns';
import type { GridItem } from './paintedGrid';

const MIN_WIDTH = 32;

/** The columns as SlickGrid takes them: the row's number first, then each by its index in the file. */
export function slickColumns({ shown, numberWidth }: ShownPlan): Column<GridItem>[] {
	const number: Column<GridItem> = {
		id: 'number',
		field: 'number',
		name: 'Row',
		width: numberWidth,
		minWidth: MIN_WIDTH,
		resizable: false,
		reorderable: false,
	};
	return [
		number,
		...shown.map(({ column, key, width }) => ({
			id: column.index,
			field: String(column.index),
			name: lineText(key),
			width,
			minWidth: MIN_WIDTH,
		})),
	];
}
