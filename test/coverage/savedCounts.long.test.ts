/**
 * A reader who knows the totals, the rules and the code, and tries every district that the page could be of. The pages
 * are asked for; nothing here knows how ranges and bands are chosen.
 */
import assert from 'node:assert/strict';
import type { SavedReport } from '../../server/src/protocol/report';
import { type MadeUpSchool, publishedOf, publishedSchoolsOf, sum } from './madeUpCounts';

const CODES = 4;

/** The values that hidden counts may have, for each number of students without a code. */
class Possible {
	readonly #byNoCode = new Map<number, Uint8Array>();

	constructor(
		private readonly counts: number,
		private readonly students: number,
	) {}

	add(noCode: number, counts: readonly number[]): void {
		const size = this.counts * (this.students + 1);
		const seen = this.#byNoCode.get(noCode) ?? new Uint8Array(size);
		this.#byNoCode.set(noCode, seen);
		for (let at = 0; at < counts.length; at++) seen[at * (this.students + 1) + (counts[at] as number)] = 1;
	}

	get noCodes(): number[] {
		return [...this.#byNoCode.keys()];
	}

	/** How many values each count may have, where the students without a code are one of `noCodes`. */
	numbers(noCodes: readonly number[]): number[] {
		const tables = noCodes.map((noCode) => this.#byNoCode.get(noCode) as Uint8Array);
		return Array.from({ length: this.counts }, (_, at) => {
			let values = 0;
			for (let value = 0; value <= this.students; value++) {
				if (tables.some((table) => table[at * (this.students + 1) + value] === 1)) values++;
			}
			return values;
		});
	}
}

/** All districts of one kind, by what is published of them: first by where the range of students without a code begins. */
type Groups = Map<string, Map<string, Possible>>;

function put(groups: Groups, noCodeFrom: unknown, published: unknown, create: () => Possible): Possible {
	const range = JSON.stringify(noCodeFrom);
	const ofRange = groups.get(range) ?? new Map<string, Possible>();
	groups.set(range, ofRange);
	const key = JSON.stringify(published);
	const possible = ofRange.get(key) ?? create();
	ofRange.set(key, possible);
	return possible;
}

/** Lists of whole numbers that add up to a total. */
function* partitions(total: number, parts: number): Generator<number[]> {
	if (parts === 1) return yield [total];
	for (let first = 0; first <= total; first++) {
		for (const rest of partitions(total - first, parts - 1)) yield [first, ...rest];
	}
}

/** Lists with each number from 0 to the one in `most`. */
function* upTo(most: readonly number[]): Generator<number[]> {
	const [first, ...others] = most;
	if (first === undefined) return yield [];
	for (let value = 0; value <= first; value++) for (const rest of upTo(others)) yield [value, ...rest];
}

/** Every way in which the students may have the codes of one column. */
function categoryGroups(students: number, fewest: number, isReady: boolean): Groups {
	const groups: Groups = new Map();
	for (const cells of partitions(students, CODES + 1)) {
		const noCode = cells.at(-1) as number;
		// "Ready" tells that each category has a value.
		if (isReady && noCode === students) continue;
		const { counts } = publishedOf([{ id: '1', columns: [cells] }], fewest).categories[0] ?? {};
		put(groups, counts?.noCode.from, counts, () => new Possible(CODES + 1, students)).add(noCode, cells);
	}
	return groups;
}

/** Every way in which the students may be at the schools, with and without a code. */
function schoolGroups(ids: readonly string[], students: number, fewest: number): Groups {
	const groups: Groups = new Map();
	for (const sizes of partitions(students, ids.length)) {
		if (sizes.some((size, school) => size === 0 && ids[school] !== '')) continue;
		for (const noCodes of upTo(sizes)) {
			const district = ids.map((id, school): MadeUpSchool => {
				const noCode = noCodes[school] as number;
				return { id, columns: [[(sizes[school] as number) - noCode, 0, 0, 0, noCode]] };
			});
			const { schools, noCode } = publishedSchoolsOf(district, fewest);
			const counts = [...sizes, ...noCodes, ...sizes.map((size, at) => size - (noCodes[at] as number))];
			put(groups, noCode?.from, schools, () => new Possible(counts.length, students)).add(
				sum(noCodes),
				counts,
			);
		}
	}
	return groups;
}

/** Puts both pages of a district together, and returns the fewest values that any hidden count may have. */
function fewestPossible(categories: Groups, schools: Groups): number {
	let fewest = Number.POSITIVE_INFINITY;
	for (const [range, ofCategory] of categories) {
		const bySchool = schools.get(range) ?? new Map<string, Possible>();
		for (const [pages, others] of [
			[ofCategory, bySchool],
			[bySchool, ofCategory],
		] as const) {
			// Of the other page, only the numbers of students without a code that it leaves are of use.
			const kinds = new Map([...others.values()].map(({ noCodes }) => [noCodes.join(), new Set(noCodes)]));
			for (const possible of pages.values()) {
				for (const left of kinds.values()) {
					const noCodes = possible.noCodes.filter((noCode) => left.has(noCode));
					if (noCodes.length > 0) fewest = Math.min(fewest, ...possible.numbers(noCodes));
				}
			}
		}
	}
	return fewest;
}

function hasShares(groups: Groups): number {
	const pages = [...groups.values()].flatMap((group) => [...group.keys()]);
	return pages.filter((page) => {
		const schools = JSON.parse(page) as SavedReport['schools'];
		return typeof schools === 'object' && schools.listed.some(({ withCode }) => withCode[0] !== undefined);
	}).length;
}

describe('the counts of a saved report', function () {
	this.timeout(300_000);

	for (const { students, fewest, ids, isReady } of [
		{ students: 40, fewest: 5, ids: ['1', '2', '3'], isReady: false },
		{ students: 40, fewest: 10, ids: ['1', '2', ''], isReady: true },
		{ students: 26, fewest: 5, ids: ['1', '2', ''], isReady: true },
	]) {
		const kind = `${students} students, ${ids.map((id) => (id === '' ? 'no school' : `school ${id}`)).join(', ')}, at least ${fewest}`;
		it(`leave three values to each hidden count of every district: ${kind}`, () => {
			const schools = schoolGroups(ids, students, fewest);
			const least = fewestPossible(categoryGroups(students, fewest, isReady), schools);
			assert.ok(least >= 3 && least <= students, `${least}`);
			// The search means nothing if no shares are published.
			assert.ok(hasShares(schools) > 20, `${hasShares(schools)} pages with shares`);
		});
	}

	it('leave four values to each code of every district with 10 to 30 students', () => {
		for (let students = 10; students <= 30; students++) {
			for (const group of categoryGroups(students, students % 2 === 0 ? 5 : 10, false).values()) {
				for (const possible of group.values()) {
					const least = Math.min(...possible.numbers(possible.noCodes));
					assert.ok(least >= 4, `${students} students: ${least}`);
				}
			}
		}
	});
});
