/** Exports of systems that keep rows of past students, and a part of each student in another file, as OneRoster does. */

import { trimUnseen } from '../../characters';
import { students } from '../../spec';
import { headerKey } from '../../spec/exportHeaders';
import { type ExportSystem, recognizeSystem } from '../../spec/systems';
import type { SystemFile } from '../../spec/systems/types';
import { countOf, plural } from '../../wording';
import type { ExportPart, Head } from './exportPart';

/** OneRoster writes several values of a field with commas between them. */
const SEVERAL = /,/;

type Row = Extract<ExportPart, { readonly kind: 'row' }>;

/** Reads the other file of a system; `isNeeded` tells whether the export lacks what it has. */
export type ReadCompanion = () => AsyncIterable<ExportPart>;

/**
 * Passes on the parts of an export. If its header tells that it is of such a system, rows of students that are no more
 * and of people who are no students are left out, and each record gets the fields of the student in the other file.
 * Students who are in that file only come last.
 *
 * @param readCompanion reads the other file; undefined where there is none.
 */
export async function* completeRows(
	parts: AsyncIterable<ExportPart>,
	readCompanion: ReadCompanion | undefined,
): AsyncGenerator<ExportPart> {
	let export_: SystemExport | undefined;
	for await (const part of parts) {
		if (part.kind === 'head') {
			const system = recognizeSystem(part.head.names);
			export_ = system && new SystemExport(system, part.head);
			if (export_ && readCompanion) await export_.readCompanion(readCompanion());
			yield { kind: 'head', head: export_?.head ?? part.head };
		} else if (part.kind === 'row') yield export_?.complete(part) ?? part;
		else yield part;
	}
	if (!export_) return;
	yield* export_.others();
	yield* export_.told();
}

/** The columns of a file that tell which of its rows are students. */
class StudentFilter {
	readonly #status: number;
	readonly #role: number;
	readonly #who: SystemFile['students'] | undefined;

	constructor(
		private readonly system: ExportSystem,
		names: readonly string[],
	) {
		this.#status = indexOf(names, system.leftOut?.header);
		this.#who = system.companion?.students;
		this.#role = indexOf(names, this.#who?.header);
	}

	/** Whether the file has a column that tells who is a student. */
	get hasRoles(): boolean {
		return this.#role >= 0;
	}

	/** Why a row that is not left out may still be no student's, as a sentence. */
	doubt(record: readonly string[]): string | undefined {
		if (!this.#who || !this.hasRoles || trimUnseen(record[this.#role] ?? '') !== '') return undefined;
		return `${this.#who.header} is empty here, so this may not be a student. Fill it in and export again.`;
	}

	/** What a row is that is left out, for people; undefined for a student's row. */
	reason(record: readonly string[]): string | undefined {
		const { leftOut } = this.system;
		const status = trimUnseen(record[this.#status] ?? '').toLowerCase();
		if (status !== '' && leftOut?.values.some((value) => value.toLowerCase() === status))
			return `marked ${status}`;
		const role = trimUnseen(record[this.#role] ?? '').toLowerCase();
		const isStudent = this.#who?.values.some((value) => value.toLowerCase() === role);
		return role !== '' && !isStudent ? 'not a student' : undefined;
	}
}

/** What the other file has about one person. */
interface CompanionRow {
	readonly fields: readonly string[];
	readonly row: number;
	readonly reason: string | undefined;
	readonly doubt: string | undefined;
	isUsed: boolean;
}

/** The rows of the other file by their IDs, each ID once. */
class CompanionRows {
	readonly byId = new Map<string, CompanionRow>();
	/** What is wrong with rows, in sentences. */
	readonly problems: string[] = [];

	constructor(
		private readonly file: SystemFile,
		private readonly key: number,
		private readonly columns: readonly number[],
		private readonly filter: StudentFilter,
	) {}

	add({ record, row, fault }: Row): void {
		const reason = this.filter.reason(record);
		if (reason === undefined && fault !== undefined) this.tell(row, fault);
		const id = trimUnseen(record[this.key] ?? '');
		if (id === '') {
			if (reason === undefined) this.tell(row, `The row has no ${this.file.key}, so it is left out.`);
			return;
		}
		const fields = this.columns.map((index) => record[index] ?? '');
		const doubt = fault === undefined ? this.filter.doubt(record) : undefined;
		const first = this.byId.get(id);
		const isTaken = !first || (first.reason !== undefined && reason === undefined);
		if (first && !isSame(first, fields, reason)) {
			const taken = isTaken ? row : first.row;
			this.tell(
				row,
				`It has the ${this.file.key} of row ${first.row}, and other values. Row ${taken} is taken.`,
			);
		}
		if (isTaken) this.byId.set(id, { fields, row, reason, doubt, isUsed: false });
	}

	/** Adds what is wrong with a row (1-based). */
	tell(row: number, message: string): void {
		this.problems.push(`Row ${row} of ${this.file.fileName}: ${message}`);
	}
}

/** Whether a further row of an ID says nothing new: the same of the student, or of somebody who is left out anyway. */
function isSame(first: CompanionRow, fields: readonly string[], reason: string | undefined): boolean {
	if (first.reason !== undefined || reason !== undefined)
		return first.reason !== undefined && reason !== undefined;
	return first.fields.every((field, index) => field === fields[index]);
}

/** An export of one system. */
class SystemExport {
	head: Head;
	readonly #filter: StudentFilter;
	readonly #key: number;
	/** The columns in which a system lists several values where Clever takes one. */
	#single: readonly number[] = [];
	#companion: ReadonlyMap<string, CompanionRow> | undefined;
	readonly #width: number;
	/** What is wrong with the other file and its rows, in sentences. */
	readonly #problems: string[] = [];
	/** How many students only the other file has. */
	#onlyOther = 0;

	constructor(
		private readonly system: ExportSystem,
		head: Head,
	) {
		this.head = head;
		this.#width = head.names.length;
		this.#filter = new StudentFilter(system, head.names);
		this.#key = indexOf(head.names, system.companion?.key);
		this.#findSingle();
		const { companion } = system;
		const names = new Set(head.names.map(headerKey));
		const isOther = companion?.headers.some(
			({ isCertain, names: all }) => isCertain && all.some((name) => names.has(headerKey(name))),
		);
		if (companion && isOther) this.#tellMissingRoles('The export', this.#filter);
	}

	/** Reads the other file, unless the export has its columns. */
	async readCompanion(parts: AsyncIterable<ExportPart>): Promise<void> {
		const { companion } = this.system;
		if (!companion || this.#key < 0) return;
		const wanted = new Set(companion.headers.flatMap(({ names }) => names).map(headerKey));
		const has = new Set(this.head.names.map(headerKey));
		let rows: CompanionRows | undefined;
		for await (const part of parts) {
			if (part.kind === 'problem') {
				this.#warn(`${companion.fileName} could not be read, so names are missing. ${part.problem}`);
				return;
			}
			if (part.kind === 'head') {
				const { names } = part.head;
				const columns = [...names.keys()].filter((index) => {
					const name = headerKey(names[index] ?? '');
					return wanted.has(name) && !has.has(name);
				});
				const key = indexOf(names, companion.key);
				if (key < 0) {
					this.#warn(`${companion.fileName} has no column ${companion.key}, so names are missing.`);
					return;
				}
				const filter = new StudentFilter(this.system, names);
				this.#tellMissingRoles(companion.fileName, filter);
				rows = new CompanionRows(companion, key, columns, filter);
				this.head = {
					...this.head,
					names: [...this.head.names, ...columns.map((index) => names[index] ?? '')],
				};
			} else if (part.kind === 'row') rows?.add(part);
			else if (part.kind === 'skipped') rows?.tell(part.row, part.fault);
		}
		this.#companion = rows?.byId;
		this.#problems.push(...(rows?.problems ?? []));
		this.#findSingle();
	}

	/** The whole record of a row, or why it is left out. */
	complete(part: Row): ExportPart {
		const { record, row } = part;
		const own = this.#filter.reason(record);
		const id = trimUnseen(record[this.#key] ?? '');
		const other = this.#companion?.get(id);
		if (other) other.isUsed = true;
		const what = own ?? other?.reason;
		if (what !== undefined) return { kind: 'leftOut', row, what };
		if (!this.#companion) return this.#checked({ ...part, fault: part.fault ?? this.#filter.doubt(record) });
		const padded = Array.from({ length: this.#width }, (_, index) => record[index] ?? '');
		const missing = `${this.system.companion?.fileName} has no row for this student, so the name is missing.`;
		const fault = part.fault ?? (other ? other.doubt : missing);
		return this.#checked({ ...part, record: [...padded, ...(other?.fields ?? [])], fault });
	}

	/** The students of the other file that the export does not have. */
	*others(): Iterable<ExportPart> {
		for (const [id, { fields, row, reason, doubt, isUsed }] of this.#companion ?? []) {
			if (isUsed) continue;
			if (reason !== undefined) yield { kind: 'leftOut', row, what: reason };
			else {
				this.#onlyOther++;
				const empty = Array.from({ length: this.#width }, (_, index) => (index === this.#key ? id : ''));
				yield this.#checked({ kind: 'row', record: [...empty, ...fields], row, fault: doubt });
			}
		}
	}

	/** What a person must know of the other file, when all rows are read. */
	*told(): Iterable<ExportPart> {
		for (const message of this.#problems) yield { kind: 'told', message, isProblem: true };
		const { fileName } = this.system.companion ?? {};
		if (this.#onlyOther === 0) return;
		const students = countOf(this.#onlyOther, 'student');
		const verb = plural(this.#onlyOther, 'has', 'have');
		const message = `${students} of ${fileName} ${verb} no row in the export, so only the fields of ${fileName} are filled.`;
		yield { kind: 'told', message, isProblem: false };
	}

	/** Nobody is taken for a student in silence: without roles, a teacher looks the same. */
	#tellMissingRoles(file: string, { hasRoles }: StudentFilter): void {
		const role = this.system.companion?.students.header;
		if (!hasRoles)
			this.#warn(`${file} has no column ${role}, so people who are no students may be in the new files.`);
	}

	#checked(part: Row): Row {
		const list = this.#single.find((index) => SEVERAL.test(part.record[index] ?? ''));
		if (list === undefined || part.fault !== undefined) return part;
		const fault = `${this.head.names[list]} has several values here, and Clever takes one. Choose one in ${students.fileName}.`;
		return { ...part, fault };
	}

	#findSingle(): void {
		const { person } = students;
		const single = this.system.companion?.headers.filter(
			({ element }) => element === person?.school || element === person?.grade,
		);
		this.#single = (single ?? [])
			.flatMap(({ names }) => names.map((name) => indexOf(this.head.names, name)))
			.filter((index) => index >= 0);
	}

	/** Tells before and after the import what is wrong with a whole file. */
	#warn(warning: string): void {
		this.#problems.push(warning);
		this.head = { ...this.head, warnings: [...this.head.warnings, warning] };
	}
}

function indexOf(names: readonly string[], header: string | undefined): number {
	const key = header === undefined ? undefined : headerKey(header);
	return names.findIndex((name) => headerKey(name) === key);
}
