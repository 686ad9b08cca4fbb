import { unclosedProblem } from '../bulk/headerProblems';
import { openRecordsAbove } from '../check/fixes/recordContext';
import type { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { countLineBreaks } from '../csv/lineBreaks';
import { Fields, UNCLOSED } from '../csv/scan';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';

/** UTF-16 units that are read at once. */
const PIECE = 4096;
/** Records between two yields. */
const STEP = 64;

/**
 * Refuses edits because of a quote that nothing closes and that is closed once they are made: it would make one value
 * of all rows between. Looks at no more than the rows above each edit that such a quote can be in.
 *
 * @param records those in or before which the edits move quotes or lines, 0-based, ascending.
 * @param edits ascending and apart.
 */
export function* openQuoteProblem(
	checker: Checker,
	records: ArrayLike<number>,
	edits: readonly OffsetEdit[],
): Steps<Refusal | undefined> {
	const { document } = checker;
	let checked = -1;
	for (let at = 0; at < records.length; at++) {
		for (const open of openRecordsAbove(document, records[at] as number)) {
			if (open <= checked) continue;
			checked = open;
			if (!staysOpen(document, open, edits)) return unclosedProblem(checker, open);
		}
		if (at % STEP === 0) yield at / records.length;
	}
	return undefined;
}

/** Whether a record that opens a quote reads the same after edits, or is deleted by one of them. */
function staysOpen(document: CsvDocument, record: number, edits: readonly OffsetEdit[]): boolean {
	const { start } = document.recordSpan(record);
	const next = firstEndingAfter(edits, start);
	const isDeleted = (edits[next]?.start ?? document.length) <= start;
	if (isDeleted) return true;
	const before = document.fieldsOf(record);
	const fields = new Fields();
	document.reader.read(textFrom(document, start, edits, next), 0, fields);
	const isSame = fields.count === before.length && start + fields.end === before.at(-1)?.end;
	return isSame && (fields.allFlags & UNCLOSED) !== 0;
}

/** The index of the first edit that ends after an offset. */
function firstEndingAfter(edits: readonly OffsetEdit[], offset: number): number {
	let low = 0;
	let high = edits.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((edits[middle] as OffsetEdit).end > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The text from an offset on, after edits, as far as a quoted field can reach. */
function textFrom(document: CsvDocument, start: number, edits: readonly OffsetEdit[], first: number): string {
	let text = '';
	let at = start;
	let next = first;
	// One more line for each end, which a CRLF may be cut at.
	while (countLineBreaks(text) <= document.reader.maxQuotedLines + 1) {
		const edit = edits[next];
		const until = Math.min(edit?.start ?? document.length, at + PIECE);
		text += document.slice(at, until);
		at = until;
		if (edit?.start === at) {
			text += edit.text;
			at = edit.end;
			next++;
		} else if (at === document.length) break;
	}
	return text;
}
