/** Copy, cut and paste in the grid. */
import { countOf } from '../../../../server/src/wording';
import { tooLarge } from '../pasteLimit';
import type { TableGrid } from './tableGrid';

/** Listens to the browser's clipboard events on cells, and does what menus and commands ask. */
export function listenToClipboard(table: TableGrid): void {
	const isOnCell = ({ target }: Event): boolean =>
		target instanceof Node &&
		(table.region.contains(target) || target === document.body) &&
		!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
	document.addEventListener('copy', (event) => {
		if (!isOnCell(event)) return;
		event.preventDefault();
		void copy(table);
	});
	document.addEventListener('cut', (event) => {
		if (!isOnCell(event)) return;
		event.preventDefault();
		void cut(table);
	});
	document.addEventListener('paste', (event) => {
		if (!isOnCell(event)) return;
		event.preventDefault();
		paste(table, event.clipboardData?.getData('text/plain') ?? '');
	});
	table.onCopy = () => void copy(table);
	table.onCut = () => void cut(table);
	table.onPaste = () => {
		const text = table.extension.ask('clipboard', null);
		text.then((each) => paste(table, each)).catch(() => undefined);
	};
}

/** Whether the cells are on the clipboard. */
async function copy(table: TableGrid): Promise<boolean> {
	const { selection, view } = table.state;
	if (selection.length === 0) return false;
	const answer = await table.extension
		.ask('copy', { view, ranges: selection, write: true })
		.catch(() => undefined);
	if (!answer) return false;
	if ('problem' in answer) {
		table.tell(answer.problem);
		return false;
	}
	table.tell(`Copied ${countOf(answer.cells, 'cell')}.`);
	return true;
}

async function cut(table: TableGrid): Promise<void> {
	const ranges = table.state.selection;
	if (await copy(table)) await table.edit({ type: 'fill', ranges, value: '' });
}

function paste(table: TableGrid, text: string): void {
	if (text === '') return;
	const large = tooLarge(text);
	if (large) {
		table.tell(large.problem);
		return;
	}
	const { active } = table.selection;
	const block = table.selection.blocks.at(-1);
	const row = block ? block.top : Math.max(0, active.row);
	const position = block ? block.left : active.position;
	void table.edit({
		type: 'paste',
		byId: false,
		text,
		row,
		columns: table.columns.shown.slice(position),
		selected: table.state.selection,
	});
}
