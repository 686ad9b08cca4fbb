/** What each action of the table must do, in the simplest way: on records as lists of values. */

import type { GridAction, GridRange, GridUnmatched } from '../../server/src/grid/gridTypes';
import { fieldOf, type ModelFile, type ModelRow, rawOf } from './modelFile';

/** What an action must leave; undefined where it must be refused. */
export type Expected =
	| {
			readonly file: ModelFile;
			readonly changed: number;
			readonly unreadable: number;
			readonly unmatched: GridUnmatched;
	  }
	| undefined;

/** New values by record and column. */
type Values = Map<number, Map<number, string>>;

/**
 * @param view the records that are shown, in the order of the view.
 * @param cells of the block, for a paste.
 */
export function expectedOf(
	file: ModelFile,
	view: readonly number[],
	action: GridAction,
	cells: readonly (readonly string[])[],
): Expected {
	switch (action.type) {
		case 'insertRows':
			return inserted(file, action.record + (action.below ? 1 : 0), action.count);
		case 'deleteRows':
			return deleted(file, new Set(action.ranges.flatMap((range) => rowsIn(view, range))));
		case 'fill': {
			const values: Values = new Map();
			for (const range of action.ranges) {
				for (const record of rowsIn(view, range)) {
					for (const column of range.columns) put(values, record, column, action.value);
				}
			}
			return written(file, values);
		}
		case 'fillDown':
			return filledDown(file, view, action.ranges);
		case 'paste':
			return action.byId ? matched(file, view, action, cells) : pasted(file, view, action, cells);
	}
}

type Paste = Extract<GridAction, { readonly type: 'paste' }>;

function rowsIn(
	view: readonly number[],
	{ first, last }: Pick<GridRange, 'first' | 'last'>,
): readonly number[] {
	return view.slice(first, last + 1);
}

function put(values: Values, record: number, column: number, value: string): void {
	const ofRecord = values.get(record) ?? new Map<number, string>();
	values.set(record, ofRecord.set(column, value));
}

function headersOf({ rows: [header] }: ModelFile): readonly string[] {
	return (header as ModelRow).fields.map(({ value }) => value);
}

function written({ bom, rows }: ModelFile, values: Values): Expected {
	let changed = 0;
	let unreadable = 0;
	const isNarrow = rows[0]?.fields.length === 1;
	const now = rows.map((row, record) => {
		const ofRecord = values.get(record);
		if (!ofRecord) return row;
		if (!row.isReadable) {
			unreadable++;
			return row;
		}
		const fields = row.fields.map((field, column) => {
			const value = ofRecord.get(column);
			if (value === undefined || value === field.value) return field;
			changed++;
			return fieldOf(value, field.raw.startsWith('"') || (isNarrow && value === ''));
		});
		return { ...row, fields };
	});
	return { file: { bom, rows: now }, changed, unreadable, unmatched: { count: 0, ids: [], hidden: 0 } };
}

function filledDown(file: ModelFile, view: readonly number[], ranges: readonly GridRange[]): Expected {
	const values: Values = new Map();
	for (const { first, last, columns } of ranges) {
		if (columns.some((column) => headersOf(file)[column] === 'Password')) return undefined;
		const isOneRow = first === last;
		const records = view.slice(isOneRow ? Math.max(0, first - 1) : first, last + 1);
		const source = records.find((record) => file.rows[record]?.isReadable);
		if (isOneRow && (first === 0 || source !== records[0])) return undefined;
		for (const record of records) {
			if (record === source) continue;
			for (const column of columns) {
				put(values, record, column, file.rows[source ?? -1]?.fields[column]?.value ?? '');
			}
		}
	}
	return written(file, values);
}

function pasted(
	file: ModelFile,
	view: readonly number[],
	{ row, columns, selected }: Paste,
	cells: readonly (readonly string[])[],
): Expected {
	const width = Math.max(...cells.map(({ length }) => length));
	const [range] = selected;
	const values: Values = new Map();
	const isEven = cells.every(({ length }) => length === width);
	const height = range ? range.last - range.first + 1 : 0;
	const repeats =
		range !== undefined &&
		isEven &&
		height >= cells.length &&
		range.columns.length >= width &&
		height % cells.length === 0 &&
		range.columns.length % width === 0;
	const target = repeats
		? range
		: { first: row, last: row + cells.length - 1, columns: columns.slice(0, width) };
	if (target.last >= view.length || target.columns.length < width) return undefined;
	rowsIn(view, target).forEach((record, at) => {
		target.columns.forEach((column, position) => {
			putUnlessSecret(file, values, record, column, cells[at % cells.length]?.[position % width] ?? '');
		});
	});
	return written(file, values);
}

/** An empty cell of a block keeps a password. */
function putUnlessSecret(
	file: ModelFile,
	values: Values,
	record: number,
	column: number,
	value: string,
): void {
	if (value === '' && headersOf(file)[column] === 'Password') {
		// The row counts as one that was to change.
		if (!values.has(record)) values.set(record, new Map());
		return;
	}
	put(values, record, column, value);
}

function matched(
	file: ModelFile,
	view: readonly number[],
	{ columns }: Paste,
	cells: readonly (readonly string[])[],
): Expected {
	const headers = headersOf(file);
	const key = headers.indexOf('Pet_id');
	const width = Math.max(...cells.map(({ length }) => length));
	if (key < 0 || width < 2) return undefined;
	const isNamed = cells[0]?.[0] === 'Pet_id';
	const rows = (isNamed ? cells.slice(1) : cells).filter((row) => row.some((value) => value !== ''));
	const idOf = (row: readonly string[]): string => (row[0] ?? '').trim();
	const idAt = (record: number): string => file.rows[record]?.fields[key]?.value ?? '';
	const readable = file.rows.flatMap(({ isReadable }, record) => (isReadable && record > 0 ? [record] : []));
	const ids = new Set(rows.map(idOf).filter((id) => id !== ''));
	const inFile = new Set(readable.map(idAt));
	/** IDs of the file that are this one after leading zeros, which a spreadsheet takes away. */
	const padded = (id: string): readonly string[] =>
		/^(0|[1-9]\d*)$/.test(id)
			? [...inFile].filter((one) => one.length > id.length && one === id.padStart(one.length, '0'))
			: [];
	const restored = [...ids].filter((id) => !inFile.has(id) && padded(id).length > 0);
	const known = [...ids].filter((id) => inFile.has(id) || restored.includes(id));
	if (known.length * 2 <= ids.size) return undefined;
	// Which of two it was before cannot be known.
	const isUnclear = (id: string): boolean => padded(id).length > (inFile.has(id) ? 0 : 1);
	if (restored.length > 0 && [...ids].some(isUnclear)) return undefined;
	const studentOf = (row: readonly string[]): string =>
		restored.includes(idOf(row)) ? (padded(idOf(row))[0] ?? '') : idOf(row);
	const targets: (readonly [column: number, position: number])[] = [];
	const others = columns.filter((column) => column !== key);
	for (let position = 1; position < width; position++) {
		const column = isNamed ? headers.indexOf(cells[0]?.[position] ?? '') : others[position - 1];
		if (column === undefined) return undefined;
		if (column >= 0 && column !== key && !targets.some(([one]) => one === column))
			targets.push([column, position]);
	}
	if (targets.length === 0) return undefined;
	const values: Values = new Map();
	const missing = new Set<string>();
	const hidden = new Set<string>();
	for (const [at, row] of rows.entries()) {
		const records = view.filter(
			(record) => readable.includes(record) && idOf(row) !== '' && idAt(record) === studentOf(row),
		);
		if (records.length === 0) {
			(known.includes(idOf(row)) ? hidden : missing).add(idOf(row));
			continue;
		}
		const clash = rows
			.slice(0, at)
			.some(
				(other) =>
					studentOf(other) === studentOf(row) &&
					targets.some(([, position]) => (other[position] ?? '') !== (row[position] ?? '')),
			);
		if (clash) return undefined;
		for (const record of records) {
			for (const [column, position] of targets)
				putUnlessSecret(file, values, record, column, row[position] ?? '');
		}
	}
	const expected = written(file, values);
	const unmatched = { count: missing.size, ids: [...missing].slice(0, 5), hidden: hidden.size };
	return expected && { ...expected, unmatched };
}

function inserted({ bom, rows }: ModelFile, at: number, count: number): Expected {
	if (at === 0) return undefined;
	const above = rows[at - 1] as ModelRow;
	const near = above.lineBreak || rows[at - 2]?.lineBreak || '\n';
	const width = rows[0]?.fields.length ?? 0;
	const row: ModelRow = {
		fields: Array.from({ length: width }, () => fieldOf('', width === 1)),
		lineBreak: near,
		isReadable: true,
	};
	const added = Array.from({ length: count }, () => row);
	if (above.lineBreak === '') added[count - 1] = { ...row, lineBreak: '' };
	const now = [...rows.slice(0, at - 1), { ...above, lineBreak: near }, ...added, ...rows.slice(at)];
	return {
		file: { bom, rows: now },
		changed: count,
		unreadable: 0,
		unmatched: { count: 0, ids: [], hidden: 0 },
	};
}

function deleted({ bom, rows }: ModelFile, records: ReadonlySet<number>): Expected {
	const now: ModelRow[] = [];
	rows.forEach((row, record) => {
		if (!records.has(record)) {
			now.push(row);
			return;
		}
		if (records.has(record + 1)) return;
		const next = rows[record + 1];
		const before = now.at(-1) as ModelRow;
		// The file still ends without a line break, but a blank line is no row without its own.
		const endsWithout = row.lineBreak === '' && rawOf(before) !== '';
		// The LF of a blank line would join the CR above.
		const isJoined = before.lineBreak === '\r' && next && rawOf(next) === '' && next.lineBreak === '\n';
		if (endsWithout || isJoined) now[now.length - 1] = { ...before, lineBreak: row.lineBreak };
	});
	// Where a blank line cannot be kept, nothing is deleted.
	const losesBlankLine = now.some((row, at) => {
		const above = now[at - 1];
		return above?.lineBreak === '\r' && rawOf(row) === '' && row.lineBreak === '\n';
	});
	if (losesBlankLine) return undefined;
	return {
		file: { bom, rows: now },
		changed: records.size,
		unreadable: 0,
		unmatched: { count: 0, ids: [], hidden: 0 },
	};
}
