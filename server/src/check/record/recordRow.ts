import { valueIn } from '../../csv/quote';
import { type Fields, recordReader } from '../../csv/scan';
import type { Layout } from '../../rules/layout';
import type { Row } from '../../rules/views';

/** One record's values by column name. It can be moved from record to record; nothing is cut out before it is asked for. */
export class RecordRow implements Row {
	#text = '';
	constructor(
		readonly layout: Layout,
		readonly fields: Fields,
	) {}

	/** Reads the record at offset `start` of `text`. */
	read(text: string, start: number): this {
		recordReader.read(text, start, this.fields);
		return this.onScanned(text);
	}

	/** Takes a text whose record has been read into the fields already. */
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

	/** The value in a 0-based column; empty where the record is shorter. */
	at(column: number): string {
		return column >= this.fields.count ? '' : valueIn(this.#text, this.fields, column);
	}
}
