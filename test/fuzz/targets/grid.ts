import { assertTableActions, drawTableActions, type TableActions } from '../../grid/tableActions';
import type { Target } from '../target';

/** Actions in the table change the cells that they mean and no other byte. */
export const grid: Target<TableActions> = {
	name: 'grid',
	draw: drawTableActions,
	corpus: [],
	check: assertTableActions,
};
