import { CsvDocument, type DocumentOptions } from '../../server/src/csv/document';
import { fieldValue } from '../../server/src/csv/quote';
import { Fields, type RecordReader, recordReader } from '../../server/src/csv/scan';

export function open(text: string, options?: DocumentOptions): CsvDocument {
	return new CsvDocument('file:///students.csv', 'csv', 1, text, options);
}

/** All values of a document, record by record. */
export function valuesOf(document: CsvDocument): string[][] {
	document.readAll();
	return Array.from({ length: document.recordCount }, (_, record) =>
		document.fieldsOf(record).map(({ value }) => value),
	);
}

/** All values of a text. */
export function parse(text: string): string[][] {
	return valuesOf(open(text));
}

/** The flags of every field of a text, record by record. */
export function flagsOf(text: string): number[][] {
	const document = open(text);
	document.readAll();
	return Array.from({ length: document.recordCount }, (_, record) =>
		document.fieldsOf(record).map(({ flags }) => flags),
	);
}

/** Reads a text from record to record with the scanner alone, without a document. */
export function scan(
	text: string,
	reader: RecordReader = recordReader,
): { starts: number[]; values: string[][] } {
	const fields = new Fields();
	const starts: number[] = [];
	const values: string[][] = [];
	let at = text.startsWith('\uFEFF') ? 1 : 0;
	while (at < text.length) {
		starts.push(at);
		at = reader.read(text, at, fields);
		const record: string[] = [];
		for (let column = 0; column < fields.count; column++) {
			const raw = text.slice(fields.starts[column], fields.ends[column]);
			record.push(fieldValue(raw, fields.flags[column] as number));
		}
		values.push(record);
	}
	return { starts, values };
}
