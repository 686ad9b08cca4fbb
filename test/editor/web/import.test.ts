/** An import in VS Code for the web: the export is read, planned and converted in the Worker. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { type OpenPage, openPage, type Workbench } from '../host/browserHost';
import { ROOT } from '../host/paths';
import { tableIn } from '../host/table';
import { startWebWorkbench } from '../host/webHost';
import { runCommand } from '../host/workbench';

describe('an import in VS Code for the web', () => {
	let workbench: Workbench;
	let open: OpenPage;

	before(async () => {
		workbench = await startWebWorkbench({ extension: ROOT, folder: join(ROOT, 'test/fixtures/import') });
		open = await openPage(workbench, { open: 'powerschool_export.txt' });
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	it('writes both files through the file system of the page', async () => {
		const { page } = open;
		await runCommand(page, 'View: Reopen Editor With...');
		await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Import' }).first().click();
		const importing = tableIn(page);
		await importing.locator('.id-card .candidate', { hasText: 'DCID' }).click();
		await importing.locator('#import').and(importing.locator(':enabled')).click();
		await importing.locator('#result').waitFor();
		const files = await importing.locator('.result-files').textContent();
		assert.match(files ?? '', /students\.csv4 rows.*students_ext\.csv4 rows/);
	});
});
