/**
 * Two things that together mean that no reader can work out more than ranges tell: districts with the same ranges have
 * the same page, whatever else is different in them, and what can be added and subtracted leaves each number open.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rangeWidth } from '../../server/src/coverage/suppression/ranges';
import { bandsOf } from '../../server/src/coverage/suppression/schoolShares';
import type { CountRange, SavedCounts, SavedReport, SavedSchools } from '../../server/src/protocol/report';
import { type Cells, type MadeUpSchool, publishedOf, sum, sums } from './madeUpCounts';
import { narrowed, possible, ranges } from './possible';

type District = readonly MadeUpSchool[];

const count = fc.oneof(fc.nat(3), fc.nat(12), fc.nat(150));
/** The first school stands for students without one, and may have none. */
const districts = fc
	.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 5, max: 30 }))
	.chain(([schools, cells, fewest]) =>
		fc.record({
			fewest: fc.constant(fewest),
			schools: fc.array(fc.array(count, { minLength: cells, maxLength: cells }), {
				minLength: schools,
				maxLength: schools,
			}),
			moves: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 8, maxLength: 8 }),
		}),
	)
	.map(({ schools, ...rest }) => ({ ...rest, district: schools.map(schoolOf) }));

/** None, and IDs of which two may be names: those schools are counted, but not named. */
const IDS = ['', '1', '2', 'Hofer', '4', '5', 'Rm 6 Smith'];

function schoolOf(cells: Cells, at: number): MadeUpSchool {
	const some = sum(cells) === 0 && at > 0 ? [1, ...cells.slice(1)] : cells;
	return { id: IDS[at] as string, columns: [some] };
}

function cellsOf({ columns }: MadeUpSchool): Cells {
	return columns[0] as Cells;
}

function noCodeOf(school: MadeUpSchool): number {
	return cellsOf(school).at(-1) as number;
}

function countsIn({ categories }: SavedReport): SavedCounts {
	return categories[0]?.counts as SavedCounts;
}

function schoolsIn({ schools }: SavedReport): SavedSchools | undefined {
	return typeof schools === 'object' ? schools : undefined;
}

/** The lowest numbers of a school's bands, by the rule that the reader knows. */
function bandsAt(id: string, page: SavedReport): readonly number[] {
	const counts = countsIn(page);
	const { listed } = schoolsIn(page) as SavedSchools;
	const width = rangeWidth(page.students as number, counts.codes.length + 1, page.fewest);
	const { from } = counts.noCode as CountRange;
	const sizes = listed.map(({ students }) => students);
	const bands = bandsOf(sizes, { from, to: from + width - 1 });
	return bands?.[listed.findIndex((school) => school.id === id)] ?? [];
}

function bandOf(school: MadeUpSchool, page: SavedReport): CountRange {
	const bands = bandsAt(school.id, page);
	const size = sum(cellsOf(school));
	const from = bands.findLast((boundary) => boundary <= noCodeOf(school)) ?? 0;
	const next = bands.find((boundary) => boundary > noCodeOf(school)) ?? size + 1;
	return { from, to: Math.min(size, next - 1) };
}

describe('the pages of 10,000 random districts', () => {
	it('leave four values to each hidden count, also for a reader who knows the size of each school', () => {
		let shares = 0;
		let names = 0;
		fc.assert(
			fc.property(districts, ({ district, fewest }) => {
				const page = publishedOf(district, fewest);
				if (page.students === undefined) return;
				const bounds = ranges(countsIn(page));
				assert.ok(Math.min(...possible(bounds, page.students)) >= 4);
				const schools = schoolsIn(page);
				if (!schools) return;
				const { listed, others, notNamed, few, noSchool } = schools;
				const small = new Array<CountRange>(others).fill(few);
				const large = new Array<CountRange>(notNamed).fill({ from: few.to + 1, to: page.students });
				const sizes = [...listed.map(({ students }) => students), ...small, ...large, noSchool];
				assert.ok(Math.min(...possible(sizes, page.students)) >= 4);
				const noCode = narrowed(bounds, page.students).at(-1) as CountRange;
				const bands = district.map((school) => bandOf(school, page));
				const open = narrowed(bands, noCode.from, noCode.to);
				for (const [at, school] of district.entries()) {
					const { from, to } = open[at] as CountRange;
					const least = Math.min(4, sum(cellsOf(school)) + 1);
					assert.ok(to - from + 1 >= least, `school ${school.id}: ${from} to ${to}`);
				}
				if (listed.some(({ withCode }) => withCode[0])) shares++;
				names += notNamed;
			}),
			{ numRuns: 10_000 },
		);
		assert.ok(shares > 1000, `${shares} pages with shares`);
		assert.ok(names > 1000, `${names} large schools that are not named`);
	});

	it('are the same to the letter wherever all ranges are the same', () => {
		let same = 0;
		fc.assert(
			fc.property(districts, ({ district, fewest, moves }) => {
				const page = publishedOf(district, fewest);
				if (page.students === undefined) return;
				let at: District = district;
				for (const move of moves) {
					const next = moveOne(at, move);
					if (!next || !isInside(next, at, page)) continue;
					const nextPage = publishedOf(next, fewest);
					if (schoolsIn(page)) assert.deepEqual(nextPage, page);
					else assert.deepEqual(nextPage.categories, page.categories);
					at = next;
					same++;
				}
			}),
			{ numRuns: 10_000 },
		);
		assert.ok(same > 10_000, `${same} other districts`);
	});
});

/** The district after one student has another code, and perhaps another school. */
function moveOne(district: District, [first, second, cell, other]: readonly number[]): District | undefined {
	const cells = district.map((school) => [...cellsOf(school)]);
	const from = cells[(first as number) % cells.length] as number[];
	const to = cells[(second as number) % cells.length] as number[];
	const taken = (cell as number) % from.length;
	const given = (other as number) % to.length;
	if (from[taken] === 0) return undefined;
	from[taken] = (from[taken] as number) - 1;
	to[given] = (to[given] as number) + 1;
	if (cells.some((numbers, at) => at > 0 && sum(numbers) === 0)) return undefined;
	return district.map(({ id }, at) => ({ id, columns: [cells[at] as Cells] }));
}

/** Whether each count is in its published range, and each school in the band that it is in before. */
function isInside(district: District, before: District, page: SavedReport): boolean {
	const cells = sums(district.map(cellsOf));
	if (!ranges(countsIn(page)).every((range, at) => isIn(range, cells[at] as number))) return false;
	const schools = schoolsIn(page);
	if (!schools) return true;
	return district.every((school, at) => {
		const { id } = school;
		const listed = schools.listed.find((one) => one.id === id);
		const { few } = schools;
		const isSmall = sum(cellsOf(before[at] as MadeUpSchool)) <= few.to;
		const unlisted = isSmall ? few : { from: few.to + 1, to: page.students as number };
		const size = listed?.students ?? (id === '' ? schools.noSchool : unlisted);
		if (!isIn(size, sum(cellsOf(school)))) return false;
		if (!listed) return true;
		const bands = bandsAt(id, page);
		const below = (one: MadeUpSchool) => bands.filter((boundary) => boundary <= noCodeOf(one)).length;
		return below(school) === below(before[at] as MadeUpSchool);
	});
}

function isIn({ from, to }: CountRange, value: number): boolean {
	return from <= value && value <= to;
}
