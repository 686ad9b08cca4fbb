/** Random exports: what is settled is in the facts, and nothing takes long. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planImport } from '../../../server/src/convert/understand/planImport';
import { summarize } from '../../../server/src/convert/understand/summary';
import { categories, students } from '../../../server/src/spec';
import { columnsCsv, planned, summarized, target, waiting } from './support';

/**
 * What these headers and values are, worked out by hand from FACTS and systems.json, and not from the product's tables: a
 * header may settle only these columns, and a value has only this code there.
 */
const headers: Readonly<Record<string, readonly string[]>> = {
	Gender: ['Gender'],
	Sex: ['Gender'],
	Race: ['Race', 'Hispanic_Latino'],
	Ethnicity: ['Race', 'Hispanic_Latino'],
	Hispanic: ['Hispanic_Latino'],
	'Home Language': ['Home_language'],
	LEP: ['Ell_status'],
	'Lunch Status': ['Frl_status'],
	'Has IEP': ['IEP_status'],
	Migrant: ['ext.migrant_status'],
	'Guardian Gender': [],
	'Sibling Race': [],
	'Course Language': [],
	'Start Date': [],
	'Secondary Disability': [],
	Zzyzx: ['Gender', 'Race', 'Hispanic_Latino', 'Home_language', 'Frl_status', 'ext.primary_disability_type'],
	'Column 9': [
		'Gender',
		'Race',
		'Hispanic_Latino',
		'Home_language',
		'Frl_status',
		'ext.primary_disability_type',
	],
};
const extYes = { 'ext.migrant_status': 'Yes' };
const extNo = { 'ext.migrant_status': 'No' };
const Y = { Hispanic_Latino: 'Y', Ell_status: 'Y', IEP_status: 'Y', ...extYes };
const N = { Hispanic_Latino: 'N', Ell_status: 'N', IEP_status: 'N', ...extNo };
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	M: { Gender: 'M', Race: 'M' },
	F: { Gender: 'F', Frl_status: 'F' },
	Male: { Gender: 'M' },
	Female: { Gender: 'F' },
	W: { Race: 'W' },
	White: { Race: 'W' },
	'6: White': { Race: 'W' },
	Asian: { Race: 'A' },
	'W,B': { Race: 'M' },
	WH: {},
	H: {},
	Hispanic: { Hispanic_Latino: 'Y' },
	'Not Hispanic': { Hispanic_Latino: 'N' },
	Y,
	N: { ...N, Frl_status: 'N' },
	Yes: Y,
	No: N,
	1: Y,
	0: N,
	2: {},
	7: {},
	Free: { Frl_status: 'F' },
	Reduced: { Frl_status: 'R' },
	Paid: { Frl_status: 'N' },
	E: {},
	English: { Home_language: 'English' },
	eng: { Home_language: 'English' },
	Spanish: { Home_language: 'Spanish' },
	Danish: {},
	LEP: { Ell_status: 'Y' },
	Autism: { 'ext.primary_disability_type': 'AUT' },
	Qwx: {},
};

const anExport = fc.dictionary(
	fc.constantFrom(...Object.keys(headers)),
	fc.array(fc.constantFrom(...Object.keys(values), ''), { minLength: 1, maxLength: 6 }),
	{ minKeys: 1, maxKeys: 5, noNullPrototype: true },
);

describe('a plan of a random export', () => {
	it('settles no column and no code that the facts do not have', async () => {
		await fc.assert(
			fc.asyncProperty(anExport, async (columns) => {
				const plan = await planned(columnsCsv({ personID: ['1', '2', '3', '4', '5', '6'], ...columns }));
				assert.deepEqual(target(plan, 'Student_id').from, []);
				for (const { column: element } of categories) {
					const { from, values: plans } = target(plan, element);
					for (const name of from) assert.ok(headers[name]?.includes(element), `${element} <- ${name}`);
					for (const { value, code } of plans) {
						// Hispanic is one entry of a list of races, where the list feeds both columns.
						const isShared =
							element === 'Hispanic_Latino' && from.every((name) => target(plan, 'Race').from.includes(name));
						if (code === undefined || isShared) continue;
						assert.equal(code, values[value]?.[element], `${element}: ${value}`);
					}
				}
			}),
			{ numRuns: 1500 },
		);
	});

	it('of any text is a plan, with every open value in it', async () => {
		const cell = fc.string({ unit: 'binary', maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(
				fc.array(cell, { minLength: 1, maxLength: 5 }),
				fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
				async (header, rows) => {
					const quoted = [header, ...rows].map((row) =>
						row.map((value) => `"x${value.replaceAll('"', '""')}"`).join(','),
					);
					const bytes = new TextEncoder().encode(quoted.join('\n'));
					const format = { header: true, delimiter: ',' } as const;
					const summary = await summarize({ name: 'x.csv', bytes }, format, waiting);
					// A file of remarks has no rows.
					if ('problem' in summary) return;
					const plan = planImport(summary, {}, students);
					for (const { values: plans, element, isOpen } of plan.targets) {
						const asked = plan.open.filter((item) => item.element === element).length;
						assert.equal(asked, isOpen ? 1 : plans.filter(({ code }) => code === undefined).length);
					}
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('a plan of a wide or long export', () => {
	/** Milliseconds that this process has computed: the machine may be busy with other tests. */
	async function computing(work: () => Promise<unknown>): Promise<number> {
		const before = process.cpuUsage();
		await work();
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	}

	// biome-ignore format: one kind of header, one line
	const kinds: readonly (readonly [string, (index: number) => string, (row: number, index: number) => string])[] = [
		['names of their own', (index) => `Column name ${index}`, (row, index) => `value ${row} ${index}`],
		['one name', () => 'Gender', (row, index) => ((row + index) % 2 ? 'M' : 'F')],
		['numbered races', (index) => `Race ${index}`, (row, index) => ((row + index) % 2 ? 'White' : 'Asian')],
	];
	for (const [what, nameOf, valueAt] of kinds) {
		it(`of 20,001 columns with ${what} takes no time that people wait for`, async () => {
			const names = Array.from({ length: 20_001 }, (_, index) =>
				index === 0 ? 'Student_id' : nameOf(index),
			);
			const rows = [1, 2, 3].map((row) =>
				names.map((_, index) => (index === 0 ? `${row}` : valueAt(row, index))).join(','),
			);
			const text = `${names.join(',')}\n${rows.join('\n')}\n`;
			await planned(text);
			// Compared in pairs, the columns took a minute.
			assert.ok((await computing(() => planned(text))) < 3000);
		});
	}

	it('of 1,000,000 distinct values lists 1,000 of them', async () => {
		const rows = Array.from({ length: 1_000_000 }, (_, index) => `${index},Lang ${index}`);
		const summary = await summarized(`Student_id,Home_language\n${rows.join('\n')}\n`);
		assert.deepEqual(
			[summary.rows, summary.columns[1]?.values.length, summary.columns[1]?.unlisted],
			[1_000_000, 1000, 999_000],
		);
		assert.ok((await computing(async () => planImport(summary, {}, students))) < 3000);
	});
});
