import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { setField } from '../../check/fixes/fixEdits';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import { rangeOf, toTextEdits } from '../../csv/ranges';
import { hashOf, NO_KEY } from '../../hash/textHash';
import type { Refusal } from '../../work/refusal';
import { idAt, placesOf } from '../students/student';

/** What is changed in one of the two files. */
export interface RenameEdits {
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
		return { problem: `Only a student's id can be renamed: put the cursor into ${columnOf(checker)}.` };
	return { range: rangeOf(checker, id.field), placeholder: id.field.value };
}

/** Gives a student another id, wherever the old one stands in the two files. No other byte changes. */
export function rename(
	checker: Checker,
	other: Checker | undefined,
	position: Position,
	newId: string,
): readonly RenameEdits[] | Refusal {
	const prepared = prepareRename(checker, position);
	if ('problem' in prepared) return prepared;
	const oldId = prepared.placeholder;
	if (newId.trim() === '') return { problem: 'A student needs an id: it cannot be empty.' };
	if (/[\r\n]/.test(newId)) return { problem: 'An id cannot hold a line break.' };
	if (newId === oldId) return [];
	const files = [checker, ...(other ? [other] : [])];
	// Only the blanks around it go or come: it is the same student.
	const refusal = newId.trim() === oldId.trim() ? undefined : refusalOf(files, oldId, newId);
	return refusal ?? editsOf(files, oldId, newId);
}

function refusalOf(files: readonly Checker[], oldId: string, newId: string): Refusal | undefined {
	for (const file of files) {
		const blanked = [...keptRowsOf(file, newId)].filter(({ isReadable }) => isReadable);
		const [taken] = [...placesOf(file, newId), ...blanked];
		if (!taken) continue;
		// An editor may show no more than one line of it.
		return { problem: `Row ${taken.record + 1} of ${file.table.fileName} has this id: another student.` };
	}
	for (const file of files) {
		const [kept] = keptRowsOf(file, oldId);
		if (!kept) continue;
		const place = `Row ${kept.record + 1} of ${file.table.fileName}`;
		return {
			problem: kept.isReadable
				? `${place} holds the old id with other blanks around it, and would keep it. Remove the blanks first.`
				: `${place} cannot be read and may hold the old id too, and would keep it. Mend that row first.`,
		};
	}
	return undefined;
}

function editsOf(files: readonly Checker[], oldId: string, newId: string): readonly RenameEdits[] {
	return files
		.map((file) => ({
			document: file.document,
			edits: toTextEdits(
				file.document,
				placesOf(file, oldId).map(({ field }) => setField(field, newId)),
			),
		}))
		.filter(({ edits }) => edits.length > 0);
}

/** Records that seem to be this student's and do not hold this very id: broken ones, or with other blanks around it. */
function* keptRowsOf(
	checker: Checker,
	id: string,
): Iterable<{ readonly record: number; readonly isReadable: boolean }> {
	const bare = id.trim();
	if (bare !== id) for (const { record } of placesOf(checker, bare)) yield { record, isReadable: true };
	const hash = hashOf(bare, 0, bare.length);
	for (const block of checker.blocks) {
		for (const [index, doubtful] of block.possibleIds) {
			if (!doubtful.includes(hash)) continue;
			const record = checker.recordOf({ block, index });
			const isReadable = block.keys[index] !== NO_KEY;
			const value = checker.document.fieldsOf(record)[checker.layout.keyIndex]?.value;
			if (!isReadable || (value !== id && value?.trim() === bare)) yield { record, isReadable };
		}
	}
}

function columnOf({ layout, table }: Checker): string {
	return layout.keyIndex < 0 ? table.primaryKey : `the column ${layout.nameOf(layout.keyIndex)}`;
}
