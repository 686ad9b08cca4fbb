import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edit';
import type { FileEdits } from '../../protocol';
import { toTextEdits } from '../edits';
import type { Steps } from './rows';

/** Edits of a step. */
const STEP = 256;

/** An editor takes this many edits at once; for 400,000 VS Code needs minutes. */
const MANY = 1000;
/** Of more, those nearer than this to the one before become one with it; in UTF-16 units. */
const NEAR = 4 * 1024;
/** What one edit may span. */
const LONGEST = 64 * 1024;

/** What a client needs to make edits; nothing where there are none. */
export function* fileEdits(document: CsvDocument, edits: readonly OffsetEdit[]): Steps<readonly FileEdits[]> {
	const few = edits.length > MANY ? yield* joined(document, edits) : edits;
	const made = [];
	for (let from = 0; from < few.length; from += STEP) {
		made.push(...toTextEdits(document, few.slice(from, from + STEP)));
		yield 1;
	}
	return made.length === 0 ? [] : [{ uri: document.uri, version: document.version, edits: made }];
}

/** Fewer edits that make the same text: what stands between two near ones is put back as it was. */
function* joined(document: CsvDocument, edits: readonly OffsetEdit[]): Steps<readonly OffsetEdit[]> {
	const few: OffsetEdit[] = [];
	for (let from = 0; from < edits.length; ) {
		const { start } = edits[from] as OffsetEdit;
		let { end } = edits[from] as OffsetEdit;
		let to = from + 1;
		for (; to < edits.length; to++) {
			const next = edits[to] as OffsetEdit;
			if (next.start - end > NEAR || next.end - start > LONGEST) break;
			end = next.end;
		}
		few.push(
			to - from === 1 ? (edits[from] as OffsetEdit) : oneOf(document, edits.slice(from, to), start, end),
		);
		from = to;
		yield 1;
	}
	return few;
}

function oneOf(document: CsvDocument, edits: readonly OffsetEdit[], start: number, end: number): OffsetEdit {
	const old = document.slice(start, end);
	const parts: string[] = [];
	let copied = 0;
	for (const edit of edits) {
		parts.push(old.slice(copied, edit.start - start), edit.text);
		copied = edit.end - start;
	}
	return { start, end, text: parts.join('') };
}
