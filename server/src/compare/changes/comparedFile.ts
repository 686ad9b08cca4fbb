import { isUnseen } from '../../characters';
import { isAlsoColumn } from '../../rules/header/duplicateElement';
import { lookalikesOf, maybeUnderAnotherName } from '../../rules/header/lookalikes';
import type { Layout } from '../../rules/layout';

/** A text of whole records. */
export interface RecordPiece {
	readonly text: string;
	/** UTF-16 offset of its first record below the header. The records go on to the end of the text. */
	readonly start: number;
	/** How much of the file has been read with it, from 0 to 1. */
	readonly done: number;
}

/** One file of a side: a document of an editor, or a file on the disk. */
export interface ComparedFile {
	/** Its columns, in a table as the district uses it. */
	readonly layout: Layout;
	/** When it was last written, in milliseconds since 1970; undefined where nobody knows. */
	readonly modified?: number | undefined;
	/** The records below the header, from the first one on. Each call gives the same pieces. */
	pieces(): Iterable<RecordPiece>;
}

/** The files of a side, at most one of each role. */
export interface SideFiles {
	readonly roster?: ComparedFile | undefined;
	readonly extension?: ComparedFile | undefined;
}

/** Why no student can be found in a file, in a sentence for people with the way out; undefined where they can. */
export function missingIdProblem(layout: Layout): string | undefined {
	const { table, keyIndex, columns } = layout;
	const other = columns.find(({ duplicateOf }) => keyIndex >= 0 && duplicateOf === keyIndex);
	if (other) return isAlsoColumn(layout, other.index, keyIndex);
	if (keyIndex >= 0) return undefined;
	if (columns.every(({ header }) => isUnseen(header))) return 'the file is empty. Choose another one';
	const likely = lookalikesOf(layout, [table.primaryKey]);
	const advice = likely.length > 0 ? maybeUnderAnotherName(likely) : 'Check the file first.';
	return `the first row has no column ${table.primaryKey}. ${advice}`;
}
