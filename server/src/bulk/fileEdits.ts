import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { mergeEdits } from '../csv/edits/mergeEdits';
import { toTextEdits } from '../csv/ranges';
import type { Steps } from '../work/steps';
import type { FileEdits } from './results';

/** Edits per step. */
const STEP = 256;

/** Makes the edits of a file as a client applies them; an empty list where there are none. */
export function* fileEdits(document: CsvDocument, edits: readonly OffsetEdit[]): Steps<readonly FileEdits[]> {
	const merging = mergeEdits(document, edits);
	let step = merging.next();
	for (; !step.done; step = merging.next()) yield 1;
	const merged = step.value;
	const textEdits = [];
	for (let from = 0; from < merged.length; from += STEP) {
		textEdits.push(...toTextEdits(document, merged.slice(from, from + STEP)));
		yield 1;
	}
	return textEdits.length === 0 ? [] : [{ uri: document.uri, version: document.version, edits: textEdits }];
}
