/**
 * A reader of a saved report who puts the counts of two columns together: those of a column that only students with a
 * code of another one need, and those of the other one. What may be is worked out from the published ranges alone.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FIRST_CODE } from '../../server/src/coverage/counting/blockCounts';
import type { ColumnCounts, StudentCounts } from '../../server/src/coverage/counting/counts';
import { rangeWidth } from '../../server/src/coverage/suppression/ranges';
import { savedReportOf } from '../../server/src/coverage/suppression/savedReport';
import type { CountRange, SavedCounts } from '../../server/src/protocol/report';
import { categories, type Element, type OptionSet } from '../../server/src/spec';
import { sum } from './madeUpCounts';
import { narrowed, ranges } from './possible';

const FEWEST_VALUES = 3;
const readiness = { state: 'ready', summary: '', reasons: [] } as const;

/** Each column whose need depends on another one, with that one. */
const pairs = categories.flatMap((dependent) => {
	const given = categories.find(({ column }) => column === dependent.neededWhere?.column);
	const code = given?.optionSet?.options.findIndex((option) => option.code === dependent.neededWhere?.code);
	return given && code !== undefined ? [{ dependent, given, code }] : [];
});

function counted(element: Element, students: number, codes: readonly number[]): ColumnCounts {
	const { optionSet } = element as Element & { readonly optionSet: OptionSet };
	const empty = students - sum(codes);
	const slots = [empty, 0, ...codes];
	assert.equal(slots.length, FIRST_CODE + optionSet.options.length);
	return {
		element: { ...element, optionSet },
		column: 0,
		fileName: 'students_ext.csv',
		students: slots,
		bySchool: [],
	};
}

/** What is published of both columns. */
function published(
	{ dependent, given }: (typeof pairs)[number],
	students: number,
	givenCodes: readonly number[],
	codes: readonly number[],
	fewest: number,
): { readonly ofGiven: SavedCounts; readonly ofDependent: SavedCounts } {
	const columns = [counted(given, students, givenCodes), counted(dependent, students, codes)];
	const counts: StudentCounts = {
		students,
		unread: 0,
		schools: undefined,
		columns,
		groups: [],
		idWidths: [],
	};
	const report = savedReportOf(counts, ['students_ext.csv'], readiness, fewest);
	const [ofGiven, ofDependent] = [given, dependent].map(
		({ column }) => report.categories.find((category) => category.column === column)?.counts,
	);
	assert.ok(ofGiven && ofDependent);
	return { ofGiven, ofDependent };
}

function values({ from, to }: CountRange): number {
	return to - from + 1;
}

/** How many values each number keeps, where the parts add up to between none or all of one of the other counts. */
function together(
	bounds: readonly CountRange[],
	at: number,
	parts: readonly CountRange[],
	total: number,
	isEqual: boolean,
): number[] {
	const alone = narrowed(bounds, total)[at] as CountRange;
	const least = sum(parts.map(({ from }) => from));
	const most = sum(parts.map(({ to }) => to));
	const count = {
		from: Math.max(alone.from, least),
		to: isEqual ? Math.min(alone.to, most) : alone.to,
	};
	const others = narrowed(bounds.with(at, count), total);
	const ofParts = narrowed(parts, isEqual ? count.from : 0, count.to);
	return [...others, ...ofParts].map(values);
}

const weight = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(100));

/** Divides a number by weights. */
function divided(count: number, weights: readonly number[]): number[] {
	const all = sum(weights);
	const parts = weights.map((each) => (all === 0 ? 0 : Math.floor((count * each) / all)));
	const rest = count - sum(parts);
	const [largest] = [...weights.keys()].sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0));
	return parts.map((part, at) => (at === largest ? part + rest : part));
}

describe('the counts of a column that not every student needs', () => {
	it('are those of primary disability alone', () => {
		assert.deepEqual(
			pairs.map(({ dependent, given }) => [dependent.column, given.column]),
			[['ext.primary_disability_type', 'ext.idea_indicator']],
		);
	});

	it('have no total, from which 19 of 144 students with IDEA followed', () => {
		for (const pair of pairs) {
			const codes = (pair.dependent.optionSet as OptionSet).options.map((_, at) =>
				at < 4 ? 4 : at === 4 ? 3 : 0,
			);
			assert.equal(sum(codes), 19);
			const { ofGiven, ofDependent } = published(pair, 144, [19, 125], codes, 10);
			assert.deepEqual([ofDependent.withCode, ofDependent.noCode], [undefined, undefined]);
			assert.ok(ofGiven.withCode && ofGiven.noCode);
		}
	});

	it('leave three values to each number with those of the other column, whoever has a code', () => {
		for (const pair of pairs) {
			const { options } = pair.dependent.optionSet as OptionSet;
			const district = fc.record({
				students: fc.oneof(fc.integer({ min: 10, max: 400 }), fc.integer({ min: 10, max: 30_000 })),
				fewest: fc.constantFrom(5, 10, 11, 16, 25),
				shares: fc.tuple(weight, weight, weight),
				weights: fc.array(weight, { minLength: options.length, maxLength: options.length }),
				coded: fc.constantFrom('all', 'some', 'none'),
			});
			fc.assert(
				fc.property(district, fc.double({ min: 0, max: 1, noNaN: true }), (made, share) => {
					const { students, fewest, shares, weights, coded } = made;
					fc.pre(students >= fewest);
					const givenCodes = divided(students, shares).slice(0, 2);
					const needing = givenCodes[pair.code] as number;
					const having = { all: needing, some: Math.floor(needing * share), none: 0 }[coded];
					const codes = divided(having, weights);
					const { ofGiven, ofDependent } = published(pair, students, givenCodes, codes, fewest);
					const [bounds, parts] = [ranges(ofGiven), ranges(ofDependent)];
					const isEqual = having === needing;
					for (const assumed of isEqual ? [true, false] : [false]) {
						const open = together(bounds, pair.code, parts, students, assumed);
						assert.ok(Math.min(...open) >= FEWEST_VALUES, String(open));
						// One who knows that every student has a value of the other column, where this is so.
						if (students === sum(givenCodes)) {
							const known = together(bounds.slice(0, -1), pair.code, parts, students, assumed);
							assert.ok(Math.min(...known) >= FEWEST_VALUES, String(known));
						}
					}
				}),
				{ numRuns: 20_000 },
			);
		}
	});

	it('leave three values in every small district, all of whose students in need have one of two codes', () => {
		for (const pair of pairs) {
			const { options } = pair.dependent.optionSet as OptionSet;
			for (let students = 10; students <= 200; students++) {
				for (let needing = 0; needing <= students; needing += 1 + Math.floor(students / 60)) {
					for (const first of [
						needing,
						Math.ceil(needing / 2),
						Math.min(needing, 10),
						Math.max(0, needing - 9),
					]) {
						const codes = options.map((_, at) => (at === 0 ? first : at === 1 ? needing - first : 0));
						const given = [needing, students - needing].slice(0, 2);
						const { ofGiven, ofDependent } = published(pair, students, given, codes, 10);
						const open = together(ranges(ofGiven), pair.code, ranges(ofDependent), students, true);
						assert.ok(Math.min(...open) >= FEWEST_VALUES, `${students}, ${needing}, ${first}: ${open}`);
					}
				}
			}
		}
	});

	it('leave three values where every code is at the upper end of its range', () => {
		let narrow = 0;
		for (const pair of pairs) {
			const { options } = pair.dependent.optionSet as OptionSet;
			for (let students = 150; students <= 1200; students += 7) {
				const none = options.map(() => 0);
				const { few } = published(pair, students, [0, 0], none, 10).ofDependent;
				for (let less = 0; less <= few.to; less++) {
					const codes = options.map((_, at) => (at === 0 ? few.to - less : few.to));
					const needing = sum(codes);
					if (needing > students) continue;
					const rest = students - needing;
					for (const other of [0, rest, Math.min(few.to, rest), Math.max(0, rest - few.to), rest >> 1]) {
						const { ofGiven, ofDependent } = published(pair, students, [needing, other], codes, 10);
						const bounds = ranges(ofGiven);
						for (const of of other === rest ? [bounds, bounds.slice(0, -1)] : [bounds]) {
							const open = together(of, pair.code, ranges(ofDependent), students, true);
							assert.ok(Math.min(...open) >= FEWEST_VALUES, `${students}, ${needing}, ${other}: ${open}`);
							narrow += Math.min(...open) === FEWEST_VALUES ? 1 : 0;
						}
					}
				}
			}
		}
		assert.ok(narrow > 0, 'the rule is as strict as it must be, not stricter');
	});

	it('are in ranges as wide as those of all columns with as many codes as the other one', () => {
		for (const { dependent, given } of pairs) {
			const { length } = (given.optionSet as OptionSet).options;
			const alike = categories.filter(({ optionSet }) => optionSet?.options.length === length);
			assert.ok(alike.length > 2);
			for (let students = 10; students <= 3000; students += 17) {
				const columns = [...alike, dependent].map((element) =>
					counted(
						element,
						students,
						(element.optionSet as OptionSet).options.map(() => 0),
					),
				);
				const counts = { students, unread: 0, schools: undefined, columns, groups: [], idWidths: [] };
				const report = savedReportOf(counts, ['students_ext.csv'], readiness, 10);
				const widths = report.categories.flatMap((category) => category.counts?.few.to ?? []);
				assert.deepEqual([widths.length, new Set(widths).size], [columns.length, 1], String(widths));
			}
		}
	});

	it('are in ranges little wider than the least', () => {
		for (const least of [5, 10, 30]) {
			for (let students = least; students <= 5000; students += 7) {
				assert.ok(rangeWidth(students, 3, least, [13]) <= least + 25, `${students}, ${least}`);
			}
		}
	});
});
