import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { fieldText, fieldValue, rowText } from '../../csv/quote';
import { Fields, QUOTED, RecordReader } from '../../csv/scan';

/** The edits that add columns at the end of every row, empty below their headers; ascending. Reads the whole file. */
export function appendColumns(document: CsvDocument, headers: readonly string[]): readonly OffsetEdit[] {
	document.readAll();
	const edits: OffsetEdit[] = [];
	const fields = new Fields();
	document.blocks.forEach((block, index) => {
		const offset = document.firstOffsetOf(index);
		block.starts.forEach((start, record) => {
			block.readRecord(record, fields);
			const isHeader = index === 0 && record === 0;
			const isEmptyLine = fields.end === start;
			if (isEmptyLine && !isHeader) return;
			const text = isHeader ? `,${rowText(headers)}` : ','.repeat(headers.length);
			edits.push({ start: offset + fields.end, end: offset + fields.end, text });
		});
	});
	return edits;
}

/** The edit that rewrites a file with another delimiter, one UTF-16 unit long, as one with commas. */
export function changeDelimiter(document: CsvDocument, delimiter: string): OffsetEdit {
	const text = document.getText();
	const fields = new Fields();
	const reader = new RecordReader({ delimiter });
	let rewritten = '';
	// Starts after the byte order mark: the header may open with a quote.
	const from = document.fieldsOf(0)[0]?.start ?? 0;
	for (let at = from; at < text.length; ) {
		const next = reader.read(text, at, fields);
		for (let column = 0; column < fields.count; column++) {
			const raw = text.slice(fields.starts[column], fields.ends[column]);
			const flags = fields.flags[column] as number;
			rewritten += (column > 0 ? ',' : '') + fieldText(fieldValue(raw, flags), (flags & QUOTED) !== 0);
		}
		rewritten += text.slice(fields.end, next);
		at = next;
	}
	return { start: from, end: text.length, text: rewritten };
}
