import type { ActiveRules } from '../../check/activeRules';
import { RecordCheck } from '../../check/record/recordCheck';
import { isBlankRecord } from '../../csv/blankRecord';
import { valueIn } from '../../csv/quote';
import { Fields, recordReader } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import type { Steps } from '../../work/steps';
import type { ComparedFile } from './comparedFile';

/** Records of a step. */
const RECORDS_PER_STEP = 64;

/** A row with a student. The same object moves from row to row. */
export class StudentRow {
	text = '';
	fields = new Fields();
	/** Two hashes of the ID, which together identify the student. */
	key = NO_KEY;
	otherKey = 0;
	/** Which piece of the file it is in, 0-based. */
	piece = 0;

	/** The value in a 0-based column, as it is in the file; empty for a column that the file does not have. */
	at(column: number): string {
		return column < 0 || column >= this.fields.count ? '' : valueIn(this.text, this.fields, column);
	}
}

/**
 * Calls `visit` for each row that has a student to the check: one that can be read and has an ID, and is no header, total
 * or line of dashes. The coverage report counts the same rows. Returns how many others there are that are not blank.
 *
 * @param active the rules that tell which rows can be read.
 * @param isWanted which pieces to look at, by their numbers.
 */
export function* eachStudentRow(
	{ layout, pieces }: ComparedFile,
	active: ActiveRules,
	visit: (row: StudentRow) => void,
	isWanted: (piece: number) => boolean = () => true,
): Steps<number> {
	const check = new RecordCheck(layout, active, recordReader);
	const row = new StudentRow();
	let piece = -1;
	let others = 0;
	let records = 0;
	for (const { text, start, done } of pieces()) {
		piece++;
		if (!isWanted(piece)) continue;
		let at = start;
		// Without an open quote, no rule looks further than the piece.
		const source = { text, hasLostLetters: false, ahead: (): string => text.slice(at) };
		row.text = text;
		row.piece = piece;
		while (at < text.length) {
			const { fields, keyHash, secondKeyHash, next } = check.check(source, at, records, []);
			if (keyHash !== NO_KEY) {
				row.fields = fields;
				row.key = keyHash;
				row.otherKey = secondKeyHash;
				visit(row);
			} else if (!isBlankRecord({ text, start: at, fields })) others++;
			at = next;
			if (++records % RECORDS_PER_STEP === 0) yield done;
		}
		yield done;
	}
	return others;
}
