import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import { valuesIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import { Layout } from '../../rules/layout';
import type { Table } from '../../spec';
import type { ComparedFile, RecordPiece } from './comparedFile';

/**
 * A document as one file of a side, as it is now: after an edit its pieces throw, and the caller begins again with a new one.
 *
 * @param table as the district uses it.
 */
export function documentFile(document: CsvDocument, table: Table, modified?: number): ComparedFile {
	if (document.blocks.length === 0) document.readMore();
	// Another array after an edit.
	const { blocks } = document;
	const [first] = blocks;
	const fields = new Fields();
	if (first && first.records > 0) first.readRecord(0, fields);
	const layout = new Layout(table, first && fields.count > 0 ? valuesIn(first.text, fields) : []);
	const { length } = document;
	function* pieces(): Iterable<RecordPiece> {
		let read = 0;
		for (let at = 0; ; at++) {
			if (document.blocks !== blocks) throw new Error('A document was edited while it was read.');
			if (at >= blocks.length && !document.readMore()) return;
			const { text, starts } = blocks[at] as Block;
			read += text.length;
			const record = at === 0 ? 1 : 0;
			yield { text, start: starts[record] ?? text.length, done: read / length };
		}
	}
	return { layout, modified, pieces };
}
