/** The parts around the grid on a page of their own: with a table that is made up, keeps what it is asked, and paints nothing. */

import { createRegions } from '../../../../client/src/grid/page/regions';
import { createSurroundings } from '../../../../client/src/grid/page/surroundings';
import type { Surroundings, TablePage, TableState } from '../../../../client/src/grid/page/table';

/** What a test does with the page. */
interface Made {
	/** Methods of the table and of the extension that were called, with their arguments. */
	readonly calls: unknown[][];
	/** What the extension answers, by method. */
	readonly answers: Record<string, unknown>;
	readonly surroundings: Surroundings;
	/** Changes the state, as the table does. */
	set(changes: Partial<TableState>): void;
	/** Opens the list of codes under an input with a value, or with what was typed on the cell. */
	editCell(value: string, isTyped?: boolean): void;
}

const calls: unknown[][] = [];
const answers: Record<string, unknown> = {};
const listeners: ((state: TableState) => void)[] = [];
let state: TableState = {
	fileName: 'students.csv',
	layout: undefined,
	set: 'categories',
	columns: [],
	hidden: [],
	view: { id: '1', filter: {} },
	shown: undefined,
	active: undefined,
	selection: [],
	selectedCells: 0,
	unavailable: undefined,
	notice: undefined,
	generation: 1,
};

function set(changes: Partial<TableState>): void {
	state = { ...state, ...changes };
	for (const listener of listeners) listener(state);
}

const regions = createRegions();
const cell = document.createElement('button');
cell.className = 'button';
cell.textContent = 'Cell';
regions.grid.append(cell);

const own: Partial<TablePage> = {
	extension: {
		ask: async (method, params) => {
			calls.push([method, params]);
			return (answers[method] ?? null) as never;
		},
		onEvent() {},
	},
	onChange: (listener) => void listeners.push(listener),
	setFilter(filter) {
		calls.push(['setFilter', filter]);
		set({ view: { ...state.view, filter } });
	},
	setColumnSet(to) {
		calls.push(['setColumnSet', to]);
		set({ set: to });
	},
	activeCellBox: () => cell.getBoundingClientRect(),
	focus: () => cell.focus(),
};
const table = new Proxy(own, {
	get(target, name: keyof TablePage) {
		if (name === 'state') return state;
		return target[name] ?? ((...given: unknown[]) => void calls.push([name, ...given]));
	},
}) as TablePage;

const surroundings = createSurroundings(table, regions);
const made: Made = {
	calls,
	answers,
	surroundings,
	set,
	editCell(value, isTyped = false) {
		const input = document.createElement('input');
		input.value = value;
		input.className = 'box';
		input.setAttribute('aria-label', 'Race, row 6');
		regions.grid.append(input);
		input.focus();
		const codes = answers.codes as Parameters<Surroundings['openCodeList']>[1];
		const list = surroundings.openCodeList(input, codes, (code) => calls.push(['take', code]), isTyped);
		input.addEventListener('keydown', (event) => {
			if (list.handleKey(event)) return;
			if (event.key === 'Enter') calls.push(['enter', list.highlighted ?? input.value]);
			if (event.key === 'Enter' || event.key === 'Escape') {
				list.close();
				input.remove();
			}
		});
	},
};
Object.assign(globalThis, { made });
