/** The files that ship, and that they work once they are installed. */
import { strict as assert } from 'node:assert';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { hoverText, waitForText } from '../host/editor';
import { ROOT, SAMPLES } from '../host/paths';
import { run } from '../host/process';
import { openFile, problems } from '../host/workbench';

const VSCE = join(ROOT, 'node_modules/.bin/vsce');
/** 1.6 MB of 1,048,576 bytes each, in bytes. */
const LARGEST = 1_677_721;

describe('the package', () => {
	const scratch = temporaryFolder();
	const vsix = join(scratch.path, 'clever-demographics.vsix');
	let workbench: Workbench | undefined;
	let open: OpenPage | undefined;

	after(async () => {
		await open?.close();
		await workbench?.stop();
		scratch.remove();
	});

	it('ships these files and no others', async () => {
		const rules = readdirSync(join(ROOT, 'docs/rules')).map((name) => `docs/rules/${name}`);
		// Any other file, such as a source map, a source or a sample, fails the comparison. The README's pictures are shown
		// from the repository: VS Code shows none of an extension's own.
		const expected = [
			'CHANGELOG.md',
			'LICENSE',
			'NOTICE',
			'README.md',
			'THIRD-PARTY-NOTICES.txt',
			'dist/cli.js',
			'dist/client.js',
			'dist/client.web.js',
			'dist/compare.js',
			'dist/import.js',
			'dist/report.js',
			'dist/server.js',
			'dist/server.web.js',
			'dist/table.js',
			'docs/commands.md',
			'docs/arrived.md',
			'docs/automation.md',
			'docs/automation/nightly.ps1',
			'docs/automation/nightly.sh',
			'docs/check.md',
			'docs/command-line.md',
			'docs/compare.md',
			'docs/editors.md',
			'docs/export.md',
			'docs/returned.md',
			'docs/fill.md',
			'docs/fix.md',
			'docs/formats.md',
			'docs/import.md',
			'docs/privacy.md',
			'docs/problems.md',
			'docs/report.md',
			'docs/scale.md',
			'docs/sql.md',
			'docs/table.md',
			'docs/text.md',
			'images/icon.png',
			'language-configuration.json',
			'package.json',
			'schemas/import-mapping.schema.json',
			'schemas/settings.schema.json',
			'schemas/students.schema.json',
			'schemas/students_ext.schema.json',
			'syntaxes/clever-students-ext.tmLanguage.json',
			'syntaxes/clever-students.tmLanguage.json',
			'walkthrough/arrived.md',
			'walkthrough/check.md',
			'walkthrough/compare.md',
			'walkthrough/files.md',
			'walkthrough/fix.md',
			'walkthrough/returned.md',
			'walkthrough/share.md',
			'walkthrough/upload.md',
			...rules,
		];
		const files = (await run(VSCE, ['ls', '--no-dependencies'], { cwd: ROOT })).trim().split('\n');
		assert.deepEqual(files.sort(), expected.sort());
	});

	it('has at most 1.6 megabytes, and each picture under 80 KB', async () => {
		await run(VSCE, ['package', '--out', vsix], { cwd: ROOT });
		assert.ok(statSync(vsix).size <= LARGEST, `${statSync(vsix).size} bytes`);
		for (const name of readdirSync(join(ROOT, 'images/screenshots'))) {
			const { size } = statSync(join(ROOT, 'images/screenshots', name));
			assert.ok(size <= 80 * 1024, `${name}: ${size} bytes`);
		}
	});

	it('checks a file once it is installed', async () => {
		workbench = await startWorkbench({ extension: vsix, folder: SAMPLES });
		open = await openPage(workbench);
		await openFile(open.page, 'students_ext.csv');
		await open.page.locator('.squiggly-error').first().waitFor();
		assert.ok(
			(await problems(open.page)).some((row) => row.includes('ext.primary_disability_type has no code "MR"')),
		);
		// The names after the IDs move the text to the right of them.
		await waitForText(open.page, 'Ilinca, Sorin');
		assert.match(await hoverText(open.page, 'MR', 'Intellectual'), /Intellectual Disability/);
	});
});
