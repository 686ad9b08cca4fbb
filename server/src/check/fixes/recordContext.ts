import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { Fields, UNCLOSED } from '../../csv/scan';
import type { RecordInContext } from './proveFix';
import { textAfter } from './recordEdits';

/** Blocks with the indexes of their records whose quote nothing closes, ascending. */
const openRecords = new WeakMap<Block, readonly number[]>();

/**
 * A 0-based record of a document for a proof. Looks at other records only if the proof asks for them.
 *
 * @param edits of records above, ascending, that are applied together with the fix to prove.
 */
export function recordContext(
	document: CsvDocument,
	record: number,
	edits: readonly OffsetEdit[] = [],
): RecordInContext {
	const { start, end } = document.recordSpan(record);
	return {
		text: document.slice(start, end),
		isHeader: record === 0,
		followsCr: () => start > 0 && document.slice(start - 1, start) === '\r',
		below: () => document.slice(end, document.recordSpan(record + document.reader.maxQuotedLines).end),
		above: () => {
			const records = openRecordsAbove(document, record);
			const starts = records.map((open) => document.recordSpan(open).start);
			const [first = start] = starts;
			let at = edits.length;
			while (at > 0 && (edits[at - 1] as OffsetEdit).start >= first) at--;
			const between = edits.slice(at).map((edit) => ({
				start: edit.start - first,
				end: edit.end - first,
				text: edit.text,
			}));
			return {
				text: textAfter(document.slice(first, start), between),
				starts: starts.map((open) => movedBy(between, open - first)),
			};
		},
	};
}

/** An offset, at the start of a record, after edits. */
function movedBy(edits: readonly OffsetEdit[], offset: number): number {
	let moved = offset;
	for (const { start, end, text } of edits) if (end <= offset) moved += text.length - (end - start);
	return moved;
}

/** The records with an open quote from which a quoted field could reach a record, ascending. */
export function openRecordsAbove(document: CsvDocument, record: number): readonly number[] {
	const first = Math.max(0, record - document.reader.maxQuotedLines);
	const records: number[] = [];
	if (record === 0) return records;
	for (let at = document.blockOfRecord(first); at <= document.blockOfRecord(record - 1); at++) {
		const block = document.blocks[at] as Block;
		const firstOfBlock = document.firstRecordOf(at);
		for (const index of openRecordsOf(block)) {
			const open = firstOfBlock + index;
			if (open >= first && open < record) records.push(open);
		}
	}
	return records;
}

function openRecordsOf(block: Block): readonly number[] {
	const known = openRecords.get(block);
	if (known) return known;
	const fields = new Fields();
	const open: number[] = [];
	if (block.text.includes('"')) {
		for (let index = 0; index < block.records; index++) {
			block.readRecord(index, fields);
			if (fields.allFlags & UNCLOSED) open.push(index);
		}
	}
	openRecords.set(block, open);
	return open;
}
