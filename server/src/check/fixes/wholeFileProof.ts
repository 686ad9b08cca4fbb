import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { valueIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import type { FixStep } from '../../rules/fix';
import { hasSameRows } from './delimitedRows';
import { editedText } from './editedText';

/** Records between two yields. */
const RECORDS_PER_STEP = 64;

/**
 * Reads a whole file again after a step that changes every record, and compares it with what the step promises: the
 * same records with the same values, and with `append-columns` the new headers and an empty value below each.
 */
export function* keepsEveryValue(
	document: CsvDocument,
	step: FixStep,
	edits: readonly OffsetEdit[],
): Generator<void, boolean> {
	const before = document.getText();
	const after = yield* editedText(document, edits);
	if (step.kind === 'comma-delimiter') {
		return yield* hasSameRows(before, after, document.fieldsOf(0)[0]?.start ?? 0, step.delimiter);
	}
	const added = step.kind === 'append-columns' ? step.headers : [];
	const { reader } = document;
	const fields = new Fields();
	const fieldsAfter = new Fields();
	const from = document.recordSpan(0).start;
	let at = from;
	let atAfter = from;
	for (let record = 0; at < before.length && atAfter < after.length; record++) {
		at = reader.read(before, at, fields);
		atAfter = reader.read(after, atAfter, fieldsAfter);
		const isEmptyLine = record > 0 && fields.count === 1 && fields.starts[0] === fields.ends[0];
		const ofRecord = isEmptyLine ? [] : record === 0 ? added : added.map(() => '');
		if (fieldsAfter.count !== fields.count + ofRecord.length) return false;
		for (let column = 0; column < fieldsAfter.count; column++) {
			const value = column < fields.count ? valueIn(before, fields, column) : ofRecord[column - fields.count];
			if (valueIn(after, fieldsAfter, column) !== value) return false;
		}
		if (record % RECORDS_PER_STEP === 0) yield;
	}
	return at >= before.length && atAfter >= after.length;
}
