import { commands, env, type Memento, type TextDocument } from 'vscode';
import {
	type ColumnValuesAnswer,
	type ColumnValuesParams,
	columnValuesRequest,
	type GridCellAnswer,
	type GridCodesAnswer,
	type GridCopyAnswer,
	type GridFindAnswer,
	type GridLayout,
	type GridLayoutAnswer,
	type GridMarksAnswer,
	type GridPlace,
	type GridProblemAnswer,
	type GridRowsAnswer,
	gridCellRequest,
	gridCodesRequest,
	gridCopyRequest,
	gridFindRequest,
	gridLayoutRequest,
	gridMarksRequest,
	gridNextProblemRequest,
	gridRowsRequest,
} from '../../../server/src/protocol';
import { baseName, kindOf } from '../files/fileKinds';
import { refOf } from '../files/filePair';
import { withProgress } from '../ui/withProgress';
import { recallArrangement, rememberArrangement } from './arrangement';
import { CellActions } from './cellActions';
import { type EditedFile, editCells } from './editCells';
import type { GridFromPage, PageRequests } from './messages';
import { tooLarge } from './pasteLimit';
import { showAsText } from './showTable';

/** How often rows are asked for again because the document changes meanwhile. Each change makes the page ask anew. */
const MAX_TRIES = 5;

/** Answers to the requests that need no server: the others wait until it runs. */
const withoutServer: ReadonlySet<keyof PageRequests> = new Set([
	'begin',
	'keep',
	'draft',
	'clipboard',
	'arrange',
	'active',
	'save',
	'openText',
]);

/** Whether a request of the page can be answered while the server is down. */
export function needsServer(method: keyof PageRequests): boolean {
	return !withoutServer.has(method);
}

/** An answer to each request of the page. */
export type PageAnswers = {
	readonly [Method in keyof PageRequests]: (
		params: PageRequests[Method][0],
	) => PageRequests[Method][1] | Promise<PageRequests[Method][1]>;
};

/** The table that answers. */
export interface AnsweringTable extends EditedFile {
	/** Takes the active cell and the number of selected ones. */
	select(place: GridPlace | undefined, cells: number): void;
	/** Takes what is typed and not written; undefined if nothing is. */
	takeDraft(draft: PageRequests['draft'][0] | undefined): void;
}

/** The answers about the file of a table. The file is the table's, whatever the page says. */
export function pageAnswers(table: AnsweringTable, memory: Memento): PageAnswers {
	const { document, server } = table;
	const uri = document.uri.toString();
	const actions = new CellActions(document, server);
	let layout: GridLayout | null = null;
	let kept: unknown = null;
	let lastChange: Promise<unknown> = Promise.resolve();

	return {
		begin: () => ({
			fileName: baseName(document.uri.path),
			arrangement: recallArrangement(memory, nameOf(document)),
			kept,
		}),
		keep: ({ state }) => {
			kept = state;
			return null;
		},
		layout: async () => {
			layout = await server.request<GridLayoutAnswer>(gridLayoutRequest, { uri });
			return layout;
		},
		rows: async (params) => {
			for (let tries = 0; tries < MAX_TRIES; tries++) {
				const answer = await rowsOf(params);
				if (!answer || answer.version >= document.version) return answer ?? null;
			}
			return null;
		},
		cell: async ({ record, column }) =>
			(await server.request<GridCellAnswer>(gridCellRequest, { uri, record, column }))?.value ?? null,
		codes: ({ column }) => server.request<GridCodesAnswer>(gridCodesRequest, { uri, column }),
		values: async ({ column }) => {
			const params: ColumnValuesParams = { file: refOf(document), at: column };
			const answer = await withProgress('Counting values', (listener) =>
				server.ask<ColumnValuesAnswer>(columnValuesRequest, params, listener),
			);
			return answer ?? null;
		},
		find: async ({ view, record }) =>
			(await server.request<GridFindAnswer>(gridFindRequest, { uri, view, record }))?.row ?? null,
		nextProblem: ({ view, row, column, backward }) =>
			server.request<GridProblemAnswer>(gridNextProblemRequest, { uri, view, row, column, backward }),
		marks: async ({ view, parts }) =>
			(await server.request<GridMarksAnswer>(gridMarksRequest, { uri, view, parts }))?.marks ?? null,
		edit: (params) => inTurn(() => editCells(table, params)),
		draft: (draft) => {
			table.takeDraft(draft ?? undefined);
			return null;
		},
		copy: async ({ view, ranges, write }) => {
			const answer = await withProgress('Copying', (listener) =>
				server.ask<GridCopyAnswer>(gridCopyRequest, { file: refOf(document), view, ranges }, listener),
			);
			if (!answer) {
				table.takeFocus();
				return { problem: 'Nothing was copied.' };
			}
			if (write && 'text' in answer) await env.clipboard.writeText(answer.text);
			return answer;
		},
		clipboard: async () => {
			const text = await env.clipboard.readText();
			const large = tooLarge(text);
			if (large) throw new Error(large.problem);
			return text;
		},
		actions: (place) => actions.list(place),
		// An action's command may ask something.
		act: ({ index }) => inTurn(() => actions.run(index).finally(() => table.takeFocus())),
		fill: async ({ column }) => {
			const command = `cleverDemographics.${column === null ? 'fillFromFile' : 'fillByRule'}`;
			await commands.executeCommand(command, document.uri, ...(column === null ? [] : [column]));
			table.takeFocus();
			return null;
		},
		save: () =>
			inTurn(async () => {
				await document.save();
				return null;
			}),
		openText: async ({ record, column }) => {
			await showAsText(server, document.uri, { record, column });
			return null;
		},
		arrange: async (arrangement) => {
			if (layout) await rememberArrangement(memory, nameOf(document), arrangement, layout);
			return null;
		},
		active: ({ place, cells }) => {
			table.select(place ?? undefined, cells);
			return null;
		},
	};

	/** Makes a change once those before it are made, so that it is asked for the version that they leave. */
	function inTurn<T>(change: () => Promise<T>): Promise<T> {
		const made = lastChange.then(change);
		lastChange = made.catch(() => {});
		return made;
	}

	/** Undefined if the person cancels. To filter and to sort may take long in a large file. */
	async function rowsOf(params: PageRequests['rows'][0]): Promise<GridRowsAnswer | undefined> {
		const { view, first, count, columns } = params;
		const asked = { uri, view, first, count, columns };
		const { filter, sort } = view;
		if (!sort && Object.keys(filter).length === 0)
			return server.request<GridRowsAnswer>(gridRowsRequest, asked);
		return withProgress(sort ? 'Sorting rows' : 'Filtering rows', (listener) =>
			server.ask<GridRowsAnswer>(gridRowsRequest, asked, listener),
		);
	}
}

/** Answers a request of the page. */
export function answerTo(answers: PageAnswers, { method, params }: GridFromPage): unknown {
	return (answers[method] as (params: unknown) => unknown)(params);
}

/** The name that arrangements are kept by: that of its kind, since a copy has the same columns. */
function nameOf(document: TextDocument): string {
	return kindOf(document)?.fileName ?? baseName(document.uri.path);
}
