import {
	isPlain,
	isUnseen,
	isVisibleAscii,
	joinedVisibleText,
	visibleText,
	withPlainDashes,
} from '../../characters';
import { isBlankRecord } from '../../csv/blankRecord';
import { endsLine } from '../../csv/lineBreaks';
import { mayBeBlank } from '../../csv/probes';
import { fieldValue, valueIn } from '../../csv/quote';
import { FAULTY, Fields, MULTILINE, type RecordReader } from '../../csv/scan';
import { hashesOf, hashOf, NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import { NoStudentFilter } from '../../rules/record/noStudent';
import type { ReportProblem, Rule } from '../../rules/rule';
import { textOfFormula } from '../../rules/textFormula';
import type { Row } from '../../rules/views';
import type { ActiveRules } from '../activeRules';
import { idColumns } from '../dataset/studentIds';
import type { BlockFinding } from '../finding';
import { FieldCheck } from './fieldCheck';
import { type LostLetters, lostLettersIn } from './lostLetters';
import { PlainRecords } from './plainRecords';
import { RecordRow } from './recordRow';
import { UNREAD, ValueSlots } from './valueSlots';

const NO_IDS: readonly number[] = [];

/** A text that holds records, such as a block of a document or a piece of a file on the disk. */
export interface RecordSource {
	readonly text: string;
	/** Whether letters of the text may be lost, by `hasLostLetters`: one search spares a search of each record. */
	readonly hasLostLetters: boolean;
	/** The text of records from one of them on, as `RecordView.ahead` says; `record` is the number passed to `check`. */
	readonly ahead: (record: number) => string;
}

/** The result of checking one record. One object is reused, so it is valid until the next check. */
export interface RecordResult {
	/** The fields, as UTF-16 offsets into the text. */
	readonly fields: Fields;
	/** UTF-16 offset where the next record starts. */
	readonly next: number;
	/** The hash of the key; `NO_KEY` where it is empty or the record cannot be read. */
	readonly keyHash: number;
	/** A second hash of the key: rows that agree in both have the same key. Holds where there is a key. */
	readonly secondKeyHash: number;
	/** One hash of the values of all columns of codes. Holds where there is a key. */
	readonly codesHash: number;
	/**
	 * Hashes of IDs that the record may have besides its key: of every field that may be the key in a record that
	 * cannot be read, and of the key as people see it.
	 */
	readonly possibleIds: readonly number[];
	/** The letters that cannot be read; undefined if there are none or no rule asks for them. */
	readonly lostLetters: LostLetters | undefined;
}

/** Runs the rules that look at one record at a time over records of one layout. */
export class RecordCheck {
	/** Which value is counted where. */
	readonly slots: ValueSlots;
	readonly #fields = new Fields();
	readonly #result = {
		fields: this.#fields,
		next: 0,
		keyHash: NO_KEY,
		secondKeyHash: 0,
		codesHash: 0,
		possibleIds: NO_IDS,
		lostLetters: undefined as LostLetters | undefined,
	};
	readonly #fieldCheck: FieldCheck;
	readonly #recordRules;
	readonly #structureRules;
	readonly #countsLostLetters: boolean;
	readonly #noStudents: NoStudentFilter;
	readonly #plainRecords = new PlainRecords();
	readonly #row: RecordRow;
	/** The record for the rules that compare its fields. */
	readonly #rowView: Row;
	/**
	 * Whether all fields of the last record are in their places, so that it has a key. A letter that is lost moves no
	 * field.
	 */
	#isWhole = true;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly reader: RecordReader,
	) {
		this.slots = new ValueSlots(layout);
		const fieldCheck = new FieldCheck(layout, active, this.#fields, this.slots);
		this.#fieldCheck = fieldCheck;
		this.#recordRules = active.recordRules(layout);
		this.#structureRules = [...active.noStudentRules(), ...active.structureRules()];
		this.#countsLostLetters = active.lostLettersRules().length > 0;
		this.#noStudents = new NoStudentFilter(layout);
		const row = new RecordRow(layout, this.#fields);
		this.#row = row;
		this.#rowView = {
			layout,
			column: (name) => layout.indexOf(name),
			value: (name) => fieldCheck.codeIn(layout.indexOf(name)) ?? row.value(name),
		};
	}

	/**
	 * Reads and checks the record at UTF-16 offset `start`.
	 *
	 * @param record the number that the findings and `ahead` get.
	 * @param findings the list to append the record's findings to, in the order of its columns.
	 * @param counts where to count the values of its columns of codes, or that it cannot be read; missing if nobody asks.
	 */
	check(
		source: RecordSource,
		start: number,
		record: number,
		findings: BlockFinding[],
		counts?: Int32Array,
	): RecordResult {
		const { text } = source;
		const fields = this.#fields;
		const result = this.#result;
		const columns = this.layout.columns.length;
		result.next = this.reader.read(text, start, fields);
		result.lostLetters = undefined;
		let until = columns;
		this.#isWhole = true;
		if (
			fields.count !== columns ||
			fields.allFlags & (FAULTY | MULTILINE) ||
			source.hasLostLetters ||
			this.#noStudents.mayBe(text, start, fields) ||
			mayBeBlank(text, start, fields.end)
		) {
			until = this.#checkStructure(source, start, record, findings);
		}
		const isPlainRecord = this.#plainRecords.has(text, start, fields.end);
		result.keyHash = NO_KEY;
		result.possibleIds = NO_IDS;
		if (this.#isWhole) result.keyHash = this.#keyOf(text, isPlainRecord);
		else result.possibleIds = this.#possibleIdsOf(text);
		const isCounted = result.keyHash !== NO_KEY;
		if (counts && !isCounted && !isBlankRecord({ text, start, fields })) {
			counts[UNREAD] = (counts[UNREAD] as number) + 1;
		}
		const into = isCounted ? counts : undefined;
		result.codesHash = this.#fieldCheck.check(text, until, isPlainRecord, record, findings, into);
		if (until === columns && this.#recordRules.length > 0) this.#compareFields(text, record, findings);
		return result;
	}

	/**
	 * Counts the values of a record that was checked before.
	 *
	 * @param hasKey whether that check gave it the hash of a key.
	 * @param by 1 to add them to the counts, -1 to take them out.
	 */
	countAgain(text: string, start: number, hasKey: boolean, counts: Int32Array, by: 1 | -1): void {
		const fields = this.#fields;
		this.reader.read(text, start, fields);
		const count = (slot: number): void => {
			counts[slot] = (counts[slot] as number) + by;
		};
		if (!hasKey) {
			if (!isBlankRecord({ text, start, fields })) count(UNREAD);
			return;
		}
		for (const { index, element } of this.layout.columns) {
			const value = element?.optionSet ? valueIn(text, fields, index) : '';
			if (value !== '') count(this.slots.slotOf(index, value));
		}
	}

	/** Returns the column before which the values can be trusted. */
	#checkStructure(source: RecordSource, start: number, record: number, findings: BlockFinding[]): number {
		const { layout } = this;
		const { text } = source;
		const fields = this.#fields;
		let until = fields.count === layout.columns.length ? fields.count : 0;
		const ahead = (): string => source.ahead(record);
		const view = { text, start, fields, layout, ahead, reader: this.reader };
		for (const rule of this.#structureRules) {
			const report = this.#reporter(rule, record, findings);
			let isAlone = false;
			this.active.guard(rule, () =>
				rule.checkStructure(view, (problem, spot) => {
					isAlone = rule.standsAlone ?? false;
					until = Math.min(until, rule.hidesFields ? 0 : spot.column);
					report(problem, spot);
				}),
			);
			if (isAlone) break;
		}
		this.#isWhole = until === layout.columns.length;
		if (source.hasLostLetters && this.#countsLostLetters) {
			const lost = lostLettersIn(text, start, fields);
			this.#result.lostLetters = lost;
			if (lost) until = Math.min(until, lost.column);
		}
		return until;
	}

	#keyOf(text: string, isPlainRecord: boolean): number {
		const column = this.layout.keyIndex;
		if (column < 0) return NO_KEY;
		const fields = this.#fields;
		const result = this.#result;
		const start = fields.starts[column] as number;
		const end = fields.ends[column] as number;
		const flags = fields.flags[column] as number;
		if (
			flags === 0 &&
			start < end &&
			(isPlainRecord ? isTrimmed(text, start, end) : isPlain(text, start, end))
		) {
			return this.#hashKey(text, start, end);
		}
		const value = fieldValue(text.slice(start, end), flags);
		if (isUnseen(value)) return NO_KEY;
		const seen = new Set(
			[visibleText(value), joinedVisibleText(value), textOfFormula(value) ?? value].map(withPlainDashes),
		);
		seen.delete(value);
		if (seen.size > 0) result.possibleIds = [...seen].map((id) => hashOf(id, 0, id.length));
		return this.#hashKey(value, 0, value.length);
	}

	#hashKey(text: string, start: number, end: number): number {
		const hashes = hashesOf(text, start, end);
		this.#result.secondKeyHash = hashes[1] as number;
		return hashes[0] as number;
	}

	#possibleIdsOf(text: string): readonly number[] {
		const ids = this.#idsAmong(text, this.#fields);
		return this.#fields.allFlags & MULTILINE ? [...ids, ...this.#idsInLines(text)] : ids;
	}

	/** The IDs in the lines of values over several lines, which may be rows that a misplaced quote has swallowed. */
	#idsInLines(text: string): readonly number[] {
		const { starts, ends, count, end } = this.#fields;
		const line = new Fields();
		const ids: number[] = [];
		for (let column = 0; column < count; column++) {
			const fieldEnd = ends[column] as number;
			for (let at = starts[column] as number; at < fieldEnd; at++) {
				if (!endsLine(text, at)) continue;
				this.reader.read(text.slice(0, end), at + 1, line);
				ids.push(...this.#idsAmong(text, line));
			}
		}
		return ids;
	}

	#idsAmong(text: string, fields: Fields): readonly number[] {
		return idColumns(this.layout, fields.count).flatMap((column) => {
			const value = visibleText(valueIn(text, fields, column));
			return value === '' ? [] : [hashOf(value, 0, value.length)];
		});
	}

	#compareFields(text: string, record: number, findings: BlockFinding[]): void {
		this.#row.onScanned(text);
		for (const rule of this.#recordRules) {
			this.active.guard(rule, () => rule.checkRecord(this.#rowView, this.#reporter(rule, record, findings)));
		}
	}

	#reporter(rule: Rule, record: number, findings: BlockFinding[]): ReportProblem {
		return (problem, spot) => findings.push(this.active.finding(rule, problem, record, spot));
	}
}

/** Whether a part of a plain record has no spaces around it, and so is what it looks like. */
function isTrimmed(text: string, start: number, end: number): boolean {
	return isVisibleAscii(text.charCodeAt(start)) && isVisibleAscii(text.charCodeAt(end - 1));
}
