import type { Checker } from '../check/live/checker';
import { FAULTY, type Fields, MULTILINE } from '../csv/scan';
import { MASK } from '../wording';
import { type GridRecord, secretColumns } from './gridRecord';

/** What may have moved a comma, or hidden one. */
const FAULT = FAULTY | MULTILINE;

/**
 * The text of a row that cannot be read, with a mask in place of what may be a password. Where a row has one field too
 * few or too many, a value is at most one column away from its own; after a fault of quotes it may be anywhere.
 */
export function unreadableText(checker: Checker, record: GridRecord): string {
	const secrets = secretColumns(checker);
	if (secrets.size === 0) return record.text;
	if (checker.columnsProblem !== undefined) return MASK;
	const { fields, blockText } = record;
	const isMasked = maskOf(fields, checker.layout.columns.length, secrets);
	let text = '';
	for (let field = 0; field < fields.count; field++) {
		const start = fields.starts[field] as number;
		const end = fields.ends[field] as number;
		const before = field === 0 ? record.start : (fields.ends[field - 1] as number);
		text += blockText.slice(before, start);
		text += isMasked(field) ? MASK : blockText.slice(start, end);
	}
	return text;
}

function maskOf(fields: Fields, columns: number, secrets: ReadonlySet<number>): (field: number) => boolean {
	const fault = firstFault(fields);
	// The quotes may have hidden a comma, or a value that is missing.
	const distance = Math.max(Math.abs(columns - fields.count), fault < fields.count ? 1 : 0);
	const ranges = [...secrets].map((secret) => ({
		first: Math.min(secret - distance, fault),
		last: fault < fields.count ? Number.POSITIVE_INFINITY : secret + distance,
	}));
	return (field) => ranges.some(({ first, last }) => field >= first && field <= last);
}

/** The first field with a fault; the number of fields if none has. */
function firstFault({ count, flags }: Fields): number {
	for (let field = 0; field < count; field++) if ((flags[field] as number) & FAULT) return field;
	return count;
}
