import type { Position, Range } from './edits/edit';
import { countLineBreaks } from './lineBreaks';
import { FAULTY, Fields, MAX_QUOTED_LINES, QUOTED, recordReader, UNCLOSED } from './scan';
import { BYTE_ORDER_MARK } from './unreadText';

/** A text as an editor has it: its lines, 0-based and without their line breaks. */
export interface TextLines {
	readonly count: number;
	readonly at: (line: number) => string;
}

/** Whole lines of a text, joined by LF. */
interface Excerpt {
	readonly text: string;
	readonly firstLine: number;
	/** Whether the whole text starts and ends where the excerpt does. */
	readonly isStart: boolean;
	readonly isEnd: boolean;
}

/** Where records start, as offsets into an excerpt. The last place of a text may be a new row, without a field yet. */
interface RecordStarts {
	/** -1 where the excerpt has none. */
	readonly previous: number;
	readonly current: number;
	readonly next: number;
}

/** Offsets into an excerpt. */
interface Content {
	readonly start: number;
	readonly end: number;
	/** Where the field ends, its closing quote included. */
	readonly fieldEnd: number;
}

/** How many lines before and after a selection are read at first: what opens above it is closed or not within them. */
const FIRST_REACH = 2 * MAX_QUOTED_LINES;

/** Put before an excerpt, the start of a quoted field in the line above. */
const OPENED_ABOVE = '"\n';

/**
 * The content of the field after the one in which a selection ends, or before the one in which it begins: what is
 * between its quotes, and an empty range where it is empty. Goes over the ends of rows. Undefined at the last and the
 * first field of the text.
 *
 * Reads lines around the selection only, so that a key never waits for the rest of the file. It reads further only as
 * long as quotes leave open where the records start: ordinary texts never do over so many lines.
 */
export function nextField(lines: TextLines, { start, end }: Range, backward: boolean): Range | undefined {
	const isEmpty = start.line === end.line && start.character === end.character;
	const from = backward ? start : end;
	// A selection that ends before a field, as a whole line does, ends in the one before.
	const back = backward || isEmpty ? 0 : 1;
	for (let reach = FIRST_REACH; ; reach *= 2) {
		const excerpt = excerptAround(lines, from.line, reach);
		const found = contentFrom(excerpt, offsetIn(excerpt, from) - back, backward);
		if (found === 'no more') return undefined;
		if (found) return { start: positionIn(excerpt, found.start), end: positionIn(excerpt, found.end) };
	}
}

function excerptAround(lines: TextLines, line: number, reach: number): Excerpt {
	const firstLine = Math.max(0, line - reach);
	const end = Math.min(lines.count, line + reach);
	const isEnd = end === lines.count;
	const texts = Array.from({ length: end - firstLine }, (_, index) => lines.at(firstLine + index));
	// With its last line break, the excerpt has whole records.
	if (!isEnd) texts.push('');
	return { text: texts.join('\n'), firstLine, isStart: firstLine === 0, isEnd };
}

function offsetIn({ text, firstLine }: Excerpt, { line, character }: Position): number {
	let start = 0;
	for (let at = firstLine; at < line; at++) start = text.indexOf('\n', start) + 1;
	return start + character;
}

function positionIn({ text, firstLine }: Excerpt, offset: number): Position {
	const before = text.slice(0, offset);
	return {
		line: firstLine + countLineBreaks(before),
		character: offset - (before.lastIndexOf('\n') + 1),
	};
}

/** The content next to the field at an offset; undefined where the excerpt is too short to tell. */
function contentFrom(excerpt: Excerpt, offset: number, backward: boolean): Content | 'no more' | undefined {
	const starts = startsAround(excerpt, offset);
	const contents = starts && contentsAt(excerpt, starts.current);
	if (!contents) return undefined;
	const found = contents.findIndex(({ fieldEnd }) => offset <= fieldEnd);
	const column = found < 0 ? Math.max(0, contents.length - 1) : found;
	const beside = contents[backward ? column - 1 : column + 1];
	if (beside) return beside;
	if (backward && starts.previous < 0) return 'no more';
	const row = contentsAt(excerpt, backward ? starts.previous : starts.next);
	return row && (row.at(backward ? -1 : 0) ?? 'no more');
}

/** The contents of the record at a start; undefined where it may go on after the excerpt. */
function contentsAt({ text, isEnd }: Excerpt, start: number): readonly Content[] | undefined {
	if (start >= text.length) return isEnd ? [] : undefined;
	const fields = new Fields();
	recordReader.read(text, start, fields);
	if (fields.sawEnd && !isEnd) return undefined;
	return Array.from({ length: fields.count }, (_, column) => {
		const flags = fields.flags[column] as number;
		// A faulty field is all text, as `fieldValue` has it.
		const quotes = flags & QUOTED && !(flags & FAULTY) ? 1 : 0;
		const fieldEnd = fields.ends[column] as number;
		return { start: (fields.starts[column] as number) + quotes, end: fieldEnd - quotes, fieldEnd };
	});
}

/**
 * Finds the record at an offset. An excerpt from the middle of a text begins with a record or in a quoted field, as no
 * other line break is within a record. Where the two lead to the same record, or a field from above would not end in
 * time, the record is known; else the answer is undefined.
 */
function startsAround(excerpt: Excerpt, offset: number): RecordStarts | undefined {
	const { text, isStart } = excerpt;
	const isMarked = isStart && text.charCodeAt(0) === BYTE_ORDER_MARK;
	const starts = startsFrom(text, isMarked ? 1 : 0, offset);
	if (isStart) return starts;
	// The record before is not known.
	if (starts.previous < 0) return undefined;
	const opened = OPENED_ABOVE + text;
	const fields = new Fields();
	recordReader.read(opened, 0, fields);
	if ((fields.flags[0] as number) & UNCLOSED) return starts;
	const others = startsFrom(opened, 0, offset + OPENED_ABOVE.length);
	const isSame =
		others.previous === starts.previous + OPENED_ABOVE.length &&
		others.current === starts.current + OPENED_ABOVE.length;
	return isSame ? starts : undefined;
}

/** Reads records from `first` to the one that holds an offset. Only that one may go on after the excerpt. */
function startsFrom(text: string, first: number, offset: number): RecordStarts {
	const fields = new Fields();
	let previous = -1;
	let current = first;
	while (current < text.length) {
		const next = recordReader.read(text, current, fields);
		const isLastLine = next >= text.length && fields.end === next;
		if (offset < next || isLastLine) return { previous, current, next };
		previous = current;
		current = next;
	}
	return { previous, current, next: current };
}
