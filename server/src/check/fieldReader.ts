import type { Block } from '../csv/block';
import type { CsvDocument } from '../csv/document';
import { valueIn } from '../csv/quote';
import { Fields } from '../csv/scan';

/** Reads single fields of many records: it makes no object for the others. The document must not change meanwhile. */
export class FieldReader {
	/** The fields of the record that was read last, as offsets into the text of its block. */
	readonly fields = new Fields();
	#record = -1;
	#text = '';

	constructor(private readonly document: CsvDocument) {}

	/** Reads a record, by its 0-based number, into `fields`. It must be there. */
	read(record: number): Fields {
		if (record === this.#record) return this.fields;
		const at = this.document.blockOfRecord(record);
		const block = this.document.blocks[at] as Block;
		block.readRecord(record - this.document.firstRecordOf(at), this.fields);
		this.#record = record;
		this.#text = block.text;
		return this.fields;
	}

	/** The unquoted value in a 0-based column of a record; empty where the record is shorter. */
	valueAt(record: number, column: number): string {
		const fields = this.read(record);
		return column < fields.count ? valueIn(this.#text, fields, column) : '';
	}
}
