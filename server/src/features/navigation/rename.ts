import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { isUnseen, trimUnseen } from '../../characters';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import { setField } from '../../csv/edits/setField';
import { rangeOf, toTextEdits } from '../../csv/ranges';
import { hashOf, NO_KEY } from '../../hash/textHash';
import type { Refusal } from '../../work/refusal';
import { idAt, placesOf } from '../students/student';

/** The edits of one of the two files. */
export interface RenameEdits {
	readonly document: CsvDocument;
	readonly edits: readonly TextEdit[];
}

/** The ID at a position and its range, with its quotes; a refusal elsewhere. */
export function prepareRename(
	checker: Checker,
	position: Position,
): { readonly range: Range; readonly placeholder: string } | Refusal {
	const id = idAt(checker, position);
	if (!id) {
		const onlyIds = 'Only a student ID can be renamed.';
		const isOnStudents = checker.table.role !== undefined;
		return {
			problem: isOnStudents ? `${onlyIds} Put the cursor on a value of ${keyColumnOf(checker)}.` : onlyIds,
		};
	}
	return { range: rangeOf(checker, id.field), placeholder: id.field.value };
}

/** Gives a student another ID in every row of both files. No other byte changes. */
export function rename(
	checker: Checker,
	sibling: Checker | undefined,
	position: Position,
	newId: string,
): readonly RenameEdits[] | Refusal {
	const prepared = prepareRename(checker, position);
	if ('problem' in prepared) return prepared;
	const oldId = prepared.placeholder;
	if (isUnseen(newId)) return { problem: 'A student needs an ID. Enter one.' };
	if (/[\r\n]/.test(newId)) return { problem: 'An ID cannot have a line break. Remove it.' };
	if (newId === oldId) return [];
	const files = [checker, ...(sibling ? [sibling] : [])];
	// Where only the spaces around the ID change, it is the same student.
	const refusal = trimUnseen(newId) === trimUnseen(oldId) ? undefined : refusalOf(files, oldId, newId);
	return refusal ?? editsOf(files, oldId, newId);
}

function refusalOf(files: readonly Checker[], oldId: string, newId: string): Refusal | undefined {
	for (const file of files) {
		const withSpaces = [...similarRowsOf(file, newId)].filter(({ isReadable }) => isReadable);
		const [taken] = [...placesOf(file, newId), ...withSpaces];
		if (!taken) continue;
		// On one line, since an editor may show no more.
		return {
			problem: `Row ${taken.record + 1} of ${file.table.fileName} already has this ID. Choose another one.`,
		};
	}
	for (const file of files) {
		const [similar] = similarRowsOf(file, oldId);
		if (!similar) continue;
		const row = `Row ${similar.record + 1} of ${file.table.fileName}`;
		return {
			problem: similar.isReadable
				? `${row} has the old ID with other spaces around it. Remove the spaces first.`
				: `${row} cannot be read and may have the old ID. Fix that row first.`,
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

/**
 * The records that a rename would miss, though they seem to be of the same student: rows that cannot be read, and IDs
 * that differ by the spaces around them.
 */
function* similarRowsOf(
	checker: Checker,
	id: string,
): Iterable<{ readonly record: number; readonly isReadable: boolean }> {
	const trimmed = trimUnseen(id);
	if (trimmed !== id) for (const { record } of placesOf(checker, trimmed)) yield { record, isReadable: true };
	const hash = hashOf(trimmed, 0, trimmed.length);
	for (const block of checker.blocks) {
		for (const [index, hashes] of block.possibleIds) {
			if (!hashes.includes(hash)) continue;
			const record = checker.recordOf({ block, index });
			const isReadable = block.keys[index] !== NO_KEY;
			const value = checker.document.fieldsOf(record)[checker.layout.keyIndex]?.value;
			if (!isReadable || (value !== id && trimUnseen(value ?? '') === trimmed)) yield { record, isReadable };
		}
	}
}

function keyColumnOf({ layout, table }: Checker): string {
	return layout.keyIndex < 0 ? table.primaryKey : layout.nameOf(layout.keyIndex);
}
