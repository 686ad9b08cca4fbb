import type { OffsetEdit } from '../../csv/edits/edit';
import { valuesIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import type { FixAllFile } from './fixRecord';
import type { RecordInContext } from './proveFix';
import { textAfter } from './recordEdits';

// Reused from record to record.
const fields = new Fields();

/** Follows which keys the fixes of one pass give to rows, so that no two students get the same one. */
export class NewKeys {
	/** The file with these rows in it. */
	readonly file: FixAllFile;
	/** By key, the first row that gets it. */
	readonly #rows = new Map<string, readonly string[]>();

	constructor(file: FixAllFile) {
		const { layout, active, reader, recordCheck, roster } = file;
		const rowsWithKey = (key: string): readonly (readonly string[])[] => {
			const row = this.#rows.get(key);
			return [...(file.rowsWithKey?.(key) ?? []), ...(row ? [row] : [])];
		};
		this.file = { layout, active, reader, recordCheck, roster, rowsWithKey };
	}

	/** Takes in a row that gets a new key. Edits are ascending, and count from the record's first unit. */
	add({ text, isHeader }: RecordInContext, edits: readonly OffsetEdit[]): void {
		const { layout, reader } = this.file;
		if (isHeader || layout.keyIndex < 0 || edits.length === 0) return;
		reader.read(text, 0, fields);
		const [keyBefore = ''] = valuesIn(text, fields).slice(layout.keyIndex);
		const after = textAfter(text, edits);
		reader.read(after, 0, fields);
		const row = valuesIn(after, fields);
		const key = row[layout.keyIndex] ?? '';
		if (key === keyBefore || key === '') return;
		// Any further row with the key agrees with the first, or did not get it.
		if (!this.#rows.has(key)) this.#rows.set(key, row);
	}
}
