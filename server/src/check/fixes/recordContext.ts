import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import { Fields, UNCLOSED } from '../../csv/scan';
import type { RecordInContext } from './proveFix';

/** Blocks with the indexes of their records whose quote nothing closes, ascending. */
const openRecords = new WeakMap<Block, readonly number[]>();

/** A 0-based record of a document for a proof. Looks at other records only if the proof asks for them. */
export function recordContext(document: CsvDocument, record: number): RecordInContext {
	const { start, end } = document.recordSpan(record);
	return {
		text: document.slice(start, end),
		isHeader: record === 0,
		below: () => document.slice(end, document.recordSpan(record + document.reader.maxQuotedLines).end),
		above: () => {
			const records = openRecordsAbove(document, record);
			const starts = records.map((open) => document.recordSpan(open).start);
			const [first = start] = starts;
			return { text: document.slice(first, start), starts: starts.map((open) => open - first) };
		},
	};
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
