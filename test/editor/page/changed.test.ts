/** The table after a comparison with the last upload: marked cells, the view of what changed, and restoring. */

import assert from 'node:assert/strict';
import type { PageRequests } from '../../../client/src/grid/messages';
import type { Checker } from '../../../server/src/check/live/checker';
import { documentFile } from '../../../server/src/compare/changes/documentFile';
import { readSide } from '../../../server/src/compare/changes/readSide';
import { CsvDocument } from '../../../server/src/csv/document';
import { setEarlierValues } from '../../../server/src/grid/earlierValues';
import { gridEdit } from '../../../server/src/grid/gridEdit';
import { gridLayout } from '../../../server/src/grid/layout';
import { gridRows } from '../../../server/src/grid/rows';
import { viewRows } from '../../../server/src/grid/viewRows';
import { defaultSettings } from '../../../server/src/settings';
import { students } from '../../../server/src/spec';
import { runToEnd } from '../../../server/src/work/runToEnd';
import { editedText } from '../../bulk/support';
import { checkerOf } from '../../support/checking';
import { endBrowser, type OpenPage, type PageAnswers } from './harness';
import { cell, openTable, press, until } from './onPage';

const header = 'School_id,Student_id,Last_name,First_name,Grade,Gender,Race,Frl_status';
const textWith = (race: (id: number) => string): string =>
	`${[header, ...Array.from({ length: 30 }, (_, at) => `12,${1001 + at},Reyes${at},Ana,3,F,${race(1001 + at)},N`)].join('\n')}\n`;
const before = textWith(() => 'W');
// Every tenth student.
const now = textWith((id) => (id % 10 === 5 ? 'A' : 'W'));

/** Answers as the extension and the server do, within this process. */
class ComparedTable implements PageAnswers {
	page: OpenPage | undefined;
	checker: Checker;
	#version = 1;

	constructor(public text: string) {
		this.checker = this.#check();
	}

	async answer<Method extends keyof PageRequests>(
		method: Method,
		params: PageRequests[Method][0],
	): Promise<PageRequests[Method][1]> {
		const { checker } = this;
		const answers: { readonly [Each in keyof PageRequests]?: () => unknown } = {
			begin: () => ({ fileName: 'students.csv', arrangement: null, kept: null }),
			layout: () => ({ ...gridLayout(checker), version: this.#version }),
			rows: () => {
				const { view, ...window } = params as PageRequests['rows'][0];
				return { ...runToEnd(gridRows(checker, view, window)), version: this.#version };
			},
			edit: () => this.#edit(params as PageRequests['edit'][0]),
			actions: () => [],
		};
		return ((await answers[method]?.()) ?? null) as PageRequests[Method][1];
	}

	#check(): Checker {
		const checker = checkerOf(students, this.text);
		checker.run();
		const old = documentFile(new CsvDocument('file:///old/students.csv', '', 1, before), students);
		setEarlierValues(checker.document, runToEnd(readSide({ roster: old }, defaultSettings)));
		return checker;
	}

	async #edit({ view, action }: PageRequests['edit'][0]): Promise<PageRequests['edit'][1]> {
		const edited = runToEnd(gridEdit(this.checker, runToEnd(viewRows(this.checker, view)), action));
		if ('problem' in edited) return edited;
		this.text = editedText(this.checker, edited.edits);
		this.checker = this.#check();
		void this.page?.send({ type: 'changed', version: ++this.#version });
		return { changed: edited.changed, unreadable: 0 };
	}
}

describe('the table after a comparison', () => {
	let open: OpenPage;
	let table: ComparedTable;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
	});

	it('marks what changed, shows only that, and restores all with the same change by keyboard', async () => {
		table = new ComparedTable(now);
		open = await openTable(table);
		table.page = open;
		const { page } = open;
		await until(async () => (await cell(open, 4, 'Race').textContent()) === 'A', 'the rows are there');
		assert.equal(await cell(open, 4, 'Race').getAttribute('title'), 'In the last upload: W');
		assert.match(
			(await cell(open, 4, 'Race').getAttribute('aria-description')) ?? '',
			/In the last upload: W/,
		);
		assert.equal(await cell(open, 3, 'Race').getAttribute('title'), null);

		await page
			.getByRole('button', { name: /^All Rows|^Rows|^Problems|^Show/ })
			.first()
			.click();
		await page.getByText('Changed Since the Last Upload').click();
		await until(async () => (await page.locator('.chip').count()) === 1, 'the filter is on');
		await until(async () => (await cell(open, 2, 'Student_id').textContent()) === '1025', '3 rows are shown');
		await cell(open, 0, 'Race').click();
		await press(open, 'Shift+F10');
		if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
		await page.getByText('Restore All A That Were W').click();
		await until(() => table.text === before, 'all three are what they were');
	});
});
