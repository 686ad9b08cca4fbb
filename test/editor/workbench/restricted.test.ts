/** A folder that is not trusted: its own settings hide nothing, and what a person decides there is theirs. */
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { clickText, pickCodeAction } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import {
	openFile,
	pickQuickItem,
	problems,
	quickItems,
	runCommand,
	screenshot,
	statusBarItem,
	waitForNotification,
} from '../host/workbench';

const TEXT =
	'School_id,Student_id,Last_name,First_name,Gender,Race\n5,1,Reyes,Ana,Qq,W\n5,2,Boone,Lee,Zz,B\n';

/** What somebody would write who wants that the file looks right. */
const folderSettings = {
	'cleverDemographics.rules': { 'field/unknown-code': 'off', 'header/missing-element': 'off' },
	'cleverDemographics.acceptedValues': { Gender: ['Qq', 'Zz'] },
	'cleverDemographics.notSent': ['Hispanic_Latino', 'Home_language'],
};

describe('a folder that is not trusted, in the workbench', () => {
	const { path: scratch, remove } = temporaryFolder();
	const folder = join(scratch, 'received');
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		mkdirSync(join(folder, '.vscode'), { recursive: true });
		writeFileSync(join(folder, 'students.csv'), TEXT);
		writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(folderSettings));
		const settings = { 'files.autoSave': 'off', 'cleverDemographics.rules': { 'header/spelling': 'off' } };
		workbench = await startWorkbench({ extension: ROOT, folder, restricted: true, settings });
		open = await openPage(workbench, { size: { width: 1120, height: 640 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('is checked without its own settings', async () => {
		await openFile(page, 'students.csv');
		await statusBarItem(page, 'Restricted Mode');
		await statusBarItem(page, /^\s*2 errors/);
		const rows = await until('both values', async () => {
			const seen = await problems(page);
			return seen.some((row) => row.includes('Zz')) && seen;
		});
		assert.ok(
			rows.some((row) => row.includes('Gender has no code "Qq"')),
			rows.join('\n'),
		);
	});

	it('is no folder that the server runs in, since a system may load a library from there', () => {
		assert.deepEqual(
			foldersOfServers().filter((path) => path.startsWith(workbench.workspace)),
			[],
		);
	});

	it('leaves what is accepted in it to the user settings, which say so and get nothing else', async () => {
		await clickText(page, 'Qq');
		await pickCodeAction(page, 'Accept "Qq" in Gender (Amplify Will Still Ignore It)');
		await waitForNotification(
			page,
			'Saved in your user settings (cleverDemographics.acceptedValues), because this folder is not trusted.',
		);
		await saveScreenshot('accepted');
		await statusBarItem(page, /^\s*1 error/);
		assert.deepEqual(userSetting('acceptedValues'), { Gender: ['Qq'] });
		assertFolderUnchanged();
	});

	it('leaves the columns that are never sent, and the level of a rule, to the user settings too', async () => {
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		const wayOut = 'Do Not Ask for Home_language Again';
		await until('the way out', async () => (await quickItems(page)).includes(wayOut));
		await pickQuickItem(page, wayOut);
		await waitForNotification(page, 'Saved in your user settings (cleverDemographics.notSent)');
		assert.deepEqual(userSetting('notSent'), ['Home_language']);
		await clickText(page, 'Zz');
		await pickCodeAction(page, 'Show as Information Only: The column has no such code');
		await waitForNotification(page, 'Saved in your user settings (cleverDemographics.rules)');
		assert.deepEqual(userSetting('rules'), {
			'header/spelling': 'off',
			'field/unknown-code': 'information',
		});
		assertFolderUnchanged();
	});

	it('is checked with its settings at once when it is trusted', async () => {
		await runCommand(page, 'Workspaces: Manage Workspace Trust');
		await page
			.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
			.first()
			.click();
		await page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
		// Both values are accepted by the folder, and the rules that would still apply are off.
		await page.locator('.markers-panel', { hasText: 'No problems have been detected' }).waitFor();
		await saveScreenshot('trusted');
	});

	/** The working folders of all our servers, where the system lists its processes in a folder. */
	function foldersOfServers(): readonly string[] {
		const names = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
		return names.flatMap((name) => {
			try {
				const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
				return command.includes('dist/server.js') ? [readlinkSync(`/proc/${name}/cwd`)] : [];
			} catch {
				return []; // It has ended, or belongs to somebody else.
			}
		});
	}

	function userSetting(key: string): unknown {
		return JSON.parse(readFileSync(workbench.userSettings ?? '', 'utf8'))[`cleverDemographics.${key}`];
	}

	function assertFolderUnchanged(): void {
		const text = readFileSync(join(workbench.workspace, '.vscode/settings.json'), 'utf8');
		assert.deepEqual(JSON.parse(text), folderSettings);
	}

	async function saveScreenshot(name: string): Promise<void> {
		const target = process.env.SCREENSHOTS_OF_TESTS;
		if (target) await screenshot(page, join(target, `restricted-${name}.png`));
	}
});
