/** The comparison in the fewest lines: csv-parse and maps. It shares nothing with the product but names of columns. */

import { parse } from 'csv-parse/sync';

/** The two files of a side as texts. */
export interface SideTexts {
	readonly roster?: string | undefined;
	readonly extension?: string | undefined;
}

/** What changed in a category, each change as `from>to`. */
export interface PlainCategory {
	readonly compared: boolean;
	readonly changed: number;
	readonly emptied: number;
	readonly filled: number;
	readonly changes: Readonly<Record<string, number>>;
}

/** The result of the model. */
export interface PlainChanges {
	readonly before: number;
	readonly after: number;
	readonly added: readonly string[];
	readonly gone: readonly string[];
	readonly categories: Readonly<Record<string, PlainCategory>>;
	/** By id, and for those about a category `id:column`; sorted. */
	readonly alarms: readonly string[];
}

/** The codes that the random districts use, by column. */
export type Codes = Readonly<Record<string, readonly string[]>>;

type Rows = Map<string, Map<string, string>>;

interface Read {
	readonly rows: Rows;
	readonly columns: readonly string[];
	/** The School_ids of all rows with an ID. */
	readonly schools: ReadonlySet<string>;
}

function rowsOf(text: string | undefined, key: string): Read | undefined {
	if (text === undefined) return undefined;
	const [columns = [], ...records] = parse(text, {
		bom: true,
		record_delimiter: ['\r\n', '\n'],
	}) as string[][];
	const rows: Rows = new Map();
	const schools = new Set<string>();
	for (const record of records) {
		const row = new Map(columns.map((column, at) => [column, record[at] ?? '']));
		const id = row.get(key) ?? '';
		if (id.trim() === '') continue;
		schools.add(row.get('School_id') ?? '');
		if (!rows.has(id)) rows.set(id, row);
	}
	return { rows, columns, schools };
}

interface Side {
	readonly students: readonly string[];
	readonly files: readonly string[];
	/** The School_ids of all rows; undefined without the column. */
	readonly schools: ReadonlySet<string> | undefined;
	readonly has: (column: string) => boolean;
	readonly fileOf: (column: string) => string;
	readonly value: (id: string, column: string) => string;
}

function sideOf({ roster: first, extension: second }: SideTexts): Side {
	const roster = rowsOf(first, 'Student_id');
	const extension = rowsOf(second, 'sis_id');
	const main = roster ?? extension;
	const students = [...(main?.rows.keys() ?? [])];
	const inRoster = (column: string): boolean => roster?.columns.includes(column) === true;
	return {
		students,
		files: [...(roster ? ['students.csv'] : []), ...(extension ? ['students_ext.csv'] : [])],
		schools: inRoster('School_id') ? roster?.schools : undefined,
		has: (column) => inRoster(column) || extension?.columns.includes(column) === true,
		fileOf: (column) => (inRoster(column) ? 'students.csv' : 'students_ext.csv'),
		value: (id, column) => {
			const value = (inRoster(column) ? roster : extension)?.rows.get(id)?.get(column) ?? '';
			return value.trim() === '' ? '' : value;
		},
	};
}

/** Compares two sides. */
export function plainChanges(old: SideTexts, now: SideTexts, codes: Codes): PlainChanges {
	const before = sideOf(old);
	const after = sideOf(now);
	const isNew = new Set(after.students);
	const isOld = new Set(before.students);
	const gone = before.students.filter((id) => !isNew.has(id));
	const both = after.students.filter((id) => isOld.has(id));
	const alarms: string[] = [];
	const categories: Record<string, PlainCategory> = {};
	if (gone.length / before.students.length > 0.1) alarms.push('students-gone');
	const lostFiles = before.files.filter((file) => !after.files.includes(file));
	const newFiles = after.files.filter((file) => !before.files.includes(file));
	for (const file of lostFiles) {
		const columns = Object.keys(codes).filter(
			(column) => before.has(column) && before.fileOf(column) === file && !after.has(column),
		);
		const hasValues = before.students.some((id) => columns.some((column) => before.value(id, column) !== ''));
		alarms.push(`${hasValues ? 'category-emptied' : 'not-compared'}:${file}`);
	}
	for (const file of newFiles) alarms.push(`not-compared:${file}`);
	for (const [column, options] of Object.entries(codes)) {
		const compared = before.has(column) && after.has(column);
		const changes: Record<string, number> = {};
		let changed = 0;
		let emptied = 0;
		let filled = 0;
		if (before.has(column) && !after.has(column) && !lostFiles.includes(before.fileOf(column))) {
			const had = before.students.some((id) => before.value(id, column) !== '');
			alarms.push(`${had ? 'category-emptied' : 'not-compared'}:${column}`);
		}
		if (after.has(column) && !before.has(column) && !newFiles.includes(after.fileOf(column))) {
			alarms.push(`not-compared:${column}`);
		}
		if (compared) {
			for (const id of both) {
				const from = before.value(id, column);
				const to = after.value(id, column);
				if (from === to) continue;
				changes[`${from}>${to}`] = (changes[`${from}>${to}`] ?? 0) + 1;
				if (to === '') emptied++;
				else if (from === '') filled++;
				else changed++;
			}
			const had = both.filter((id) => before.value(id, column) !== '').length;
			if (emptied > 0 && emptied / had > 0.1) alarms.push(`category-emptied:${column}`);
			for (const code of options) {
				const some = (side: Side): boolean => side.students.some((id) => side.value(id, column) === code);
				if (some(before) && !some(after)) alarms.push(`code-gone:${column}`);
				const holders = both.filter((id) => before.value(id, column) === code);
				for (const other of new Set(holders.map((id) => after.value(id, column)))) {
					const flips = holders.filter((id) => after.value(id, column) === other).length;
					if (other !== '' && other !== code && flips >= 10 && flips / holders.length >= 0.9)
						alarms.push(`flipped:${column}`);
				}
			}
		}
		categories[column] = { compared, changed, emptied, filled, changes };
	}
	if (before.schools && after.schools) {
		for (const school of before.schools) {
			if (school.trim() !== '' && !after.schools.has(school)) alarms.push('school-gone');
		}
	} else if (before.files.includes('students.csv') && after.files.includes('students.csv')) {
		if (before.schools || after.schools) alarms.push('not-compared:School_id');
	}
	return {
		before: before.students.length,
		after: after.students.length,
		added: after.students.filter((id) => !isOld.has(id)),
		gone,
		categories,
		alarms: alarms
			.filter((id) => !id.startsWith('code-gone'))
			.concat(limited(alarms))
			.sort(),
	};
}

/** At most 20 codes that are gone, and one for the rest. */
function limited(alarms: readonly string[]): readonly string[] {
	const codesGone = alarms.filter((id) => id.startsWith('code-gone'));
	return codesGone.length > 20 ? [...codesGone.slice(0, 20), 'code-gone:undefined'] : codesGone;
}
