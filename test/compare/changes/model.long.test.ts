/** Random pairs of districts against a plain model with csv-parse. */

import assert from 'node:assert/strict';
import type { DistrictChanges } from '../../../server/src/compare/changes/changesTypes';
import { Random } from '../../csv/random';
import { asBytes, asDocument, compareTexts } from './comparing';
import { type Codes, plainChanges, type SideTexts } from './plainModel';

const PAIRS = 300;

/** The codes as Amplify's article and CEDS list them, a few of each column. */
const codes: Codes = {
	Gender: ['M', 'F', 'X'],
	Race: ['A', 'B', 'I', 'M', 'P', 'W'],
	Hispanic_Latino: ['Y', 'N'],
	Home_language: ['English', 'Spanish', 'Vietnamese'],
	Ell_status: ['Y', 'N'],
	Frl_status: ['F', 'R', 'N'],
	IEP_status: ['Y', 'N'],
	'ext.idea_indicator': ['Yes', 'No'],
	'ext.disability_status': ['Yes', 'No'],
	'ext.primary_disability_type': ['AUT', 'SLD', 'VI'],
	'ext.section_504_status': ['Yes', 'No'],
	'ext.economic_disadvantage_status': ['Yes', 'No'],
	'ext.migrant_status': ['Yes', 'No'],
	'ext.title_i': ['Yes', 'No'],
};
const columns = Object.keys(codes);
const wrong = ['Female', ' F', 'yes', 'a "b", c', 'two\nlines', '  ', 'Zoë'];
const names = ['Reyes', 'Boone', "O'Neil", 'de la Cruz', 'Muñoz', 'Li, Jr.'];

interface Student {
	readonly id: string;
	readonly row: Readonly<Record<string, string>>;
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
	const left = [...list];
	return list.map(() => left.splice(random.below(left.length), 1)[0] as T);
}

function idsOf(random: Random, count: number): string[] {
	const ids = new Set<string>();
	while (ids.size < count) {
		const number = 100 + random.below(900);
		ids.add(random.pick([`${number}`, `0${number}`, `S${number}`, `${number}-a`, `${number}"x,`]));
	}
	return [...ids];
}

function district(random: Random): Student[] {
	return idsOf(random, random.below(90)).map((id) => {
		const values = columns.map((column) => [
			column,
			random.chance(0.1) ? '' : random.chance(0.03) ? random.pick(wrong) : random.pick(codes[column] ?? []),
		]);
		return {
			id,
			row: {
				...Object.fromEntries(values),
				School_id: random.chance(0.02) ? '' : `${10 + random.below(4)}`,
				Last_name: random.pick(names),
				First_name: random.pick(names),
			},
		};
	});
}

/** The same district a month later: some students gone and new, some values changed, and now and then a fault. */
function aMonthLater(random: Random, old: readonly Student[]): Student[] {
	const goneShare = random.pick([0, 0.05, 0.1, 0.3]);
	const changedShare = random.pick([0, 0.01, 0.2]);
	const added = random.chance(0.5) ? district(random).slice(0, 10) : [];
	const emptied = random.chance(0.3) ? random.pick(columns) : '';
	const flipped = random.chance(0.3) ? random.pick(columns) : '';
	const [from, to] = codes[flipped] ?? [];
	const closed = random.chance(0.2) ? `${10 + random.below(4)}` : 'none';
	const stayed = old
		.filter(() => !random.chance(goneShare))
		.map(({ id, row }) => {
			const values = columns.map((column) => {
				let value = row[column] ?? '';
				if (column === emptied && random.chance(random.pick([0.1, 0.5, 1]))) value = '';
				if (column === flipped && value === from && random.chance(0.95)) value = to ?? '';
				if (random.chance(changedShare)) value = random.pick(['', ...(codes[column] ?? []), ...wrong]);
				return [column, value];
			});
			return { id, row: { ...row, ...Object.fromEntries(values) } };
		});
	const ids = new Set(stayed.map(({ id }) => id));
	return [...stayed, ...added.filter(({ id }) => !ids.has(id))].filter(({ row }) => row.School_id !== closed);
}

function textOf(random: Random, records: readonly (readonly string[])[]): string {
	const lineBreak = random.pick(['\n', '\r\n']);
	const quoted = random.pick([0, 0.2, 1]);
	const field = (value: string): string =>
		/[",\r\n]/.test(value) || random.chance(quoted) ? `"${value.replaceAll('"', '""')}"` : value;
	const text = records.map((record) => record.map(field).join(',')).join(lineBreak);
	return (random.chance(0.2) ? '\ufeff' : '') + text + (random.chance(0.8) ? lineBreak : '');
}

/** The students as one or two files: columns in either one or in both, in any order, students on several rows. */
function filesOf(random: Random, students: readonly Student[]): SideTexts {
	const inRoster = columns.filter((column) => random.chance(column.startsWith('ext.') ? 0.1 : 0.93));
	const inExtension = columns.filter((column) => column.startsWith('ext.') && random.chance(0.93));
	const person = ['School_id', 'Last_name', 'First_name'].filter(
		(column) => column !== 'School_id' || random.chance(0.95),
	);
	const rosterColumns = shuffled(random, ['Student_id', ...person, ...inRoster]);
	const extensionColumns = shuffled(random, ['sis_id', ...inExtension]);
	const rows = (list: readonly Student[], header: readonly string[]): string[][] =>
		shuffled(random, list).flatMap(({ id, row }) => {
			const values = header.map((column) =>
				/^(Student_id|sis_id)$/.test(column) ? id : (row[column] ?? ''),
			);
			const other = header.map((column, at) =>
				/^(Student_id|sis_id|Last_name|First_name)$/.test(column) ? (values[at] ?? '') : 'N',
			);
			return random.chance(0.1) ? [values, other] : [values];
		});
	const kind = random.below(10);
	const withRow = students.filter(() => !random.chance(0.05));
	return {
		roster: kind === 0 ? undefined : textOf(random, [rosterColumns, ...rows(students, rosterColumns)]),
		extension:
			kind === 1 ? undefined : textOf(random, [extensionColumns, ...rows(withRow, extensionColumns)]),
	};
}

function comparable(changes: DistrictChanges): object {
	const { students, categories, alarms } = changes;
	return {
		before: students.before,
		after: students.after,
		added: students.added.map(({ id }) => id),
		gone: students.gone.map(({ id }) => id),
		categories: Object.fromEntries(
			categories.map(({ element, compared, changed, emptied, filled, changes: list }) => [
				element,
				{
					compared,
					changed,
					emptied,
					filled,
					changes: Object.fromEntries(list.map(({ from, to, count }) => [`${from}>${to}`, count])),
				},
			]),
		),
		alarms: alarms
			.map(({ id, column, fileName }) =>
				id === 'students-gone' || id === 'school-gone' ? id : `${id}:${column ?? fileName}`,
			)
			.sort(),
	};
}

describe('a comparison of random districts', () => {
	it(`is that of a plain model, for ${PAIRS} pairs, open or on the disk`, () => {
		const seen = new Set<string>();
		for (let seed = 1; seed <= PAIRS; seed++) {
			const random = new Random(seed);
			const old = district(random);
			const before = filesOf(random, old);
			const after = filesOf(random, aMonthLater(random, old));
			const expected = plainChanges(before, after, codes);
			for (const alarm of expected.alarms) seen.add(alarm.replace(/:.*/, ''));
			const read = seed % 2 === 0 ? asDocument : asBytes;
			assert.deepEqual(comparable(compareTexts(before, after, read)), expected, `seed ${seed}`);
		}
		// The random districts raise every alarm.
		assert.equal(seen.size, 6);
	});
});
