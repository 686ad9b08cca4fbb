/** A folder that has just been opened, with no file open, and CSV files that are none of ours. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { waitForText } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import {
	answerNotification,
	openFile,
	pickQuickItem,
	problems,
	quickItems,
	runCommand,
	statusBarItem,
	waitForNotification,
} from '../host/workbench';

const ROSTER = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Ash,Bo,Female\n2,5,Poe,Cy,Q\n';
const EXT = 'sis_id,ext.migrant_status\n3,Yes\n';

async function shot(page: Page, name: string): Promise<void> {
	if (process.env.FOLDER_SHOTS)
		await page.screenshot({ path: join(process.env.FOLDER_SHOTS, `${name}.png`) });
}

/** The command lines of the servers that a workbench has started. */
function serversOf({ workspace }: Workbench): string[] {
	const extensions = join(dirname(dirname(workspace)), 'extensions');
	return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
		.split('\n')
		.filter((line) => line.includes(extensions) && line.includes('server.js'));
}

/** The commands of ours that the palette lists. */
async function listedCommands(page: Page): Promise<string[]> {
	await page.keyboard.press('F1');
	const input = page.locator('.quick-input-widget:visible input').first();
	await input.fill('>Clever Demographics: Show ');
	let items: string[] = [];
	await until('the commands in the palette', async () => {
		items = await quickItems(page);
		return items.every((item) => /Clever Demographics/.test(item));
	});
	await page.keyboard.press('Escape');
	return items;
}

describe('a folder that is opened', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	let folder: string;
	let remove: () => void;

	const start = async (files: Readonly<Record<string, string>>): Promise<void> => {
		({ path: folder, remove } = temporaryFolder());
		mkdirSync(join(folder, 'district'));
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		workbench = await startWorkbench({ extension: ROOT, folder, settings: { 'files.autoSave': 'off' } });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	};
	afterEach(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('shows its state and its problems though no file is open', async () => {
		await start({ 'district/students.csv': ROSTER, 'district/Students_ext.csv': EXT });
		await statusBarItem(page, '3 errors');
		let rows: string[] = [];
		const has = (text: RegExp): boolean => rows.some((row) => text.test(row));
		await until(
			() => `the problems of both files; there are:\n${rows.join('\n')}`,
			async () => {
				rows = await problems(page);
				return has(/^students\.csv/) && has(/Gender has no code/) && has(/dataset\/unknown-student/);
			},
		);
		await shot(page, 'folder-no-file');
		assert.equal(await page.getByRole('tab').filter({ hasText: '.csv' }).count(), 0);

		// A change on the disk is followed.
		writeFileSync(join(workbench.workspace, 'district/Students_ext.csv'), EXT.replace('3', '1'));
		await statusBarItem(page, '2 errors');

		// A command works on the folder that was found, and an open file has no problem twice.
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		await until('the reasons', async () => (await quickItems(page)).includes('students.csv has 2 errors.'));
		await shot(page, 'folder-status');
		await page.keyboard.press('Escape');

		// The command has opened the file without a tab, and it is followed still.
		writeFileSync(join(workbench.workspace, 'district/students.csv'), ROSTER.replace('Q', 'M'));
		await until('the problem to go', async () => !(await problems(page)).some((row) => /"Q"/.test(row)));
		writeFileSync(join(workbench.workspace, 'district/students.csv'), ROSTER);
		await until('the problem to come', async () => (await problems(page)).some((row) => /"Q"/.test(row)));
		await openFile(page, 'students.csv');
		const before = await problems(page);
		assert.equal(before.filter((row) => /Gender has no code "Q"/.test(row)).length, 1, before.join('\n'));
		await runCommand(page, 'View: Close All Editors');
		await statusBarItem(page, /^\s*2 errors\s*$/);
		await until('the problems of the closed file', async () =>
			(await problems(page)).some((row) => /Gender has no code/.test(row)),
		);
		await shot(page, 'folder-closed-again');

		// A way out changes the file in an editor, and saves nothing.
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		await pickQuickItem(page, 'Race has no column in students.csv.');
		await waitForText(page, 'Gender,Race');
		await waitForText(page, 'Female,');
		await shot(page, 'column-added');
		assert.equal(readFileSync(join(workbench.workspace, 'district/students.csv'), 'utf8'), ROSTER);
	});

	it('with no file of ours starts nothing, lists no command that needs one, and hints once', async () => {
		await start({
			'data.csv': 'date,value\n1,2\n',
			'students (1).csv': ROSTER,
			'export.csv': 'Student_Number,Last_Name,First_Name,Grade_Level,Gender,LunchStatus\n1,A,B,3,F,P\n',
		});
		await openFile(page, 'data.csv');
		const listed = await listedCommands(page);
		assert.ok(
			listed.some((item) => item.includes('Show Output')),
			listed.join('\n'),
		);
		assert.ok(!listed.some((item) => /Folder Status|Fix All|Coverage Report/.test(item)), listed.join('\n'));
		assert.deepEqual(serversOf(workbench), []);
		await openFile(page, 'export.csv');
		await waitForNotification(page, 'looks like an export');
		await openFile(page, 'students (1).csv');
		await waitForNotification(page, 'only a file named students.csv is');
		await shot(page, 'hints');
		assert.deepEqual(serversOf(workbench), []);
		await answerNotification(page, 'Check It as students.csv');
		await statusBarItem(page, '2 errors');
		assert.equal(serversOf(workbench).length, 1);
		await shot(page, 'checked-as');
		assert.ok((await listedCommands(page)).some((item) => item.includes('Show Folder Status')));
	});
});
