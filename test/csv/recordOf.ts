import { Fields, MAX_QUOTED_LINES, RecordReader } from '../../server/src/csv/scan';

/** The first record of a text, or the one at `start`, as the reader leaves it. */
export function recordOf(text: string, start = 0, maxQuotedLines = MAX_QUOTED_LINES, delimiter = ',') {
	const { starts, ends, flags, count, end, sawEnd, allFlags, next } = read(
		text,
		start,
		maxQuotedLines,
		delimiter,
	);
	const first = (list: ArrayLike<number>): number[] => Array.from(list).slice(0, count);
	return { starts: first(starts), ends: first(ends), flags: first(flags), end, sawEnd, allFlags, next };
}

function read(text: string, start: number, maxQuotedLines: number, delimiter: string) {
	const fields = new Fields();
	const next = new RecordReader({ maxQuotedLines, delimiter }).read(text, start, fields);
	return Object.assign(fields, { next });
}
