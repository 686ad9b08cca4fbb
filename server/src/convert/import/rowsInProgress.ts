import { hasLostLetters } from '../../csv/probes';
import { students } from '../../spec';
import { shown } from '../../wording';
import type { Head } from '../read/exportPart';
import type { FileLayout } from './fileLayout';
import type { ImportReport } from './importReport';
import { ImportProblems } from './problems';
import { StudentRows } from './studentRows';
import type { Target, Targets } from './targets';

/** A column with as many distinct texts repeats few of them, so that looking for them costs more than it saves. */
const MAX_SHARED_TEXTS = 5000;

const noContacts = { columns: [], most: 1 };

/** The rows of an export on their way into the new files. */
export class RowsInProgress {
	readonly #problems = new ImportProblems();
	readonly #students: StudentRows;
	readonly #leftOut = new Map<string, number>();
	/** One string for all equal ones, by the place of the target: most columns have few distinct texts. */
	readonly #sharedTexts: (Map<string, string> | undefined)[];
	readonly #warnings: string[] = [];
	#rows = 0;

	constructor(
		private readonly head: Head,
		private readonly targets: Targets,
	) {
		this.#students = new StudentRows(targets.all, students.perContact ?? noContacts, this.#problems);
		this.#sharedTexts = targets.all.map(() => new Map());
	}

	/** Adds a row (1-based) of the export; `fault` is what is wrong with it, in a sentence for people. */
	add(record: readonly string[], row: number, fault: string | undefined): void {
		this.#rows++;
		if (fault !== undefined) this.#problems.add(row, fault);
		const { fullName } = this.targets;
		if (fullName && !fullName.isCertain(record)) {
			const { header } = fullName;
			const message = `${shown(header)} is not "Last, First" here, so it was not split. Split it in students.csv.`;
			this.#problems.add(row, message);
		}
		const values = this.targets.all.map((target, place) => this.#shared(target.read(record), place));
		for (const [place, value] of values.entries())
			if (value !== undefined && hasLostLetters(value)) this.#reportLost(place, row);
		this.#reportEthnicity(record, values, row);
		this.#students.add(values, row);
	}

	/** Lists a row (1-based) that is not in the new files; `fault` says why, in a sentence for people. */
	skip(row: number, fault: string): void {
		this.#rows++;
		this.#problems.add(row, fault);
	}

	/** Adds what a person must know of the whole export, in a sentence. */
	tell(message: string, isProblem: boolean): void {
		if (isProblem) this.#problems.add(null, message);
		else this.#warnings.push(message);
	}

	/** Counts a row that is no student's. */
	leaveOut(what: string): void {
		this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1);
	}

	/** Puts what a blank means where no row of the student had a value. To be called once, after the last row. */
	fillBlanks(): void {
		this.#students.fillBlanks();
	}

	/** The rows of a new file, and how many there are. */
	of({ table, places }: FileLayout): { readonly count: number; readonly rows: Iterable<readonly string[]> } {
		return table === students ? this.#students.rosterRows(places) : this.#students.extensionRows(places);
	}

	/** What became of the rows, for the files that were made. */
	report(layouts: readonly FileLayout[]): ImportReport {
		const rows = this.#rows;
		const taken = new Set(layouts.flatMap(({ places }) => places));
		const targets = this.targets.all.filter((_, place) => taken.has(place));
		const headers = new Set(targets.flatMap(({ from }) => from));
		return {
			rows,
			students: this.#students.count,
			open: [
				...this.targets.missing.map(({ element }) => ({ element, value: null, rows })),
				...targets.flatMap(({ values }) => values?.open() ?? []),
			],
			problems: this.#problems.all(),
			translated: targets
				.filter(({ isFlags }) => !isFlags)
				.flatMap(({ values }) => values?.translated() ?? []),
			notTaken: this.head.names.filter((name) => !headers.has(name)),
			leftOut: Array.from(this.#leftOut, ([what, count]) => ({ what, rows: count })),
			warnings: [...this.head.warnings, ...this.#warnings],
		};
	}

	#shared(text: string | undefined, place: number): string | undefined {
		if (text === undefined) return undefined;
		const texts = this.#sharedTexts[place];
		const known = texts?.get(text);
		if (known !== undefined) return known;
		texts?.set(text, text);
		if (texts?.size === MAX_SHARED_TEXTS) this.#sharedTexts[place] = undefined;
		return text;
	}

	#reportEthnicity(record: readonly string[], values: readonly (string | undefined)[], row: number): void {
		const { ethnicity } = this.targets;
		const value = ethnicity?.in(record, values);
		if (!ethnicity || value === undefined) return;
		const { element } = ethnicity;
		const message = `The race ${shown(value)} says Hispanic, but ${element} does not. Set it to Y for ${shown(value)}, or correct your SIS.`;
		this.#problems.add(row, message);
	}

	#reportLost(place: number, row: number): void {
		const { element } = this.targets.all[place] as Target;
		this.#problems.add(
			row,
			`${element} has a letter that could not be read. Choose another encoding, or correct it in your SIS.`,
		);
	}
}
