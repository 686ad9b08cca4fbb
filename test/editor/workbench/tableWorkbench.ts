/** A folder of made-up files, open in a real workbench for the tests of one suite. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { openAsTable } from '../host/table';
import { until } from '../host/wait';
import { openFile, screenshot } from '../host/workbench';

export interface OpenFolder {
	readonly page: Page;
	readonly open: OpenPage;
	readonly workbench: Workbench;
	/** The path of a file of the folder. */
	path(name: string): string;
	/** What is on the disk. */
	onDisk(name: string): string;
	/** Writes a file, as another program does. */
	write(name: string, text: string): void;
	/** Opens a file as text and then as a table, in the same tab. */
	openTable(name: string): Promise<FrameLocator>;
}

/** Opens a workbench before the tests of the suite, and ends it after them. */
export function openFolder(
	files: Readonly<Record<string, string>>,
	{
		folder = 'district',
		size = { width: 1280, height: 720 },
		settings = {},
	}: {
		readonly folder?: string;
		readonly size?: { readonly width: number; readonly height: number };
		readonly settings?: Readonly<Record<string, unknown>>;
	} = {},
): OpenFolder {
	const scratch = temporaryFolder();
	let workbench: Workbench | undefined;
	let open: OpenPage | undefined;

	before(async () => {
		const path = join(scratch.path, folder);
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(join(path, name, '..'), { recursive: true });
			writeFileSync(join(path, name), text);
		}
		workbench = await startWorkbench({
			extension: ROOT,
			folder: path,
			settings: { 'files.autoSave': 'off', ...settings },
		});
		const [first = ''] = Object.keys(files);
		open = await openPage(workbench, { size, open: join(workbench.workspace, first) });
		await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await open.page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
	});
	afterEach(async function () {
		const into = process.env.SCREENSHOTS_OF_TESTS;
		if (!into || !open || this.currentTest?.state !== 'failed') return;
		await screenshot(open.page, join(into, `${this.currentTest.title.replaceAll(/\W+/g, '-')}.png`));
	});
	after(async () => {
		await open?.close();
		await workbench?.stop();
		scratch.remove();
	});

	const running = (): Workbench => workbench ?? fail();
	const opened = (): OpenPage => open ?? fail();
	const path = (name: string): string => join(running().workspace, name);
	return {
		get page() {
			return opened().page;
		},
		get open() {
			return opened();
		},
		get workbench() {
			return running();
		},
		path,
		onDisk: (name) => readFileSync(path(name), 'utf8'),
		write: (name, text) => writeFileSync(path(name), text),
		async openTable(name) {
			const { page } = opened();
			await openFile(page, name);
			return openAsTable(page);
		},
	};
}

/** Waits until a file on the disk has exactly this text. */
export async function waitForDisk({ onDisk }: OpenFolder, name: string, text: string): Promise<void> {
	let seen = '';
	await until(
		() => `${name} to be saved as it is meant; line ${differingLine(seen, text)}`,
		() => {
			seen = onDisk(name);
			return seen === text;
		},
	);
}

function differingLine(seen: string, meant: string): string {
	const [lines, wanted] = [seen.split('\n'), meant.split('\n')];
	const at = wanted.findIndex((line, index) => line !== lines[index]);
	return at < 0
		? `count is ${lines.length} instead of ${wanted.length}`
		: `${at + 1} is ${JSON.stringify(lines[at])} instead of ${JSON.stringify(wanted[at])}`;
}

function fail(): never {
	throw new Error('The workbench is not open.');
}
