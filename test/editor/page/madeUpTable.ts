/** A table of any size that is made up while it is asked for: for what does not depend on the server. */
import type { PageRequests } from '../../../client/src/grid/messages';
import type { GridAction, GridColumn, GridFinding, GridRow, GridView } from '../../../server/src/protocol';
import type { PageAnswers } from './harness';

/** What a made-up table is made of. */
export interface MadeUp {
	readonly columns: readonly (Partial<GridColumn> & {
		readonly name: string;
		/** Where they are not those of all columns. */
		readonly codes?: PageRequests['codes'][1];
	})[];
	readonly rows: number;
	/** The value of a cell; undefined for a row that cannot be read. */
	readonly value: (row: number, column: number) => string | undefined;
	readonly findings?: (row: number) => readonly GridFinding[];
	readonly codes?: PageRequests['codes'][1];
}

/** Answers with made-up rows, and keeps what is written into them. */
export class MadeUpTable implements PageAnswers {
	version = 1;
	readonly written = new Map<string, string>();
	readonly edits: GridAction[] = [];
	/** Rows of the table, by their number in it; those that are removed are not in it. */
	get order(): readonly number[] {
		return this.#order;
	}

	/** Other rows, or the same ones in another order. */
	set order(order: readonly number[]) {
		this.#order = order;
		this.#moves++;
	}

	clipboard = '';
	arrangement: PageRequests['begin'][1]['arrangement'] = null;
	kept: unknown = null;
	/** Holds back the answers to `rows` while it is there. */
	gate: Promise<void> | undefined;
	refusal: string | undefined;

	#order: readonly number[];
	#moves = 1;

	constructor(readonly made: MadeUp) {
		this.#order = Array.from({ length: made.rows }, (_, row) => row);
	}

	/** The value of a cell by its row in the view without filter and order. */
	valueAt(row: number, column: number): string | undefined {
		const at = this.order[row] ?? 0;
		return this.written.get(`${at}:${column}`) ?? this.made.value(at, column);
	}

	async answer<Method extends keyof PageRequests>(
		method: Method,
		params: PageRequests[Method][0],
	): Promise<PageRequests[Method][1]> {
		const answers: { readonly [Each in keyof PageRequests]?: (params: never) => unknown } = {
			begin: () => ({ fileName: 'students.csv', arrangement: this.arrangement, kept: this.kept }),
			layout: () => this.#layout(),
			rows: async (asked: PageRequests['rows'][0]) => {
				await this.gate;
				return this.#rows(asked);
			},
			cell: ({ record, column }: PageRequests['cell'][0]) => this.valueAt(record - 1, column) ?? null,
			codes: ({ column }: PageRequests['codes'][0]) =>
				this.made.columns[column]?.codes ?? this.made.codes ?? null,
			find: ({ view, record }: PageRequests['find'][0]) => {
				const row = this.#view(view).indexOf(record - 1);
				return row < 0 ? null : row;
			},
			nextProblem: (asked: PageRequests['nextProblem'][0]) => this.#nextProblem(asked),
			marks: ({ parts }: PageRequests['marks'][0]) => ' '.repeat(parts),
			edit: ({ action }: PageRequests['edit'][0]) => this.#edit(action),
			copy: ({ ranges }: PageRequests['copy'][0]) => {
				const lines = ranges.flatMap(({ first, last, columns }) =>
					Array.from({ length: last - first + 1 }, (_, row) =>
						columns.map((column) => this.valueAt(first + row, column) ?? '').join('\t'),
					),
				);
				this.clipboard = lines.join('\n');
				return { text: this.clipboard, cells: lines.join('\t').split('\t').length };
			},
			clipboard: () => this.clipboard,
			actions: () => [],
		};
		return ((await answers[method]?.(params as never)) ?? null) as PageRequests[Method][1];
	}

	/** Adds an empty row before a place of the file. */
	#insert(at: number): void {
		const added = this.made.rows + this.#moves;
		for (const column of this.made.columns.keys()) this.written.set(`${added}:${column}`, '');
		this.order = [...this.order.slice(0, at), added, ...this.order.slice(at)];
	}

	#layout(): PageRequests['layout'][1] {
		const columns = this.made.columns.map((column, index) => ({
			index,
			title: '',
			letter: 'A',
			role: 'other' as const,
			isSecret: false,
			hasCodes: false,
			width: 8,
			problems: 0,
			...column,
		}));
		const { version } = this;
		return {
			version,
			columns,
			total: this.order.length,
			isComplete: true,
			isCompared: false,
			findings: [],
			rules: [],
		};
	}

	#rows({ view, first, count, columns }: PageRequests['rows'][0]): PageRequests['rows'][1] {
		const all = this.#view(view);
		const rows = all.slice(first, first + count).map((row): GridRow => {
			const at = this.order[row] ?? 0;
			const findings = this.made.findings?.(at) ?? [];
			if (this.made.value(at, 0) === undefined) {
				return { record: row + 1, text: `broken "row ${at}`, findings };
			}
			const values = columns.map((column) => this.valueAt(row, column) ?? '');
			const cut = values.flatMap((value, slot) => (value.length > 300 ? [slot] : []));
			return {
				record: row + 1,
				values: values.map((value) => value.slice(0, 300)),
				...(cut.length > 0 ? { cut } : {}),
				findings,
			};
		});
		return {
			version: this.version,
			order: this.#moves,
			total: this.order.length,
			shown: all.length,
			first,
			rows,
			isComplete: true,
		};
	}

	#view({ filter, sort }: GridView): readonly number[] {
		let rows = [...this.order.keys()];
		if (!filter.values && !filter.problems && !sort) return rows;
		for (const { column, values } of filter.values ?? []) {
			rows = rows.filter((row) => values.includes(this.valueAt(row, column) ?? ''));
		}
		if (filter.problems) rows = rows.filter((row) => (this.made.findings?.(row) ?? []).length > 0);
		if (!sort) return rows;
		const value = (row: number): string => this.valueAt(row, sort.column) ?? '';
		const sign = sort.descending ? -1 : 1;
		return rows.sort((a, b) => sign * value(a).localeCompare(value(b)));
	}

	#nextProblem({ row, column, backward }: PageRequests['nextProblem'][0]): PageRequests['nextProblem'][1] {
		const places = Array.from(this.order.keys()).flatMap((at) =>
			(this.made.findings?.(at) ?? []).map((finding) => ({
				row: at,
				record: at + 1,
				column: finding.column,
			})),
		);
		const isAfter = (place: { row: number; column: number }): boolean =>
			place.row > row || (place.row === row && place.column > column);
		if (backward) {
			return (
				places.findLast((place) => !isAfter(place) && !(place.row === row && place.column === column)) ?? null
			);
		}
		return places.find(isAfter) ?? places[0] ?? null;
	}

	#edit(action: GridAction): PageRequests['edit'][1] {
		this.edits.push(action);
		if (this.refusal !== undefined) return { problem: this.refusal };
		let changed = 0;
		if (action.type === 'fill') {
			for (const { first, last, columns } of action.ranges) {
				for (let row = first; row <= last; row++) {
					for (const column of columns) {
						this.written.set(`${this.order[row]}:${column}`, action.value);
						changed++;
					}
				}
			}
		} else changed = 1;
		if (action.type === 'insertRows') this.#insert(action.below ? action.record : action.record - 1);
		this.version++;
		return { changed, unreadable: 0 };
	}
}
