/** What a file or a setting says is text wherever the real workbench draws it: no link, no icon, no picture. */
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { clickText, closeHover, codeActions, completions, hoverText, waitForText } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import {
	answerInput,
	openFile,
	plain,
	problems,
	quickItems,
	runCommand,
	screenshot,
	statusBarItem,
	waitForNotification,
} from '../host/workbench';

const LINK = '[Undo all](command:workbench.action.files.newUntitledFile)';
const ICON = '$(trash) Note';
const PICTURE = '![x](https://example.invalid/p.png)';
const HEADER = `Student_id,School_id,Last_name,First_name,Gender,${LINK},${ICON}`;

/** As people see it: without the characters that take up no room. */
const seen = (text: string | null): string => plain((text ?? '').replaceAll('\u200b', ''));

describe('hostile text in the workbench', () => {
	const { path: folder, remove } = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	const requests: string[] = [];

	before(async () => {
		writeFileSync(
			join(folder, 'students.csv'),
			`${HEADER}\n1,5,Reyes,Ana,M,,$(trash)\n2,5,Boone,Lee,F,Zebra,$(trash)\n3,5,Birch,Kim,M,,Quail\n`,
		);
		const acceptedValues = { Gender: [`A\n\n${PICTURE}`, '$(trash)'] };
		const settings = { 'files.autoSave': 'off', 'cleverDemographics.acceptedValues': acceptedValues };
		workbench = await startWorkbench({ extension: ROOT, folder, settings });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
		page.on('request', (request) => void requests.push(request.url()));
		await openFile(page, 'students.csv');
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('draws no picture of a setting in a hover, but its text', async () => {
		const hover = await hoverText(page, 'Gender', PICTURE);
		assert.ok(hover.includes(`A ${PICTURE}`), hover);
		const drawn = page.locator('.monaco-resizable-hover .monaco-hover:visible');
		assert.equal(await drawn.locator('img').count(), 0);
		assert.equal(await drawn.locator('a[data-href*="invalid"], a[href*="invalid"]').count(), 0);
		await saveScreenshot('hover');
		await closeHover(page);
	});

	it('is no link in a problem, its hover and its fixes', async () => {
		const hover = await hoverText(page, 'Undo', 'command:workbench');
		assert.ok(hover.includes(LINK), hover);
		const drawn = page.locator('.monaco-resizable-hover .monaco-hover:visible');
		assert.equal(await drawn.locator('a[data-href*="newUntitled"], a[href*="newUntitled"]').count(), 0);
		await closeHover(page);
		assert.ok((await problems(page)).some((row) => row.includes(LINK)));
		assert.equal(await page.locator('.markers-panel a[href*="newUntitled"]').count(), 0);
		await saveScreenshot('problems');
		await clickText(page, 'Undo');
		await codeActions(page);
		assert.equal(await page.locator('.action-widget:visible a, .action-widget:visible img').count(), 0);
		await saveScreenshot('fixes');
		await page.keyboard.press('Escape');
		await page.keyboard.press('ControlOrMeta+KeyJ');
	});

	it('draws no icon of a header or a value in the status bar and in a list', async () => {
		await clickText(page, 'Quail');
		const item = await statusBarItem(page, /Note/);
		assert.equal(seen(await item.textContent()), '$(trash) Note · row 4');
		assert.equal(await item.locator('.codicon').count(), 0);
		await runCommand(page, 'Clever Demographics: Replace a Value in This Column…');
		await until('the values', async () => (await quickItems(page)).map(seen).includes('$(trash)'));
		const widget = page.locator('.quick-input-widget:visible');
		assert.equal(await widget.locator('.quick-input-list .label-name .codicon').count(), 0);
		assert.ok(seen(await widget.locator('.quick-input-title').textContent()).includes('$(trash) Note'));
		await saveScreenshot('list');
		await page.keyboard.press('Escape');
	});

	it('draws no icon of a header in the list of symbols, and none of a code in that of suggestions', async () => {
		await page.keyboard.press('ControlOrMeta+Shift+KeyO');
		await until('the columns', async () =>
			(await quickItems(page)).map(seen).some((one) => one.includes(ICON)),
		);
		// The one icon of each symbol is that of its kind.
		const names = page.locator('.quick-input-widget:visible .quick-input-list .label-name');
		const icons = await names.evaluateAll((all) => all.map((one) => one.querySelectorAll('.codicon').length));
		assert.deepEqual([...new Set(icons)], [1]);
		await saveScreenshot('symbols');
		await page.keyboard.press('Escape');
		await clickText(page, 'Zebra');
		// To the start of the fifth column, where nothing is typed that a code must match.
		await page.keyboard.press('Home');
		for (let units = '2,5,Boone,Lee,'.length; units > 0; units--) await page.keyboard.press('ArrowRight');
		const codes = (await completions(page)).map(seen);
		assert.ok(codes.includes('$(trash)'), codes.join(' | '));

		const labels = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
		assert.equal(await labels.locator('.codicon').count(), 0);
		await saveScreenshot('suggestions');
		await page.keyboard.press('Escape');
	});

	it('is no link in the question and the message of a command', async () => {
		await clickText(page, 'Zebra');
		await runCommand(page, 'Clever Demographics: Fill Empty Fields in This Column…');
		const widget = page.locator('.quick-input-widget:visible');
		await widget.locator('.quick-input-message', { hasText: 'New value for' }).waitFor();
		assert.ok(
			seen(await widget.locator('.quick-input-message').textContent()).includes(`New value for ${LINK}`),
		);
		assert.equal(await widget.locator('.quick-input-message a').count(), 0);
		await saveScreenshot('question');
		await answerInput(page, 'Yak');
		await waitForText(page, 'M,Yak,');
		await waitForNotification(page, '2 empty fields in');
		const toast = page.locator('.notification-toast .notification-list-item-message', {
			hasText: '2 empty fields in',
		});
		assert.ok(seen(await toast.textContent()).includes(`2 empty fields in ${LINK} filled with Yak.`));
		assert.equal(await toast.locator('a').count(), 0);
		await saveScreenshot('message');
	});

	it('loads nothing', () => {
		assert.deepEqual(
			requests.filter((url) => url.includes('example.invalid')),
			[],
		);
	});

	/** Saves a screenshot where SCREENSHOTS_OF_TESTS names a folder. */
	async function saveScreenshot(name: string): Promise<void> {
		const into = process.env.SCREENSHOTS_OF_TESTS;
		if (into) await screenshot(page, join(into, `hostile-${name}.png`));
	}
});
