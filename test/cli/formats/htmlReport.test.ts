/** The coverage report in the page of `check --format html`: its numbers are those of the suppression for counts that csv-parse leads to. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CheckResult, SavedFolder } from '../../../server/src/cli/formats/format';
import type { ColumnCounts, StudentCounts } from '../../../server/src/coverage/counting/counts';
import type { Readiness } from '../../../server/src/coverage/readinessTypes';
import { NO_NAMES, type SchoolNames } from '../../../server/src/coverage/schoolNames';
import { savedReportOf } from '../../../server/src/coverage/suppression/savedReport';
import { defaultSettings } from '../../../server/src/settings';
import { type OptionSet, students, studentsExt, type Table } from '../../../server/src/spec';
import { formatRange } from '../../../server/src/wording';
import { extensionText, rosterText } from '../../editor/workbench/reportDistrict';
import { folder, run } from '../support';
import { printed, resultOf } from './support';

type Row = Readonly<Record<string, string>>;

function rowsOf(text: string): readonly Row[] {
	return parse<Row>(text, { columns: true, bom: true });
}

/** The first row of each student, by ID. */
function firstRows(rows: readonly Row[], key: string): ReadonlyMap<string, Row> {
	const first = new Map<string, Row>();
	for (const row of rows) {
		const id = row[key] ?? '';
		if (id !== '' && !first.has(id)) first.set(id, row);
	}
	return first;
}

/** Counts a district from its rows, without anything of the program but the lists of codes. */
function countsOf(roster: string, extension: string): StudentCounts {
	const all = rowsOf(roster);
	const first = firstRows(all, students.primaryKey);
	const extended = firstRows(rowsOf(extension), studentsExt.primaryKey);
	const schoolOf = (row: Row): string => row.School_id ?? '';
	const ids = [...new Set([...first.values()].map(schoolOf))];
	const columnsOf = (
		{ elements, fileName }: Table,
		has: readonly string[],
		rowOf: (id: string, row: Row) => Row | undefined,
	): readonly ColumnCounts[] =>
		elements
			.filter(({ column, optionSet }) => optionSet && has.includes(column))
			.map((element) => {
				const optionSet = element.optionSet as OptionSet;
				const slotOf = (value: string): number => {
					if (value === '') return 0;
					const at = optionSet.options.findIndex(({ code }) => code === value);
					return at < 0 ? 1 : at + 2;
				};
				const count = (rows: readonly (Row | undefined)[]): readonly number[] => {
					const slots = new Array<number>(optionSet.options.length + 2).fill(0);
					for (const row of rows) {
						const slot = slotOf(row?.[element.column] ?? '');
						slots[slot] = (slots[slot] ?? 0) + 1;
					}
					return slots;
				};
				const own = [...first].map(([id, row]) => ({ school: schoolOf(row), row: rowOf(id, row) }));
				return {
					element: { ...element, optionSet },
					column: 0,
					fileName,
					students: count(own.map(({ row }) => row)),
					bySchool: ids.map((id) => count(own.filter(({ school }) => school === id).map(({ row }) => row))),
				};
			});
	const headerOf = (text: string): readonly string[] => (text.split('\n')[0] ?? '').split(',');
	return {
		students: first.size,
		unread: 0,
		schools: ids.map((id) => ({
			id,
			students: [...first.values()].filter((row) => schoolOf(row) === id).length,
		})),
		columns: [
			...columnsOf(students, headerOf(roster), (_, row) => row),
			...columnsOf(studentsExt, headerOf(extension), (id) => extended.get(id)),
		],
		groups: [],
		idWidths: [],
	};
}

const readiness: Readiness = { state: 'errors', summary: '', reasons: [] };
const fileNames = [students.fileName, studentsExt.fileName];

function savedIn({ saved = [] }: CheckResult): SavedFolder {
	const [first] = saved;
	assert.ok(first);
	return first;
}

/** The expected report, but for what is said of the folder. */
function expected(roster: string, extension: string, fewest = 10, names: SchoolNames = NO_NAMES): object {
	const report = savedReportOf(countsOf(roster, extension), fileNames, readiness, fewest, { names });
	return { ...report, readiness: undefined };
}

/** Every third student has a second row, with other values at another school. */
function withSecondRows(text: string): string {
	const [header = '', ...rows] = text.trimEnd().split('\n');
	const more = rows
		.filter((_, at) => at % 3 === 0)
		.map((row) =>
			row
				.split(',')
				.map((value, at) => (at === 1 ? '106' : at < 4 ? value : ''))
				.join(','),
		);
	return `${[header, ...rows, ...more].join('\n')}\n`;
}

const files = { 'students.csv': withSecondRows(rosterText()), 'students_ext.csv': extensionText() };

describe('CLI: the coverage report in HTML', () => {
	it('has the ranges of the saved report, by category and by school', async () => {
		const result = await resultOf(files);
		const { report, lacking } = savedIn(result);
		assert.equal(lacking, undefined);
		assert.deepEqual(
			{ ...report, readiness: undefined },
			expected(files['students.csv'], files['students_ext.csv']),
		);
		const { schools, categories } = report;
		assert.ok(typeof schools === 'object' && schools.listed.length === 6);
		const html = printed('html', result, { isRedacted: true });
		for (const { id, students: size } of schools.listed) {
			assert.ok(
				html.includes(`<bdi class="name">${id}</bdi></div></th><td class="number">${formatRange(size)}</td>`),
			);
		}
		for (const { counts } of categories) {
			for (const { code, students: range } of counts?.codes ?? []) {
				assert.match(html, new RegExp(`<bdi>${code}</bdi>.*?<td>${formatRange(range)}</td>`));
			}
		}
	});

	it('takes the other file of the folder though only one was asked for', async () => {
		const parent = folder(files);
		const { stdout } = await run(['check', '--format', 'html', 'students.csv'], { cwd: parent });
		assert.match(stdout, /students\.csv and students_ext\.csv/);
		const { categories } = savedIn(await resultOf(files)).report;
		const idea = categories.find(({ column }) => column === 'ext.idea_indicator')?.counts?.codes[0];
		assert.ok(idea && stdout.includes(`<td>${formatRange(idea.students)}</td>`));
	});

	it('follows smallCounts of --settings, and not that of a file in the folder', async () => {
		const setting = JSON.stringify({ smallCounts: 30 });
		const parent = folder({
			...files,
			'.clever-demographics.json': setting,
			'my-clever-demographics.json': setting,
		});
		const found = await run(['check', '--format', 'html'], { cwd: parent });
		const named = await run(['check', '--format', 'html', '--settings', 'my-clever-demographics.json'], {
			cwd: parent,
		});
		assert.match(found.stdout, /a range of 10 or more numbers/);
		assert.match(named.stdout, /a range of 30 or more numbers/);
		const { report } = savedIn(await resultOf(files, { settings: { ...defaultSettings, smallCounts: 30 } }));
		assert.deepEqual(
			{ ...report, readiness: undefined },
			expected(files['students.csv'], files['students_ext.csv'], 30),
		);
		const gender = report.categories.find(({ column }) => column === 'Gender')?.counts?.codes[0];
		assert.ok(gender && named.stdout.includes(`<td>${formatRange(gender.students)}</td>`));
	});

	it('counts standard input too, and says nothing of an upload', async () => {
		const input = files['students.csv'];
		const { stdout } = await run(['check', '--format', 'html', '--as', 'students.csv', '-'], {
			cwd: folder({}),
			input,
		});
		const counts = countsOf(input, `${studentsExt.primaryKey}\n`);
		const { schools, categories } = savedReportOf(counts, ['students.csv'], readiness, 10);
		assert.ok(typeof schools === 'object');
		for (const { students: size } of schools.listed) {
			assert.ok(stdout.includes(`<td class="number">${formatRange(size)}</td>`));
		}
		const race = categories.find(({ column }) => column === 'Race')?.counts?.codes ?? [];
		assert.ok(race.length > 0);
		for (const { students: range } of race) assert.ok(stdout.includes(`<td>${formatRange(range)}</td>`));
		assert.doesNotMatch(stdout, /errors to fix|Ready to upload/);
	});

	it('names schools as schools.csv does, but for what is no name of a school or would be markup', async () => {
		const names = [
			'Lincoln & Peña School',
			'<script>alert(1)</script> School',
			'"><img src=x> High',
			'[x](y) Academy',
		];
		const csv = names.map((name, at) => `10${at + 1},"${name.replaceAll('"', '""')}"`).join('\n');
		const result = await resultOf({ ...files, 'schools.csv': `School_id,School_name\n${csv}\n` });
		for (const isRedacted of [true, false]) {
			const html = printed('html', result, { isRedacted });
			assert.match(html, /<bdi class="name">Lincoln &#38; Peña School<\/bdi> <bdi class="id">101<\/bdi>/);
			assert.doesNotMatch(html, /alert|<img|\(y\)/);
		}
	});

	it('names no school where School_id holds names of students', async () => {
		const rows = rowsOf(files['students.csv']);
		const [header = ''] = files['students.csv'].split('\n');
		const swapped = rows.map((row) => Object.values({ ...row, School_id: `<b>${row.Last_name}` }).join(','));
		const result = await resultOf({ 'students.csv': `${[header, ...swapped].join('\n')}\n` });
		assert.equal(savedIn(result).report.schools, 'not-ids');
		assert.match(printed('html', result, { isRedacted: true }), /Not shown: School_id does not hold/);
	});

	it('has one page for small districts that differ in who has what', async () => {
		const district = (codes: string): string =>
			`School_id,Student_id,Last_name,First_name,Gender\n${[...codes].map((code, at) => `101,${at + 1},Reyes,Ana,${code}`).join('\n')}\n`;
		const pages = await Promise.all(
			[`${'M'.repeat(10)}${'F'.repeat(10)}XX`, `${'M'.repeat(10)}${'F'.repeat(11)}X`].map(async (codes) =>
				printed('html', await resultOf({ 'students.csv': district(codes) }), { isRedacted: true }),
			),
		);
		assert.equal(pages[0], pages[1]);
	});

	it('says so where files are too large for it or are UTF-16, and then has no schools', async () => {
		const large = await resultOf(files, { most: 1000 });
		assert.match(savedIn(large).lacking ?? '', /too much to be read at once/);
		assert.equal(savedIn(large).report.schools, 'none');
		assert.match(printed('html', large), /Schools, and categories of a file .* are not counted here/);
		const utf16 = await resultOf({ 'students.csv': Buffer.from(`\ufeff${rosterText()}`, 'utf16le') });
		assert.match(
			savedIn(utf16).lacking ?? '',
			new RegExp(`${join('.', 'students.csv').replace('.', '\\.')} is saved as UTF-16`),
		);
	});

	it('gives the problems of a column the bounds that its ranges have', async () => {
		const rows = Array.from(
			{ length: 400 },
			(_, at) => `101,${at + 1},Reyes,Ana,${at < 57 ? 'Female' : 'F'}`,
		);
		const text = `School_id,Student_id,Last_name,First_name,Gender\n${rows.join('\n')}\n`;
		const result = await resultOf({ 'students.csv': text });
		const gender = savedIn(result).report.categories.find(({ column }) => column === 'Gender')?.counts;
		assert.ok(gender?.noCode);
		// All without a code have a wrong one, so both are one number.
		assert.ok(gender.noCode.from <= 57 && gender.noCode.to >= 57);
		const html = printed('html', result, { isRedacted: true });
		assert.match(html, new RegExp(`<td>Gender</td><td class="number">${formatRange(gender.noCode)}</td>`));
	});
});
