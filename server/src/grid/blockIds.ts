import { trimUnseen } from '../characters';
import type { Checker } from '../check/live/checker';
import { findElement, normalizeColumn } from '../spec';
import { quoteUnlessDigits } from '../wording';
import type { Steps } from '../work/steps';
import type { ClipboardBlock } from './clipboardBlock';

/** The IDs of students of this file in the first column of a block. */
export interface BlockIds {
	/** The records with each ID, by the ID as the block has it. */
	readonly places: ReadonlyMap<string, readonly number[]>;
	/** IDs that the file has with leading zeros only: a spreadsheet has taken them for numbers. */
	readonly restored: number;
	/** Why an ID may be two of this file, in a sentence for people; undefined if each is one. */
	readonly problem?: string | undefined;
}

/** Rows between two yields. */
const STEP = 64;

/** The digits of the longest ID that leading zeros are tried for. */
const MAX_DIGITS = 20;

const NUMBER = /^(?:0|[1-9]\d*)$/;

/**
 * Looks up the IDs in the first column of a block; undefined where most of them are not in the file, so that the column
 * holds something else. The file must be checked to its end.
 */
export function* blockIds(checker: Checker, block: ClipboardBlock): Steps<BlockIds | undefined> {
	if (checker.layout.keyIndex < 0 || block.width < 2) return undefined;
	const places = new Map<string, readonly number[]>();
	let known = 0;
	let restored = 0;
	let problem: string | undefined;
	for (let at = hasHeader(checker, block) ? 1 : 0; at < block.rows.length; at++) {
		const id = idOf(block.rows[at] as readonly string[]);
		if (at % STEP === 0) yield (at / block.rows.length) * 0.8;
		if (id === '' || places.has(id)) continue;
		const exact = recordsOf(checker, id);
		const [one, ...others] = exact.length > 0 ? [] : withZeros(checker, id);
		places.set(id, one?.records ?? exact);
		if (one) restored++;
		if (one && others.length > 0) problem ??= ambiguous(id, [one.id, ...others.map((other) => other.id)]);
		if (one || exact.length > 0) known++;
	}
	if (known * 2 <= places.size) return undefined;
	// Where some have lost zeros, one that is in the file may have lost them too.
	for (const id of restored > 0 && !problem ? places.keys() : []) {
		yield 0.9;
		const others = withZeros(checker, id);
		if (others.length > 0 && recordsOf(checker, id).length > 0) {
			problem ??= ambiguous(id, [id, ...others.map((other) => other.id)]);
		}
	}
	return { places, restored, problem };
}

/** The ID in the first cell of a row, without the spaces around it. */
export function idOf([id = '']: readonly string[]): string {
	return trimUnseen(id);
}

/** Whether the first row of a block has the header of the ID column in its first cell. */
export function hasHeader({ layout }: Checker, { rows }: ClipboardBlock): boolean {
	const [first = ''] = rows[0] ?? [];
	const key = layout.columns[layout.keyIndex];
	return first !== '' && key?.name === columnNamed(layout.table, first);
}

/** The name in our tables of the column with a header. */
export function columnNamed(table: Checker['table'], header: string): string {
	return findElement(table, header)?.column ?? normalizeColumn(header);
}

function recordsOf(checker: Checker, id: string): readonly number[] {
	return [...checker.placesOf(id)].map((place) => checker.recordOf(place));
}

/** The IDs of the file that are this one after leading zeros. */
function withZeros(
	checker: Checker,
	id: string,
): readonly { readonly id: string; readonly records: readonly number[] }[] {
	const found = [];
	if (!NUMBER.test(id)) return [];
	for (let padded = `0${id}`; padded.length <= MAX_DIGITS; padded = `0${padded}`) {
		const records = recordsOf(checker, padded);
		if (records.length > 0) found.push({ id: padded, records });
	}
	return found;
}

function ambiguous(id: string, ids: readonly string[]): string {
	const [one = '', other = ''] = ids;
	return `ID ${quoteUnlessDigits(id)} of the block has lost zeros: it may be ${one} or ${other}. Correct it.`;
}
