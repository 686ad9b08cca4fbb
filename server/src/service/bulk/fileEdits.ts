import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edit';
import type { FileEdits } from '../../protocol';
import { toTextEdits } from '../edits';
import type { Steps } from './rows';

/** Edits of a step. */
const STEP = 256;

/** What a client needs to make edits; nothing where there are none. */
export function* fileEdits(document: CsvDocument, edits: readonly OffsetEdit[]): Steps<readonly FileEdits[]> {
	const made = [];
	for (let from = 0; from < edits.length; from += STEP) {
		made.push(...toTextEdits(document, edits.slice(from, from + STEP)));
		yield 1;
	}
	return made.length === 0 ? [] : [{ uri: document.uri, version: document.version, edits: made }];
}
