/** The script of the webview that shows a file as a table. */
import { connect } from '../../page/connection';
import type { PageRequests, TableCommand } from '../messages';
import { listenToClipboard } from './clipboard';
import { listenToEditing } from './editing';
import type { ExtensionEvent } from './extension';
import gridStyles from './grid.css';
import { listenToKeyboard } from './keyboard';
import { listenToPointer } from './pointer';
import { createRegions } from './regions';
import { createSurroundings } from './surroundings';
import { TableGrid } from './tableGrid';

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const sheet = new CSSStyleSheet();
sheet.replaceSync(gridStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const extension = connect<PageRequests, ExtensionEvent>();
const regions = createRegions();
const table = new TableGrid(extension, regions.grid, nonce);
table.surroundings = createSurroundings(table, regions);
listenToKeyboard(table);
listenToPointer(table);
listenToClipboard(table);
listenToEditing(table);

extension.onEvent((event) => {
	switch (event.type) {
		case 'changed':
			return table.onChanged(event.version);
		case 'unavailable':
			return table.onUnavailable(event.reason);
		case 'reveal':
			return void table.showPlace(event.place);
		case 'filter':
			return void table.showRows(event.filter, event.column);
		case 'do':
			return doCommand(event.what);
	}
});
table.begin().catch(() => undefined);

function doCommand(what: TableCommand): void {
	if (what === 'filter') table.surroundings?.focusFilter();
	else if (what === 'fix') table.surroundings?.openActions();
	else if (what === 'paste') table.paste();
	else void table.goToProblem(what === 'previousProblem');
}
