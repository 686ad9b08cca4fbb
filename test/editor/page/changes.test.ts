/** The page of what changed since the last upload, with made-up changes. */
import assert from 'node:assert/strict';
import type { ToComparePage } from '../../../client/src/compare/messages';
import type { CategoryChanges, ListedStudent, ShownChanges } from '../../../server/src/protocol';
import { type ComparePage, endCompareBrowser, openCompare, pictureOfCompare } from './comparePage';
import { axeFinds } from './onPage';
import { type Theme, themes } from './themes';

const student = (id: string, name: string, school: string): ListedStudent => ({ id, name, school });
const none = { count: 0, first: [] };
const same = (element: string, heading: string, fileName: string): CategoryChanges => ({
	element,
	heading,
	fileName,
	compared: true,
	changed: 0,
	emptied: 0,
	filled: 0,
	changes: [],
});

const changes: ShownChanges = {
	students: {
		before: 540,
		after: 482,
		inBoth: 478,
		added: {
			count: 4,
			first: [
				student('1001', 'Ng, Ann', '12'),
				student('0042', 'Doe, Jo', '7'),
				student('[x](command:y)', '<img src=x>', '7'),
				student('1004', '', ''),
			],
		},
		gone: { count: 62, first: [student('42', 'Doe, Jo', '7'), student('77', 'Reyes Muñoz, María', '31')] },
		zerosChanged: {
			count: 1,
			first: [{ before: student('42', 'Doe, Jo', '7'), after: student('0042', 'Doe, Jo', '7') }],
		},
		moved: none,
	},
	schools: [
		{ id: '12', before: 300, after: 302, added: 2, gone: 0, changed: 3, emptied: 200, filled: 0 },
		{ id: '31', before: 60, after: 0, added: 0, gone: 60, changed: 0, emptied: 0, filled: 0 },
		{ id: '7', before: 180, after: 180, added: 0, gone: 0, changed: 0, emptied: 0, filled: 0 },
	],
	categories: [
		same('Gender', 'Gender', 'students.csv'),
		{
			...same('Frl_status', 'Free or reduced lunch', 'students.csv'),
			changed: 3,
			emptied: 260,
			changes: [
				{
					from: 'F',
					to: '',
					count: 260,
					bySchool: [
						{ school: '12', count: 200 },
						{ school: '7', count: 60 },
					],
				},
				{ from: 'F', to: 'R', count: 3, bySchool: [{ school: '12', count: 3 }] },
			],
		},
		{ ...same('ext.title_i', 'Title I', 'students_ext.csv'), compared: false },
	],
	alarms: [
		{
			id: 'students-gone',
			message: '62 of 540 students (11%) are gone. Check that the export has every school and grade.',
			count: 62,
		},
		{
			id: 'category-emptied',
			message: 'Frl_status is empty now for 260 of 470 students (55%) who had a value.',
			column: 'Frl_status',
			fileName: 'students.csv',
			count: 260,
		},
	],
	notes: ['The older files are the new side. Did you swap them?'],
	comparedWith: ['file:///old/students.csv'],
	idColumn: { fileName: 'students.csv', column: 'Student_id' },
	schoolNames: { '12': 'Oak Elementary', '31': 'River Middle School' },
	isStale: false,
	toReview: 2,
};

const shown = (parts: Partial<ShownChanges> = {}): ToComparePage => ({
	type: 'changes',
	changes: { ...changes, ...parts },
	district: 'Riverside Unified',
	comparedWith: '2026-10/students.csv',
});

describe('the page of what changed since the last upload', () => {
	let open: ComparePage;
	after(endCompareBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.close();
	});

	it('has notes and alarms on top, with the articles on what Clever holds', async () => {
		open = await openCompare(shown());
		assert.deepEqual(await open.page.locator('h2').allTextContents(), [
			'Look at This First',
			'Students Who Are Gone (62)',
			'New Students (4)',
			'IDs Whose Leading Zeros Changed (1)',
			'Categories',
			'Schools',
		]);
		assert.match((await open.page.locator('section').first().textContent()) ?? '', /Did you swap them\?/);
		assert.deepEqual(
			await open.page
				.locator('a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace(/\D+/, ''))),
			['202048663', '205666507'],
		);
		assert.match((await open.page.locator('main').textContent()) ?? '', /This page cannot be saved/);
		assert.equal(await open.page.getByText(/save as/i).count(), 0);
	});

	it('counts values from and to, by school', async () => {
		open = await openCompare(shown());
		const card = open.page.locator('article', { hasText: 'Frl_status' });
		assert.equal(await card.locator('.facts').textContent(), '3 changed · 260 emptied');
		await card.locator('summary').click();
		assert.deepEqual(await card.locator('.bySchool tbody tr').allTextContents(), [
			'Oak Elementary (12)200',
			'760',
		]);
		const others = await open.page.locator('section', { hasText: 'No change' }).last().textContent();
		assert.match(others ?? '', /No change: Gender\.Not compared: ext\.title_i\./);
	});

	it('leads to rows, shows more of a list, and marks alarms as reviewed', async () => {
		open = await openCompare(shown());
		const press = async (name: string): Promise<unknown> => {
			await open.page.getByRole('button', { name, exact: true }).press('Enter');
			return open.said.at(-1);
		};
		assert.deepEqual(await press('F → R: show the rows'), {
			type: 'rows',
			target: {
				fileName: 'students.csv',
				column: 'Frl_status',
				show: { values: ['R'] },
				changedFrom: 'F',
			},
		});
		assert.deepEqual(await press('F → empty: show the rows'), {
			type: 'rows',
			target: { fileName: 'students.csv', column: 'Frl_status', show: 'empty', changedFrom: 'F' },
		});
		assert.deepEqual(await press('1001: show the row'), {
			type: 'rows',
			target: { fileName: 'students.csv', column: 'Student_id', show: { values: ['1001'] } },
		});
		assert.deepEqual(await press('Show More'), { type: 'more', list: 'gone' });
		assert.deepEqual(await press('Mark as Reviewed'), { type: 'reviewed' });
		await open.send(shown({ toReview: 0 }));
		await open.page.getByText('Marked as reviewed').waitFor();
		assert.equal(await open.page.getByRole('button', { name: 'Mark as Reviewed' }).count(), 0);
	});

	it('says in a sentence that nothing changed, and that files are compared again', async () => {
		open = await openCompare(
			shown({
				students: {
					before: 9,
					after: 9,
					inBoth: 9,
					added: none,
					gone: none,
					zerosChanged: none,
					moved: none,
				},
				schools: [],
				categories: [same('Gender', 'Gender', 'students.csv')],
				alarms: [],
				notes: [],
				isStale: true,
			}),
		);
		const text = (await open.page.locator('body').textContent()) ?? '';
		assert.match(text, /Nothing changed: the same 9 students with the same values\./);
		assert.match(text, /The files have changed: comparing again…/);
	});

	it('shows what files hold as text', async () => {
		open = await openCompare(shown());
		assert.equal(await open.page.locator('img').count(), 0);
		assert.equal(await open.page.getByText('<img src=x>').count(), 1);
	});

	for (const theme of Object.keys(themes) as Theme[]) {
		it(`is readable without a finding of axe in the theme ${theme}`, async () => {
			open = await openCompare(shown(), { theme });
			await pictureOfCompare(open.page, `changes-${theme}`);
			assert.deepEqual(await axeFinds(open), []);
		});
	}

	it('fits into 700 px and into 360', async () => {
		for (const width of [700, 360]) {
			if (width === 360) await open.page.close();
			open = await openCompare(shown(), { width });
			await pictureOfCompare(open.page, `changes-${width}`);
			assert.ok((await open.page.evaluate<number>('document.documentElement.scrollWidth')) <= width);
		}
	});
});
