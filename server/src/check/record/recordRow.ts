import { valueIn } from '../../csv/quote';
import { type Fields, recordReader } from '../../csv/scan';
import type { Layout } from '../../rules/layout';
import type { Row } from '../../rules/views';

/** The values of one record by column name, sliced out of the text when asked for. Reused from record to record. */
export class RecordRow implements Row {
	#text = '';

	constructor(
		readonly layout: Layout,
		readonly fields: Fields,
	) {}

	/** Reads the record at UTF-16 offset `start` of a text. */
	read(text: string, start: number): this {
		recordReader.read(text, start, this.fields);
		return this.onScanned(text);
	}

	/** Takes the text of a record that was just read into `fields`. */
	onScanned(text: string): this {
		this.#text = text;
		return this;
	}

	column(name: string): number {
		return this.layout.indexOf(name);
	}

	value(name: string): string | undefined {
		const column = this.layout.indexOf(name);
		return column < 0 ? undefined : this.at(column);
	}

	/** The value in a 0-based column; empty if the record is shorter. */
	at(column: number): string {
		return column >= this.fields.count ? '' : valueIn(this.#text, this.fields, column);
	}
}
