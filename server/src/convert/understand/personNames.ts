import { headerKey } from '../../spec/exportHeaders';
import type { SummaryColumn } from './summary';
import { isAboutOthers } from './valueSigns';

/** Headers of a student's whole name; compared by `headerKey`. */
const wholeNames: ReadonlySet<string> = new Set(
	[
		...[
			'Student Name',
			'Student',
			'Name',
			'Full Name',
			'Student Full Name',
			'Student Name (Last, First)',
			'Pupil Name',
		],
		...[
			'Last, First',
			'Last Name, First Name',
			'Last First',
			'LastFirst',
			'Name (Last, First)',
			'Legal Name',
			'Display Name',
		],
		...[
			'Student Last, First',
			'Student Last First',
			'Last, First Middle',
			'Last Name First Name',
			'Student Legal Name',
		],
	].map(headerKey),
);

const LETTER = /\p{L}/u;
/** Names without a comma are left as they are, and listed. */
const MIN_SHARE = 0.9;

/** The columns of an export with a student's whole name as "Last, First". */
export function personNames(columns: readonly SummaryColumn[]): readonly SummaryColumn[] {
	return columns.filter(({ name, values }) => {
		if (values.length === 0 || !wholeNames.has(headerKey(name)) || isAboutOthers(name)) return false;
		return values.filter(({ value }) => isLastFirst(value)).length >= values.length * MIN_SHARE;
	});
}

/** Whether a name has letters before its first comma and after it. */
function isLastFirst(name: string): boolean {
	const [, last = '', first = ''] = /^([^,]*),([^,]*)/.exec(name) ?? [];
	return LETTER.test(last) && LETTER.test(first);
}
