/**
 * A reader who knows the totals, the rules and the code, and tries every district that the page could be of. The pages
 * are asked for; nothing here knows how ranges and bands are chosen.
 */
import assert from 'node:assert/strict';
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
		put(groups, counts?.noCode?.from, counts, () => new Possible(CODES + 1, students)).add(noCode, cells);
	}
	return groups;
}

/** Every order of a list's places. */
function orders(length: number): number[][] {
	if (length === 0) return [[]];
	return orders(length - 1).flatMap((order) =>
		Array.from({ length }, (_, at) => order.toSpliced(at, 0, length - 1)),
	);
}

/** The students of a school, and those of them without a code. */
type SchoolCount = readonly [size: number, noCode: number];

/** What is published of some schools, and apart from it what it says of each school that has an ID. */
function publishedSchools(ids: readonly string[], district: readonly SchoolCount[], fewest: number) {
	const { schools, noCode } = publishedSchoolsOf(
		district.map(([size, without], at): MadeUpSchool => {
			return { id: ids[at] as string, columns: [[size - without, 0, 0, 0, without]] };
		}),
		fewest,
	);
	if (typeof schools !== 'object') return { page: schools, noCode, ofSchools: ids.map(() => '') };
	const { listed, ...page } = schools;
	const shown = new Map(listed.map(({ id, ...counts }) => [id, JSON.stringify(counts)]));
	// In the order of the file, so that their order tells nothing.
	assert.deepEqual(
		[...shown.keys()],
		ids.filter((id) => shown.has(id)),
	);
	return { page, noCode, ofSchools: ids.map((id) => shown.get(id) ?? '') };
}

/** Every so many districts, it is checked that schools that change places do so on the page, and nothing else. */
const CHECKED = 101;

/**
 * Every way in which the students may be at the schools, with and without a code. What is published of a school depends
 * on its counts and those of the others, not on its place. So of the pages that differ in the schools' places only, one
 * stands for all, with the districts of each order that has this page.
 */
function schoolGroups(ids: readonly string[], students: number, fewest: number): Groups {
	const groups: Groups = new Map();
	const withId = ids.filter((id) => id !== '').length;
	const others = Array.from({ length: ids.length - withId }, (_, at) => withId + at);
	const places = orders(withId).map((order) => [...order, ...others]);
	let districts = 0;
	for (const sizes of partitions(students, ids.length)) {
		if (sizes.some((size, at) => at < withId && (size === 0 || size < (sizes[at - 1] ?? 0)))) continue;
		for (const noCodes of upTo(sizes)) {
			const isLaterOrder = (_: number, at: number) =>
				at > 0 &&
				at < withId &&
				sizes[at] === sizes[at - 1] &&
				(noCodes[at] as number) < (noCodes[at - 1] as number);
			if (noCodes.some(isLaterOrder)) continue;
			const district = sizes.map((size, at): SchoolCount => [size, noCodes[at] as number]);
			const { page, noCode, ofSchools } = publishedSchools(ids, district, fewest);
			if (districts++ % CHECKED === 0) {
				const order = places[districts % places.length] as number[];
				const moved = publishedSchools(ids, pick(district, order), fewest);
				assert.deepEqual(moved, { page, noCode, ofSchools: pick(ofSchools, order) });
			}
			const first = ofSchools.slice(0, withId).sort().join();
			const possible = put(groups, noCode?.from, [page, first], () => new Possible(3 * ids.length, students));
			for (const order of places) {
				if (pick(ofSchools, order).slice(0, withId).join() !== first) continue;
				const [inOrder, without] = [pick(sizes, order), pick(noCodes, order)];
				const coded = inOrder.map((size, at) => size - (without[at] as number));
				possible.add(sum(noCodes), [...inOrder, ...without, ...coded]);
			}
		}
	}
	return groups;
}

function pick<T>(list: readonly T[], places: readonly number[]): T[] {
	return places.map((place) => list[place] as T);
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

function pagesWithShares(groups: Groups): number {
	const pages = [...groups.values()].flatMap((group) => [...group.keys()]);
	return pages.filter((page) => (JSON.parse(page) as unknown[]).join().includes('"withCode":[{')).length;
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
			assert.ok(pagesWithShares(schools) > 0, 'no page has shares');
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
