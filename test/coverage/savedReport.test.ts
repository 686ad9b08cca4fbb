import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lastNames } from '../../bench/names';
import { countStudents } from '../../server/src/coverage/counting/count';
import { rangeAround, rangeWidth } from '../../server/src/coverage/suppression/ranges';
import { savedReadiness } from '../../server/src/coverage/suppression/savedReadiness';
import { savedReportOf } from '../../server/src/coverage/suppression/savedReport';
import type { SavedCounts, SavedReport, SavedSchools } from '../../server/src/protocol/report';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checked } from '../support/features';
import { type Cells, type MadeUpSchool, publishedOf, sum } from './madeUpCounts';
import { possible, ranges } from './possible';

/** What is published of one column of a district without schools. */
function column(...cells: Cells): SavedCounts {
	const { counts } = publishedOf([{ id: '', columns: [cells] }]).categories[0] ?? {};
	assert.ok(counts);
	return counts;
}

function schoolsOf(report: SavedReport): SavedSchools {
	assert.ok(typeof report.schools === 'object', String(report.schools));
	return report.schools;
}

/** Schools by how many of their students have a code and how many have none. */
function bySchool(...schools: readonly (readonly [id: string, withCode: number, noCode: number])[]) {
	return publishedOf(schools.map(([id, ...cells]) => ({ id, columns: [cells] })));
}

describe('the width of ranges', () => {
	it('leaves four values to each count, also where one is known to be zero', () => {
		const cells = fc.array(fc.oneof(fc.nat(3), fc.nat(40), fc.nat(2000)), { minLength: 2, maxLength: 40 });
		fc.assert(
			fc.property(cells, fc.integer({ min: 5, max: 30 }), (counts, least) => {
				const total = sum(counts);
				fc.pre(total >= 5);
				const width = rangeWidth(total, counts.length, least);
				assert.ok(width >= least);
				const bounds = counts.map((count) => rangeAround(count, width));
				for (const [at, { from, to }] of bounds.entries()) {
					assert.ok(from <= (counts[at] as number) && (counts[at] as number) <= to);
					assert.equal(to - from + 1, width);
				}
				assert.ok(Math.min(...possible(bounds, total)) >= 4);
				const zero = counts.indexOf(0);
				if (zero >= 0 && counts.length > 2) {
					assert.ok(Math.min(...possible(bounds.toSpliced(zero, 1), total)) >= 4);
				}
			}),
			{ numRuns: 10_000 },
		);
	});

	it('is little more than the least for any district', () => {
		for (const least of [5, 10, 30]) {
			for (let students = least; students <= 5000; students += 7) {
				for (const cells of [2, 3, 4, 8, 15, 200]) {
					assert.ok(rangeWidth(students, cells, least) <= least + 22, `${students}, ${cells}`);
				}
			}
		}
	});
});

describe('a saved report', () => {
	it('does not tell that two students are X where 10 are M, 10 are F and 2 are X', () => {
		const counts = column(10, 10, 2, 0);
		assert.deepEqual(
			ranges(counts),
			ranges(column(9, 8, 1, 4)),
			'another district with the same number of students has the same page',
		);
		assert.ok(Math.min(...possible(ranges(counts), 22)) >= 4);
	});

	it('shows zero as it shows one', () => {
		assert.deepEqual(column(60, 40, 0, 0), column(60, 39, 1, 0));
		assert.deepEqual(column(60, 40, 0, 0), column(60, 39, 0, 1));
	});

	it('leaves out codes that few have from a long list, all with the same range', () => {
		const cells = [500, 0, 3, 200, ...new Array<number>(150).fill(0), 1, 12];
		const { codes, otherCodes, few } = column(...cells);
		assert.deepEqual(
			codes.map(({ code }) => code),
			['C0', 'C3'],
		);
		assert.deepEqual([otherCodes, few.from], [153, 0]);
		assert.ok(few.to >= 3);
	});

	it('has no counts where a district has fewer students than the setting', () => {
		const district = [{ id: '1', columns: [[5, 5, 4]] }];
		const { students, schools, categories, readiness } = publishedOf(district, 15);
		assert.deepEqual([students, schools], [undefined, 'none']);
		// That all students are without an error, or that one has one, tells something where they are few.
		assert.equal(readiness, undefined);
		assert.ok(categories.every(({ counts }) => counts === undefined));
		assert.equal(categories[0]?.fileName, 'students.csv');
		const larger = publishedOf(district, 14);
		assert.deepEqual([larger.students, larger.readiness?.state], [14, 'ready']);
	});

	it('tells of the readiness only what follows from no count', () => {
		const reasons = (
			[
				'errors',
				'warnings',
				'nothing-filled',
				'empty-category',
				'unlisted-values',
				'unreadable-rows',
			] as const
		).map((id) => ({ id, message: '3 rows have Zq in Race.' }));
		const other = { id: 'file-name', message: 'This file is named Zq.csv.' } as const;
		assert.deepEqual(
			savedReadiness({ state: 'errors', summary: '3 errors', reasons: [...reasons, other, other] }),
			{
				state: 'errors',
				summary: 'There are errors to fix.',
				reasons: [{ id: 'file-name', message: 'A file has another name than Clever expects.' }],
			},
		);
	});
});

describe('the schools of a saved report', () => {
	it('are not named where School_id holds last names', () => {
		for (const names of [lastNames, lastNames.slice(0, 30)]) {
			const district = names.map((id, at): MadeUpSchool => ({ id, columns: [[3 + (at % 9), at % 4]] }));
			const report = publishedOf(district);
			assert.equal(report.schools, 'not-ids');
			for (const name of names) assert.ok(!JSON.stringify(report).includes(name), name);
		}
	});

	it('are named by their IDs, digits or not', () => {
		for (const ids of [
			['101', '102', '103'],
			['NHS', 'LMS', 'PES'],
		]) {
			const report = publishedOf(ids.map((id) => ({ id, columns: [[50, 4]] })));
			assert.deepEqual(
				schoolsOf(report).listed.map(({ id }) => id),
				ids,
			);
		}
	});

	it('are not named where they are in the lowest range, as a name in a shifted row is', () => {
		const { listed, others, few } = schoolsOf(
			bySchool(['101', 200, 3], ['102', 150, 20], ['Quillfeather', 1, 0], ['Zebulon', 2, 2]),
		);
		assert.deepEqual(
			listed.map(({ id }) => id),
			['101', '102'],
		);
		assert.deepEqual([others, few.from], [2, 1]);
	});

	it('are not named where rows with exchanged values have a name in common', () => {
		const names = [
			'Hofer',
			'HOFER',
			'Rm 1 Smith',
			'Rm 1 Li',
			'Smith-2',
			'hofer12',
			"O'Neil 3",
			'Muñoz7',
			'李4',
		];
		for (const name of names) {
			const digits = ['101', '102', '103', '104'].map((id) => [id, 90, 10] as const);
			const { listed, others, notNamed } = schoolsOf(bySchool(...digits, [name, 12, 0]));
			assert.deepEqual(
				listed.map(({ id }) => id),
				['101', '102', '103', '104'],
				name,
			);
			assert.deepEqual([others, notNamed], [0, 1], 'it is counted all the same');
			const words = ['NHS', 'Lincoln Elementary'].map((id) => [id, 180, 20] as const);
			const few = schoolsOf(bySchool(...words, [name, 12, 0]));
			assert.deepEqual(
				few.listed.map(({ id }) => id),
				['NHS', 'Lincoln Elementary'],
				name,
			);
		}
		const names60 = bySchool(['NHS', 180, 20], ['LMS', 180, 20], ['Hofer', 60, 0]);
		assert.deepEqual([schoolsOf(names60).listed.length, schoolsOf(names60).notNamed], [2, 1]);
	});

	it('are named whichever form of ID a district has', () => {
		for (const ids of [
			['0101', '0102'],
			['ES-12', 'MS-3', 'HS.1', 'a_1'],
			['SCH001', 'SCH002', '7'],
			['390123-045', '390123-046'],
			['7d444840-9dc0-11d1-b245-5ffdce74fad2', '6fa459ea-ee8a-3ca4-894e-db77e160355e'],
			['Lincoln Elementary', "St. Mary's School"],
		]) {
			const { listed } = schoolsOf(publishedOf(ids.map((id) => ({ id, columns: [[100, 4]] }))));
			assert.deepEqual(
				listed.map(({ id }) => id),
				ids,
			);
		}
	});

	it('are not shown where most students are at schools that are not named', () => {
		const small = Array.from({ length: 12 }, (_, at) => [`2${at}`, 8, 1] as const);
		assert.equal(bySchool(['101', 70, 3], ...small).schools, 'not-ids');
		assert.equal(publishedOf([{ id: '', columns: [[70, 3]] }]).schools, 'not-ids');
	});

	it('have shares that are true for every size and every number in the range', () => {
		const { listed } = schoolsOf(bySchool(['1', 400, 2], ['2', 210, 190], ['3', 300, 80], ['4', 6, 394]));
		const shares = listed.map(({ withCode }) => withCode[0]);
		const truth = [400 / 402, 210 / 400, 300 / 380, 6 / 400];
		// 42% have no code: the best band begins below 58%, and the school with 6 is far from it.
		assert.ok((shares[0]?.from as number) >= 50 && (shares[3]?.to as number) <= 10);
		for (const [at, share] of shares.entries()) {
			const percent = 100 * (truth[at] as number);
			assert.ok(share && share.from <= percent && percent <= share.to, `${percent}`);
		}
	});

	it('have no shares where most students have no code, or a school is small', () => {
		const shares = (report: SavedReport) => schoolsOf(report).listed.map(({ withCode }) => withCode[0]);
		assert.deepEqual(shares(bySchool(['1', 40, 400], ['2', 50, 380])), [undefined, undefined]);
		const [large, small] = shares(bySchool(['1', 400, 3], ['2', 19, 0]));
		assert.ok(large);
		assert.equal(small, undefined);
	});

	it('have the names that are surely those of schools', () => {
		const { listed } = schoolsOf(bySchool(['1', 100, 3], ['2', 100, 3], ['3', 100, 3]));
		assert.deepEqual(
			listed.map(({ id, name }) => [id, name]),
			[
				['1', 'Lincoln Elementary'],
				['2', undefined],
				['3', undefined],
			],
		);
		// A name is no reason to name a school whose ID may be something else.
		const page = JSON.stringify(bySchool(['1', 2, 0], ['7', 200, 3], ['8', 200, 3]));
		assert.ok(!page.includes('Lincoln'));
	});
});

describe('the saved report on what the report in the editor counts apart', () => {
	const COLUMNS = ['ext.section_504_status', 'ext.idea_indicator', 'ext.primary_disability_type'];

	function savedOf(rows: readonly (readonly string[])[]): SavedReport {
		const text = rows.map((row, at) => `${at},${at % 2 === 0 ? '101' : '102'},${row.join()}\n`).join('');
		const acceptedValues = { 'ext.section_504_status': ['Unknown'] };
		const header = `Student_id,School_id,${COLUMNS.join()}\n`;
		const roster = checked('students.csv', header + text, { acceptedValues });
		const readiness = { state: 'review', summary: '', reasons: [] } as const;
		return savedReportOf(runToEnd(countStudents({ roster })), ['students.csv'], readiness, 10);
	}

	const status = fc.constantFrom('Yes', 'No', '');
	const student = fc.record({
		section: status,
		without: fc.constantFrom('', 'maybe', 'Unknown'),
		idea: status,
		type: fc.constantFrom('AUT', 'SLD', '', 'Autism'),
	});

	it('does not tell wrong, accepted and missing values apart, nor who has a primary disability', () => {
		fc.assert(
			fc.property(fc.array(student, { minLength: 40, maxLength: 90 }), fc.nat(), (students, shift) => {
				const rows = students.map(({ section, idea, type }) => [section, idea, type]);
				// The same numbers of each code at each school, but other wrong values, and types of other students.
				const others = students.map(({ section, without, idea }, at) => {
					const { type = '' } = students[(at + 2 * shift) % (students.length - (students.length % 2))] ?? {};
					const isLast = at >= students.length - (students.length % 2);
					return [section || without, idea, isLast ? (students[at]?.type ?? '') : type];
				});
				assert.deepEqual(savedOf(others), savedOf(rows));
			}),
			{ numRuns: 200 },
		);
	});

	it('says who needs a primary disability, and has no shares of it by school', () => {
		const rows = Array.from({ length: 400 }, (_, at) => [
			'Yes',
			at < 380 ? 'Yes' : 'No',
			at < 370 ? 'AUT' : '',
		]);
		const report = savedOf(rows);
		const found = report.categories.find(({ column }) => column === 'ext.primary_disability_type');
		assert.equal(found?.neededBy, 'students with IDEA');
		const { listed } = schoolsOf(report);
		const present = report.categories.filter(({ fileName }) => fileName !== undefined);
		const at = present.findIndex(({ column }) => column === 'ext.primary_disability_type');
		assert.ok(listed.length === 2 && listed.every(({ withCode }) => withCode[at] === undefined));
		assert.ok(listed.every(({ withCode }) => withCode[at - 1] !== undefined));
	});
});
