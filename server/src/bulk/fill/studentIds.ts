import { visibleText } from '../../characters';
import { withoutLeadingZeros } from '../../check/dataset/studentIds';
import type { Steps } from '../../work/steps';
import { headerProblem } from '../headerProblems';
import { ReadableRows } from '../readableRows';
import type { Refusal } from '../results';
import { eachRow, type TableFile } from '../rowReader';
import { columnTwiceProblem } from './findColumn';
import { textsOf } from './possibleIds';
import { kindOfRow } from './rowKind';

/** Whose ID it is: the key of a student, or those of all who have it. */
type Owner = string | Set<string>;

/** How an ID was found. */
export type IdMatch =
	| {
			readonly kind: 'exact';
			readonly id: string;
			/** Whether the ID may have lost zeros that another student's ID has. */
			readonly hasTwin: boolean;
	  }
	/** The two differ by leading zeros. */
	| { readonly kind: 'zeros'; readonly id: string }
	/** Two students have the ID, exactly or but for leading zeros. */
	| { readonly kind: 'several' }
	/** A row of our file that cannot be read may have the ID. */
	| { readonly kind: 'doubtful' }
	| { readonly kind: 'none' };

/** The students of a file by one of their IDs. */
export class StudentIds {
	readonly #exact = new Map<string, Owner>();
	readonly #withoutZeros = new Map<string, Owner>();
	/** What unreadable rows may have as an ID, as it is and without zeros. */
	readonly #doubtful = new Set<string>();
	readonly #doubtfulWithoutZeros = new Set<string>();

	/** @param column of the file: the key, or another ID of the students. */
	constructor(readonly column: string) {}

	/** Adds a student. */
	add(value: string, key: string): void {
		if (value === '') return;
		addOwner(this.#exact, value, key);
		addOwner(this.#withoutZeros, withoutLeadingZeros(value), key);
	}

	/** Adds an ID that a row which cannot be read may have. */
	addDoubtful(value: string): void {
		this.#doubtful.add(value);
		this.#doubtfulWithoutZeros.add(withoutLeadingZeros(value));
	}

	/**
	 * Finds the student of an ID, as people see it. With `mindZeros` false, an ID that may have lost its zeros is not
	 * taken for that of another student: 123 is neither 123 nor 0123 where both exist.
	 */
	find(value: string, mindZeros: boolean): IdMatch {
		const shortened = withoutLeadingZeros(value);
		const alike = this.#withoutZeros.get(shortened);
		const exact = this.#exact.get(value);
		if (exact !== undefined && typeof exact !== 'string') return { kind: 'several' };
		if (this.#doubtful.has(value)) return { kind: 'doubtful' };
		const isDoubtful = this.#doubtfulWithoutZeros.has(shortened);
		const hasTwin = shortened === value && (typeof alike === 'object' || isDoubtful);
		if (exact !== undefined && (mindZeros || !hasTwin)) return { kind: 'exact', id: exact, hasTwin };
		if (alike === undefined) return { kind: isDoubtful ? 'doubtful' : 'none' };
		if (typeof alike !== 'string') return { kind: 'several' };
		return isDoubtful ? { kind: 'doubtful' } : { kind: 'zeros', id: alike };
	}

	/** The keys of all students whom an ID may mean. */
	owners(value: string, mindZeros: boolean): Iterable<string> {
		const owner = mindZeros ? this.#exact.get(value) : this.#withoutZeros.get(withoutLeadingZeros(value));
		return typeof owner === 'string' ? [owner] : (owner ?? []);
	}
}

/** Reads the students of a file by each of their IDs that the file has a column for. */
export function* readStudentIds(file: TableFile): Steps<readonly StudentIds[] | Refusal> {
	const problem = headerProblem(file);
	if (problem !== undefined) return { problem };
	const { layout } = file;
	const { primaryKey, otherIds } = layout.table;
	const columns = [primaryKey, ...otherIds]
		.filter((column) => layout.indexOf(column) >= 0)
		.map((column) => ({ index: layout.indexOf(column), ids: new StudentIds(column) }));
	for (const { index } of columns) {
		const twice = columnTwiceProblem(file, index);
		if (twice !== undefined) return { problem: twice };
	}
	const rows = new ReadableRows();
	yield* eachRow(file, (row) => {
		const kind = kindOfRow(row, rows, file);
		if (kind === 'unreadable') {
			for (const id of textsOf(row)) for (const { ids } of columns) ids.addDoubtful(id);
		}
		if (kind !== 'student' || row.id === '') return;
		for (const { index, ids } of columns) ids.add(visibleText(row.at(index)), row.id);
	});
	return columns.map(({ ids }) => ids);
}

function addOwner(owners: Map<string, Owner>, value: string, key: string): void {
	const owner = owners.get(value);
	if (owner === undefined) owners.set(value, key);
	else if (typeof owner !== 'string') owner.add(key);
	else if (owner !== key) owners.set(value, new Set([owner, key]));
}
