import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { CsvDocument } from '../csv/document';
import type { Checker } from './checker';
import { setField, toTextEdits } from './edits';
import { rangeOf } from './ranges';
import { idAt, placesOf } from './student';
import { hashOf, NO_KEY } from './textHash';

/** Why an id cannot be renamed, in words for people; without a value, as clients log what a request fails with. */
export interface Refusal {
	readonly refused: string;
}

/** What is changed in one of the two files. */
export interface FileEdits {
	readonly document: CsvDocument;
	readonly edits: readonly TextEdit[];
}

/** The id at a position, where it can be renamed. */
export function prepareRename(
	checker: Checker,
	position: Position,
): { readonly range: Range; readonly placeholder: string } | Refusal {
	const id = idAt(checker, position);
	if (!id)
		return { refused: `Only a student's id can be renamed: put the cursor into ${columnOf(checker)}.` };
	return { range: rangeOf(checker, id.field), placeholder: id.field.value };
}

/** Gives a student another id, wherever the old one stands in the two files. No other byte changes. */
export function rename(
	checker: Checker,
	other: Checker | undefined,
	position: Position,
	newId: string,
): readonly FileEdits[] | Refusal {
	const prepared = prepareRename(checker, position);
	if ('refused' in prepared) return prepared;
	const oldId = prepared.placeholder;
	if (newId.trim() === '') return { refused: 'A student needs an id: it cannot be empty.' };
	if (/[\r\n]/.test(newId)) return { refused: 'An id cannot hold a line break.' };
	if (newId === oldId) return [];
	const files = [checker, ...(other ? [other] : [])];
	const [taken] = files.flatMap((file) => placesOf(file, newId));
	if (taken) {
		const place = `row ${taken.record + 1} of ${taken.checker.table.fileName}`;
		return {
			refused: `Another student has this id already, in ${place}. Choose another one.`,
		};
	}
	for (const file of files) {
		const record = unreadableRowOf(file, oldId);
		if (record === undefined) continue;
		const place = `Row ${record + 1} of ${file.table.fileName}`;
		return {
			refused: `${place} cannot be read and may hold the old id too, and would keep it. Mend that row first.`,
		};
	}
	return files
		.map(({ document }, at) => ({
			document,
			edits: toTextEdits(
				document,
				placesOf(files[at], oldId).map(({ field }) => setField(field, newId)),
			),
		}))
		.filter(({ edits }) => edits.length > 0);
}

/** A record that has a fault in its structure, and seems to be this student's. */
function unreadableRowOf(checker: Checker, id: string): number | undefined {
	const hash = hashOf(id.trim(), 0, id.trim().length);
	for (const block of checker.blocks) {
		for (const [index, doubtful] of block.doubtful) {
			if (doubtful.includes(hash) && block.keys[index] === NO_KEY) return checker.recordOf({ block, index });
		}
	}
	return undefined;
}

function columnOf({ layout, table }: Checker): string {
	return layout.keyIndex < 0 ? table.primaryKey : `the column ${layout.nameOf(layout.keyIndex)}`;
}
