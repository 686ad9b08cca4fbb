import { Fields, QUOTED } from '../csv/scan';
import type { ReadRow, TableFile } from './rowReader';

/**
 * Whether a quoted value of a row holds a line with about as many values as the header: rows that a misplaced quote has
 * swallowed, whose students nobody sees. An address over several lines has fewer.
 */
export function swallowsRows({ document, layout }: TableFile, row: ReadRow): boolean {
	if (!(row.fields.allFlags & QUOTED)) return false;
	const { columns } = layout;
	const fields = new Fields();
	return columns.some(({ index }) => {
		const [, ...lines] = row.at(index).split(/\r\n|\r|\n/);
		return lines.some((line) => {
			document.reader.read(line, 0, fields);
			return columns.length > 1 && fields.count >= Math.max(2, columns.length - 1);
		});
	});
}
