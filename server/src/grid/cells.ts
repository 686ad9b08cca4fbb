import type { Checker } from '../check/live/checker';
import type { Range } from '../csv/edits/edit';
import { rangeOf } from '../csv/ranges';
import { GridRecord, secretColumns } from './gridRecord';
import type { GridCode, GridPlace } from './gridTypes';
import { isCount } from './isCount';
import { unreadableText } from './unreadableText';

/**
 * The whole value of a cell; of a row that cannot be read, its text. Undefined for a cell that the file does not have,
 * and for a password; what may be one in a row that cannot be read is masked.
 */
export function cellValue(checker: Checker, { record: number, column }: GridPlace): string | undefined {
	if (!isCount(number) || !isCount(column)) return undefined;
	const record = new GridRecord(checker);
	if (!record.read(number)) return undefined;
	if (!record.isReadable) return unreadableText(checker, record);
	const isHidden = number > 0 && secretColumns(checker).has(column);
	return isHidden || column >= record.fields.count ? undefined : record.at(column);
}

/** Where a cell is in the text: its field with its quotes; the whole row where it cannot be read or has no such field. */
export function rangeOfCell(checker: Checker, { record: number, column }: GridPlace): Range | undefined {
	const record = new GridRecord(checker);
	return isCount(number) && isCount(column) && record.read(number)
		? rangeOf(checker, record.span(column))
		: undefined;
}

/** The codes of a column, in the order of the standard; undefined if it takes any text. */
export function columnCodes({ layout }: Checker, column: number): readonly GridCode[] | undefined {
	return layout.columns[column]?.element?.optionSet?.options.map(
		({ code, label, definition, meantBy = [], iso639 = [] }) => ({
			code,
			label,
			definition,
			words: [...new Set([...meantBy, ...iso639])],
		}),
	);
}
