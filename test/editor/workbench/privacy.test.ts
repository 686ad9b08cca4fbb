/** What is left after a person has worked on a district in VS Code: nothing, in no file of VS Code and on no wire. */
import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { markedFiles, marks, settings } from '../../privacy/district';
import { type NetworkWatch, watchNetwork } from '../../privacy/networkWatch';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { openFile, runCommand, statusBarItem, webview } from '../host/workbench';

/** The process of VS Code in which the extension runs, and the programs that it starts. */
const OURS = [/--type=extensionHost/, /dist\/server\.js/, /dist\/cli\.js/];

describe('after work on a district', () => {
	const scratch = temporaryFolder();
	const district = join(scratch.path, 'district');
	let network: NetworkWatch;
	let workbench: Workbench;
	let open: OpenPage;
	const lines: string[] = [];
	let original: readonly string[];

	before(async () => {
		mkdirSync(join(district, '.vscode'), { recursive: true });
		for (const [name, text] of Object.entries(markedFiles())) writeFileSync(join(district, name), text);
		const own = Object.entries(settings).map(([name, value]) => [`cleverDemographics.${name}`, value]);
		const verbose = { ...Object.fromEntries(own), 'cleverDemographics.trace.server': 'verbose' };
		writeFileSync(join(district, '.vscode/settings.json'), JSON.stringify(verbose));
		network = watchNetwork();
		const { runBy, env } = network;
		workbench = await startWorkbench({ extension: ROOT, folder: district, runBy, env });
		original = filesIn(workbench.workspace);
		open = await openPage(workbench);
		open.page.on('console', (message) => void lines.push(message.text()));
		await work();
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		scratch.remove();
	});

	/** Uses what reads, shows and logs the most. */
	async function work(): Promise<void> {
		const { page } = open;
		for (const name of Object.keys(markedFiles())) {
			await openFile(page, name);
			await page.locator('.squiggly-error').first().waitFor();
		}
		for (const command of ['Check Again', 'Restart Server']) {
			await runCommand(page, `Clever Demographics: ${command}`);
		}
		await statusBarItem(page, 'was restarted');
		await runCommand(page, 'Clever Demographics: Check This File on Disk');
		await page.locator('.notification-toast').first().waitFor();
		await runCommand(page, 'Clever Demographics: Show Coverage Report');
		await webview(page).locator('h1').waitFor();
	}

	it('neither the console nor a file of VS Code holds a value, a header or a setting', () => {
		for (const [what, mark] of marks)
			assert.ok(!lines.join('\n').includes(mark), `the console holds ${what}`);
		// VS Code keeps a copy of the folder's settings itself.
		const { state = '', workspace } = workbench;
		const kept = readdirSync(state, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.filter((path) => !path.startsWith(workspace) && !path.includes('/CachedConfigurations/'));
		const found = kept.flatMap((path) => {
			const text = readFileSync(path, 'utf8');
			return marks
				.filter(([, mark]) => text.includes(mark))
				.map(([what]) => `${relative(state, path)} holds ${what}`);
		});
		assert.deepEqual(found, []);
	});

	it('the folder is as it was, and no file of ours is left beside it', () => {
		const { state = '', workspace } = workbench;
		assert.deepEqual(filesIn(workspace), original);
		const ours = filesIn(state).filter(
			(line) => /clever-demographics[^/]*( |\/)/.test(line) && !/^(extensions|workspace)\//.test(line),
		);
		assert.deepEqual(ours, []);
	});

	it('neither the extension nor what it started has touched the network', () => {
		const seen = network.seen();
		assert.ok(seen.length > 0, "VS Code's own server listens, which the watch sees");
		const programs = network.programs();
		for (const ours of OURS) {
			assert.ok(
				programs.some((program) => ours.test(program)),
				`${ours} was watched`,
			);
			assert.deepEqual(
				seen.filter(({ program }) => ours.test(program)),
				[],
			);
		}
	});
});

/** The files below a folder, each with its content; sockets are none. */
function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => `${relative(folder, path)} ${readFileSync(path, 'base64')}`)
		.sort();
}
