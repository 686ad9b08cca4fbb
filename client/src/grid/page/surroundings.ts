import type { GridColumn } from '../../../../server/src/protocol';
import controls from '../../page/controls.css';
import popup from '../../page/popup.css';
import { type Anchor, createPopups } from '../../page/popups';
import { createToolbar } from './bar/toolbar';
import { openCodeList } from './codes/codeList';
import details from './details/details.css';
import { createDetailsBar } from './details/detailsBar';
import page from './page.css';
import { openActionMenu, openCellMenu } from './popup/cellMenu';
import { openColumnFilter } from './popup/columnFilter';
import { openHeaderMenu } from './popup/headerMenu';
import { createScrollMarks } from './scrollMarks';
import { createStatePanel } from './statePanel';
import type { CreateSurroundings } from './table';

/** After how long a person is told what is being waited for, in milliseconds. */
const PATIENCE = 300;

/** Puts toolbar, details, marks, menus and lists around the grid. */
export const createSurroundings: CreateSurroundings = (table, regions) => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(controls + page + popup + details);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	const popups = createPopups(regions.popups, () => table.focus());
	const openText = (): void => {
		const { active } = table.state;
		const place = { record: active?.data?.record ?? 0, column: active?.column.index ?? 0 };
		table.extension.ask('openText', place).catch(() => undefined);
	};
	const filterColumn = async (column: number, at: Anchor): Promise<void> => {
		const found = table.state.layout?.columns.find(({ index }) => index === column);
		if (!found) return;
		const waiting = `Counting the values of ${found.name}…`;
		const slow = setTimeout(() => table.tell(waiting), PATIENCE);
		const values = await table.extension.ask('values', { column }).finally(() => clearTimeout(slow));
		if (table.state.notice === waiting) table.tell(undefined);
		if (!values) return;
		if ('problem' in values) return table.tell(values.problem);
		if (values.kind === 'secret')
			return table.tell(`${found.name} is never shown, so there is no value to pick.`);
		const { filter } = table.state.view;
		openColumnFilter(popups, found, values, filter, (next) => table.setFilter(next), at);
	};
	const openFilter = (column: number, at: Anchor): void => {
		// A request that failed has been told by the extension.
		filterColumn(column, at).catch(() => undefined);
	};
	const focusFilter = createToolbar(table, regions.toolbar, popups, openFilter);
	createStatePanel(table, regions.grid, openText);
	createScrollMarks(table, regions.marks);
	const openFixes = (): void => void openActionMenu(table, popups);
	createDetailsBar(table, regions.details, openFixes);
	return {
		openCodeList: (input, codes, take, isTyped) => openCodeList(regions.popups, input, codes, take, isTyped),
		openHeaderMenu(column: GridColumn, button) {
			void openHeaderMenu(table, popups, column, button, () => openFilter(column.index, button));
		},
		openColumnFilter: (column: GridColumn, button) => openFilter(column.index, button),
		openActions: (at) => (at ? void openCellMenu(table, popups, at, openText) : openFixes()),
		focusFilter,
	};
};
