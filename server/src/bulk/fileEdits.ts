import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { mergeEdits } from '../csv/edits/mergeEdits';
import { toTextEdits } from '../csv/ranges';
import type { FileEdits } from './results';
import type { Steps } from './rowReader';

/** Edits of a step. */
const STEP = 256;

/** What a client needs to make edits; nothing where there are none. */
export function* fileEdits(document: CsvDocument, edits: readonly OffsetEdit[]): Steps<readonly FileEdits[]> {
	const joining = mergeEdits(document, edits);
	let step = joining.next();
	for (; !step.done; step = joining.next()) yield 1;
	const few = step.value;
	const made = [];
	for (let from = 0; from < few.length; from += STEP) {
		made.push(...toTextEdits(document, few.slice(from, from + STEP)));
		yield 1;
	}
	return made.length === 0 ? [] : [{ uri: document.uri, version: document.version, edits: made }];
}
