/** Random districts and downloads: a plain model of what arrived, written after the docs, must give the same. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrive } from './arriving';

/** A value of a download, and the code that it is at Clever: '' for nothing, null for nothing certain. */
type Meant = readonly [value: string, code: string | null];

// From the facts about mCLASS downloads; the other words are labels and codes of Clever.
const shown: Readonly<
	Record<
		string,
		{ readonly header: string; readonly ours: readonly string[]; readonly theirs: readonly Meant[] }
	>
> = {
	Gender: {
		header: 'Gender',
		ours: ['', 'M', 'F', 'X', 'Male'],
		theirs: [
			['', ''],
			['M', 'M'],
			['F', 'F'],
			['NS', ''],
			['N/A', ''],
		],
	},
	Race: {
		header: 'Race',
		ours: ['', 'W', 'B', 'A', 'I', 'M', 'P'],
		theirs: [
			['', ''],
			['W', 'W'],
			['B', 'B'],
			['AS', 'A'],
			['AM', 'I'],
			['M', 'M'],
			['H', null],
			['NS', ''],
		],
	},
	Home_language: {
		header: 'Home Language',
		ours: ['', 'English', 'Spanish', 'Korean'],
		theirs: [
			['', ''],
			['Eng', 'English'],
			['Span', 'Spanish'],
			['HLNE', null],
			['N/A', ''],
		],
	},
	Frl_status: {
		header: 'Meal Status',
		ours: ['', 'F', 'R', 'N', 'Q'],
		theirs: [
			['', ''],
			['Free', 'F'],
			['Red', 'R'],
			['N', 'N'],
			['N/A', ''],
		],
	},
	Ell_status: {
		header: 'ELL Status',
		ours: ['', 'Y', 'N'],
		theirs: [
			['', ''],
			['Y', 'Y'],
			['N', 'N'],
			['N/A', ''],
		],
	},
	IEP_status: {
		header: 'Special Education',
		ours: ['', 'Y', 'N'],
		theirs: [
			['', ''],
			['Y', null],
			['N', null],
			['N/A', ''],
		],
	},
	'ext.primary_disability_type': {
		header: 'Specific Disability',
		ours: ['', 'AUT', 'SLD', 'OI'],
		theirs: [
			['', ''],
			['Aut', null],
			['Spec', null],
			['Non', null],
			['N/A', ''],
		],
	},
	'ext.title_i': {
		header: 'Title 1',
		ours: ['', 'Yes', 'No'],
		theirs: [
			['', ''],
			['Y', 'Yes'],
			['N', 'No'],
			['UN', ''],
			['N/A', ''],
		],
	},
};
const elements = Object.keys(shown);
const codesOf: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
	elements.map((element) => [
		element,
		shown[element]?.ours.filter((code) => code !== '' && code !== 'Male' && code !== 'Q') ?? [],
	]),
);

const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const ourRow = fc.record({
	id: fc.integer({ min: 1, max: 30 }),
	values: fc.tuple(...elements.map((element) => pick(shown[element]?.ours ?? []))),
});
const theirRow = fc.record({
	id: fc.integer({ min: 1, max: 36 }),
	zeros: fc.boolean(),
	values: fc.tuple(...elements.map((element) => pick(shown[element]?.theirs ?? []))),
});

type Four = readonly [number, number, number, number];

describe('a random download', () => {
	it('is compared as a plain model compares it', async () => {
		const districts = fc.tuple(
			fc.array(ourRow, { minLength: 1, maxLength: 30 }),
			fc.array(theirRow, { minLength: 1, maxLength: 45 }),
		);
		await fc.assert(
			fc.asyncProperty(districts, async ([ourRows, theirRows]) => {
				const first = new Map<number, readonly string[]>();
				for (const { id, values } of ourRows) if (!first.has(id)) first.set(id, values);
				const roster = elements.filter((element) => !element.startsWith('ext.'));
				const ext = elements.filter((element) => element.startsWith('ext.'));
				const at = (names: readonly string[], values: readonly string[]): string =>
					names.map((name) => values[elements.indexOf(name)]).join(',');
				const text = ourRows.map(({ id, values }) => `1,${100 + id},${at(roster, values)}\n`).join('');
				const extText = Array.from(first, ([id, values]) => `${100 + id},${at(ext, values)}\n`).join('');
				const rows = theirRows.map(
					({ id, zeros, values }) =>
						`${zeros ? '00' : ''}${100 + id},${values.map(([value]) => value).join(',')}\n`,
				);
				const headers = elements.map((element) => shown[element]?.header);
				const matched = matchedIn(first, theirRows);
				if (matched.size === 0) return;
				const { report, counts } = await arrive({
					roster: `School_id,Student_id,${roster.join(',')}\n${text}`,
					extension: `sis_id,${ext.join(',')}\n${extText}`,
					download: `Student Primary ID,${headers.join(',')}\n${rows.join('')}`,
				});
				assert.equal(report.students.matched, matched.size);
				for (const [index, element] of elements.entries())
					assert.deepEqual(counts(element), fourOf(element, index, first, matched), element);
			}),
			{ numRuns: 40 },
		);
	}).timeout(60_000);
});

type Their = { readonly id: number; readonly zeros: boolean; readonly values: readonly Meant[] };

/** The rows of each student of ours: those with the exact ID, else those with zeros before it. */
function matchedIn(
	ours: ReadonlyMap<number, unknown>,
	rows: readonly Their[],
): ReadonlyMap<number, readonly Their[]> {
	const matched = new Map<number, readonly Their[]>();
	for (const id of ours.keys()) {
		const all = rows.filter((row) => row.id === id);
		const exact = all.filter(({ zeros }) => !zeros);
		const counted = exact.length > 0 ? exact : all;
		if (counted.length > 0) matched.set(id, counted);
	}
	return matched;
}

function fourOf(
	element: string,
	index: number,
	ours: ReadonlyMap<number, readonly string[]>,
	matched: ReadonlyMap<number, readonly Their[]>,
): Four {
	let [arrived, missing, different, unclear] = [0, 0, 0, 0];
	for (const [id, rows] of matched) {
		const own = ours.get(id)?.[index] ?? '';
		if (own === '') continue;
		const code = rows.map(({ values }) => values[index]?.[1]).find((each) => each !== '') ?? '';
		const isUnclear = rows.map(({ values }) => values[index]?.[1]).find((each) => each !== '') === null;
		if (isUnclear) unclear++;
		else if (code === '') missing++;
		else if (!codesOf[element]?.includes(own)) unclear++;
		else if (code === own) arrived++;
		else different++;
	}
	return [arrived, missing, different, unclear];
}
