/** What error reports say about a checked file, which is edited. */

import { visibleText } from '../../characters';
import type { BlockWatcher, CheckedBlock } from '../../check/live/checkedBlock';
import type { Checker } from '../../check/live/checker';
import { RecordRow } from '../../check/record/recordRow';
import type { ReportedCount, ReportedProblem, ReportedProblems } from '../../check/reportedProblems';
import { Fields } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import type { ReturnedLine } from './returnedTypes';

/** A line whose field has what it had when the report was opened. `index` counts from the first record of its block. */
interface Standing extends KnownLine {
	readonly index: number;
}

/** A line, and where the file has its column. */
interface KnownLine {
	readonly line: ReturnedLine;
	/** 0-based; negative where the file does not have it. */
	readonly column: number;
	/** The lines of its kind that stand: their sum is kept, so that an edit makes none. */
	readonly kind: Kind;
}

type Kind = { -readonly [key in keyof ReportedCount]: ReportedCount[key] };

/** Lines that are taken in at a time. */
const LINES_PER_STEP = 500;

/** What is known of a block: its students that the reports name, each with the index of its first row. */
interface BlockStudents {
	readonly firstRows: ReadonlyMap<string, number>;
	/** By student, the lines that stand in this block: those of students whose first row it has. */
	readonly standing: Map<string, readonly Standing[]>;
	/** The problems at one place of the block in its document. */
	placed:
		| { readonly record: number; readonly line: number; readonly problems: readonly ReportedProblem[] }
		| undefined;
}

/**
 * The lines of error reports on one file: each is a problem in the first row of its student, for as long as the field
 * has what it had when the report was opened. An edit costs what its block costs, however large file and reports are.
 */
export class ReportOverlay implements ReportedProblems, BlockWatcher {
	revision = 0;
	total = 0;
	readonly #byStudent = new Map<string, KnownLine[]>();
	/** How many lines are in `#byStudent` or are about a column. */
	#indexed = 0;
	readonly #onHeader: KnownLine[] = [];
	readonly #blocks = new Map<CheckedBlock, BlockStudents>();
	/** The blocks that hold rows of a student. */
	readonly #blocksOf = new Map<string, Set<CheckedBlock>>();
	/** The block that has the first row of a student. */
	readonly #homes = new Map<string, CheckedBlock>();
	readonly #unread = new Set<CheckedBlock>();
	/** Students with rows in several blocks, one of which was read again. */
	readonly #pending = new Set<string>();
	readonly #kinds = new Map<string, Kind>();
	#standingOnHeader: readonly Standing[] = [];
	#header: readonly ReportedProblem[] = [];
	#row: RecordRow;

	/** @param lines those about this file. */
	constructor(
		private readonly checker: Checker,
		private readonly lines: readonly ReturnedLine[],
	) {
		this.#row = new RecordRow(checker.layout, new Fields());
		for (const block of checker.blocks) this.#unread.add(block);
		checker.watch(this);
	}

	/** Stops to follow the file. */
	dispose(): void {
		this.checker.unwatch(this);
	}

	get counts(): readonly ReportedCount[] {
		return [...this.#kinds.values()].filter(({ count }) => count > 0);
	}

	run(stop: () => boolean): boolean {
		while (this.#indexed < this.lines.length) {
			this.#index();
			if (stop()) return false;
		}
		for (const block of this.#unread) {
			this.#unread.delete(block);
			this.#read(block);
			if (stop()) return false;
		}
		for (const id of this.#pending) {
			this.#pending.delete(id);
			this.#place(id);
			if (stop()) return false;
		}
		return true;
	}

	inBlock(position: number): readonly ReportedProblem[] {
		const block = this.checker.blockAt(position);
		const known = block && this.#blocks.get(block);
		const below = block && known ? this.#placed(block, known) : [];
		return position === 0 ? [...this.#header, ...below] : below;
	}

	blockAdded(block: CheckedBlock): void {
		this.#unread.add(block);
	}

	blockRemoved(block: CheckedBlock): void {
		this.#unread.delete(block);
		const known = this.#blocks.get(block);
		if (!known) return;
		this.#blocks.delete(block);
		for (const id of known.firstRows.keys()) {
			const blocks = this.#blocksOf.get(id);
			blocks?.delete(block);
			if (blocks && blocks.size > 0) this.#pending.add(id);
		}
		for (const [id, standing] of known.standing) {
			this.#homes.delete(id);
			for (const one of standing) this.#count(one, -1);
		}
	}

	reset(): void {
		for (const block of [...this.#blocks.keys()]) this.blockRemoved(block);
		this.#unread.clear();
		this.#pending.clear();
		this.#row = new RecordRow(this.checker.layout, new Fields());
		// The columns may be others.
		for (const one of this.#standingOnHeader) this.#count(one, -1);
		this.#standingOnHeader = [];
		this.#header = [];
		this.#onHeader.length = 0;
		this.#byStudent.clear();
		this.#blocksOf.clear();
		this.#kinds.clear();
		this.#indexed = 0;
	}

	/** Takes in some of the lines. */
	#index(): void {
		const until = Math.min(this.lines.length, this.#indexed + LINES_PER_STEP);
		for (; this.#indexed < until; this.#indexed++) {
			const line = this.lines[this.#indexed] as ReturnedLine;
			const column = this.checker.layout.indexOf(line.column);
			const known = { line, column, kind: this.#kindOf(line, column) };
			const ofStudent = line.id === null ? this.#onHeader : this.#byStudent.get(line.id);
			if (ofStudent) ofStudent.push(known);
			else if (line.id !== null) this.#byStudent.set(line.id, [known]);
		}
		if (until === this.lines.length) this.#readHeader();
	}

	#kindOf({ report: source, severity }: ReturnedLine, column: number): Kind {
		const key = `${severity} ${column} ${source}`;
		const kind = this.#kinds.get(key) ?? { source, severity, column, count: 0 };
		this.#kinds.set(key, kind);
		return kind;
	}

	/** Finds the students of a block that the reports name, and places the lines of those that no other block has. */
	#read(block: CheckedBlock): void {
		const { keyIndex } = this.checker.layout;
		if (keyIndex < 0 || this.#byStudent.size === 0) return;
		const firstRows = new Map<string, number>();
		const students: BlockStudents = { firstRows, standing: new Map(), placed: undefined };
		for (const [index, hash] of block.keys.entries()) {
			if (hash === NO_KEY) continue;
			const row = block.read(this.#row, index);
			const id = visibleText(row.at(keyIndex));
			const lines = this.#byStudent.get(id);
			if (!lines || firstRows.has(id)) continue;
			firstRows.set(id, index);
			const blocks = this.#blocksOf.get(id);
			if (!blocks) this.#blocksOf.set(id, new Set([block]));
			else blocks.add(block);
			if (blocks && blocks.size > 1) this.#pending.add(id);
			else this.#stand(id, lines, block, students, index);
		}
		if (firstRows.size > 0) this.#blocks.set(block, students);
	}

	/** Compares the first row of a student with what it was, where several blocks have the student. */
	#place(id: string): void {
		const before = this.#homes.get(id);
		const known = before && this.#blocks.get(before);
		if (known) {
			for (const one of known.standing.get(id) ?? []) this.#count(one, -1);
			known.standing.delete(id);
			known.placed = undefined;
		}
		this.#homes.delete(id);
		let home: CheckedBlock | undefined;
		for (const block of this.#blocksOf.get(id) ?? []) {
			if (!home || block.position < home.position) home = block;
		}
		const students = home && this.#blocks.get(home);
		const index = students?.firstRows.get(id);
		if (!home || !students || index === undefined) return;
		home.read(this.#row, index);
		this.#stand(id, this.#byStudent.get(id) ?? [], home, students, index);
	}

	/** Keeps the lines that stand in the row of a student that was read. */
	#stand(
		id: string,
		lines: readonly KnownLine[],
		home: CheckedBlock,
		students: BlockStudents,
		index: number,
	): void {
		const standing: Standing[] = [];
		for (const { line, column, kind } of lines) {
			if (column < 0 || this.#row.at(column) !== line.before) continue;
			standing.push({ line, column, kind, index });
		}
		if (standing.length === 0) return;
		this.#homes.set(id, home);
		students.standing.set(id, standing);
		students.placed = undefined;
		for (const one of standing) this.#count(one, 1);
	}

	#readHeader(): void {
		const { layout } = this.checker;
		this.#standingOnHeader = this.#onHeader.flatMap((known) =>
			layout.columns[known.column]?.header === known.line.before ? [{ ...known, index: 0 }] : [],
		);
		this.#header = this.#standingOnHeader.map((one) => problemOf(one, 0));
		for (const one of this.#standingOnHeader) this.#count(one, 1);
	}

	#placed(block: CheckedBlock, students: BlockStudents): readonly ReportedProblem[] {
		const { document } = this.checker;
		const record = document.firstRecordOf(block.position);
		const line = document.firstLineOf(block.position);
		if (students.placed?.record !== record || students.placed.line !== line) {
			const problems = [...students.standing.values()]
				.flat()
				.sort((one, other) => one.index - other.index || one.column - other.column)
				.map((one) => problemOf(one, record));
			students.placed = { record, line, problems };
		}
		return students.placed.problems;
	}

	#count({ kind }: Standing, by: 1 | -1): void {
		kind.count += by;
		this.total += by;
		this.revision++;
	}
}

function problemOf({ line, column, index }: Standing, first: number): ReportedProblem {
	const { report, severity, message } = line;
	return { source: report, severity, message, record: first + index, column };
}
