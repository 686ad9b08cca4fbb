/** The bytes of an export as records: which row names the columns, and which rows are students. */

import { isUnseen, trimUnseen, visibleText } from '../../characters';
import { isDrawnLine, isTotal, saysRemark } from '../../spec/remarks';
import { countOf, formatNumber, plural, wordList } from '../../wording';
import type { ConversionCallbacks } from '../csvStream';
import type { ExportFormat } from './exportFormat';
import { type ExportPart, type ExportSource, type Head, MAX_EXPORT_BYTES } from './exportPart';
import { columnNames, findHeader, HEADER_SAMPLE, mayNameIds, repeatedNames } from './header';
import { completeRows } from './oneRoster';
import { Pace, type RawExport, type RawRow, UnreadableExport } from './rawExport';
import { openTextExport } from './textExport';
import { isOldWorkbook, isZip, oldWorkbookProblem } from './workbook/signatures';
import { openWorkbook } from './workbook/workbookExport';

/**
 * Reads an export part by part, with what the file that belongs to it has about its students; what `format` leaves out
 * is found out from the bytes. Never throws because of the bytes.
 */
export function readExport(
	source: ExportSource,
	format: ExportFormat,
	callbacks: ConversionCallbacks,
): AsyncGenerator<ExportPart> {
	const { users: bytes } = source;
	const { isCanceled } = callbacks;
	const readCompanion =
		bytes && (() => readRecords({ name: 'users.csv', bytes }, {}, { isCanceled, onProgress: () => {} }));
	return completeRows(readRecords(source, format, callbacks), readCompanion);
}

/** Values that are passed on before other work may get its turn. */
const VALUES_PER_TURN = 10_000;

async function* readRecords(
	{ bytes }: ExportSource,
	format: ExportFormat,
	callbacks: ConversionCallbacks,
): AsyncGenerator<ExportPart> {
	try {
		if (bytes.length > MAX_EXPORT_BYTES) {
			throw new UnreadableExport(
				'The file is larger than 200 MB. Export fewer columns or one school at a time.',
			);
		}
		const pace = new Pace(callbacks);
		yield* partsOf(await openExport(bytes, format, pace), format, pace);
	} catch (error) {
		if (!(error instanceof UnreadableExport)) throw error;
		yield { kind: 'problem', problem: error.message, sheets: error.sheets };
	}
}

async function openExport(bytes: Uint8Array, format: ExportFormat, pace: Pace): Promise<RawExport> {
	if (isZip(bytes)) return openWorkbook(bytes, format, pace);
	if (isOldWorkbook(bytes)) throw new UnreadableExport(await oldWorkbookProblem(bytes, pace));
	return openTextExport(bytes, format, pace);
}

async function* partsOf(opened: RawExport, format: ExportFormat, pace: Pace): AsyncGenerator<ExportPart> {
	const sample = await sampleOf(opened, format.headerRow ?? 0);
	const { head, header } = headOf(sample, opened, format);
	yield { kind: 'head', head };
	let rows = 0;
	let values = 0;
	const first = header ? sample.slice(sample.indexOf(header) + 1) : sample;
	for await (const batch of withFirst(first, opened.batches)) {
		for (const raw of batch) {
			// Rows of one batch can be thousands of columns wide, and whoever takes them works on them, too.
			values += raw.record.length;
			if (values > VALUES_PER_TURN) {
				values = 0;
				await pace.turn();
			}
			if (isBlank(raw)) continue;
			const isRepeated = header !== undefined && isSameRow(raw.record, header.record);
			const fault = isRepeated ? 'The row is the header again.' : remarkIn(raw, head);
			if (fault === undefined) rows++;
			yield fault !== undefined
				? { kind: 'skipped', row: raw.row, fault }
				: {
						kind: 'row',
						record: raw.record,
						row: raw.row,
						fault: raw.fault ?? countFault(raw, head),
						...(raw.isHidden && { isHidden: raw.isHidden }),
					};
		}
	}
	if (rows === 0) throw new UnreadableExport('The file has no rows below its header.');
}

/** The first rows that have a value, down to `headerRow` in any case. */
async function sampleOf({ batches }: RawExport, headerRow: number): Promise<readonly RawRow[]> {
	const sample: RawRow[] = [];
	for (;;) {
		const next = await batches.next();
		if (next.done) return sample;
		for (const raw of next.value) if (!isBlank(raw)) sample.push(raw);
		const last = sample.at(-1);
		if (last && sample.length >= HEADER_SAMPLE && last.row > headerRow) return sample;
	}
}

async function* withFirst<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
	yield first;
	yield* rest;
}

function isBlank({ record }: RawRow): boolean {
	return record.every((value) => isUnseen(value));
}

function isSameRow(record: readonly string[], header: readonly string[]): boolean {
	return (
		trimUnseen(record[0] ?? '') === trimUnseen(header[0] ?? '') &&
		record.length === header.length &&
		record.every((value, index) => trimUnseen(value) === trimUnseen(header[index] ?? ''))
	);
}

/** What a row is that holds no student but a line or a remark of a program; undefined for any other row. */
function remarkIn({ record }: RawRow, { names }: Head): string | undefined {
	const values = record.filter((value) => !isUnseen(value)).map(visibleText);
	const [first = ''] = values;
	if (names.length < 2) return undefined;
	if (values.every(isDrawnLine)) return 'The row is a line of dashes, not a student.';
	const isRemark = values.length === 1 && (saysRemark(first) || isTotal(first));
	return isRemark ? 'The row is a remark or a total, not a student.' : undefined;
}

/** What is wrong with the number of a row's values. Cells of a sheet end with its last value, so they may be fewer. */
function countFault({ record }: RawRow, { kind, names }: Head): string | undefined {
	const isShort = kind === 'text' && record.length < names.length;
	// An empty value after the last column is no loss.
	const isLong = record.length > names.length && record.slice(names.length).some((value) => !isUnseen(value));
	return isShort || isLong
		? `The row has ${countOf(record.length, 'value')} for ${countOf(names.length, 'column')}.`
		: undefined;
}

/** The head of an export, and the row that names its columns. */
function headOf(
	sample: readonly RawRow[],
	{ facts }: RawExport,
	{ header: hasHeader, headerRow }: ExportFormat,
): { readonly head: Head; readonly header: RawRow | undefined } {
	const [first] = sample;
	if (!first) throw new UnreadableExport('The file is empty.');
	const header = hasHeader === false ? undefined : headerIn(sample, hasHeader, headerRow);
	const rows = header ? sample.slice(sample.indexOf(header) + 1) : sample;
	const cells = header?.record ?? first.record;
	// A sheet may have values under a cell without a header.
	const width =
		facts.kind === 'text'
			? cells.length
			: rows.reduce((most, { record }) => Math.max(most, record.length), cells.length);
	const padded = Array.from({ length: width }, (_, index) => (header ? (cells[index] ?? '') : ''));
	const names = columnNames(padded);
	return {
		header,
		head: {
			...facts,
			header: header !== undefined,
			headerRow: header?.row,
			names,
			repeated: repeatedNames(padded),
			warnings: [...facts.warnings, ...numberWarnings(names, rows)],
		},
	};
}

function headerIn(
	sample: readonly RawRow[],
	hasHeader: boolean | undefined,
	headerRow: number | undefined,
): RawRow | undefined {
	if (headerRow === undefined) {
		const { index } = findHeader(
			sample.map(({ record }) => record),
			hasHeader,
		);
		return index === undefined ? undefined : sample[index];
	}
	const header = sample.find(({ row }) => row === headerRow);
	if (header) return header;
	throw new UnreadableExport(
		`Row ${formatNumber(headerRow)} has no names of columns: it is empty. Choose another row for the header.`,
	);
}

/** Warns of IDs that are numbers in a sheet: Excel removes the leading zeros of a number. */
function numberWarnings(names: readonly string[], rows: readonly RawRow[]): readonly string[] {
	const numbers = new Set(rows.flatMap(({ numbers: columns = [] }) => columns));
	const ids = names.filter((name, index) => numbers.has(index) && mayNameIds(name));
	if (ids.length === 0) return [];
	return [
		`${wordList(ids)} ${plural(ids.length, 'has', 'have')} numbers, not text, so leading zeros may be lost. Compare an ID with your SIS.`,
	];
}
