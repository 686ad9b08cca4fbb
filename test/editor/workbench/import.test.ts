/** Imports an SIS export by pressing Enter only. */
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import {
	answerInput,
	answerNotification,
	appears,
	quickItems,
	runCommand,
	screenshot,
	waitForNotification,
} from '../host/workbench';

const EXPORT = 'powerschool_export.txt';

/** As Clever and Amplify take them. H is an ethnicity, and Y does not say which lunch, so both stay for a person to decide. */
const ROSTER = `School_id,Student_id,Student_number,Last_name,First_name,Grade,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status
S1,20101,410101,Alder,Ana,3,F,W,Y,Spanish,Y,F,N
S1,20102,410102,Birch; Jr.,Bo,4,M,W,N,English,N,N,Y
S2,20103,410103,Peña,Zoë,5,F,H,Y,Spanish,Y,R,N
S2,20104,410104,O’Dell,Cy,6,M,M,N,English,N,Y,N
`;
const EXTENSION = `sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
20101,No,,,No,Yes,No,Yes
20102,Yes,,AUT,No,No,No,Yes
20103,No,,,Yes,Yes,Yes,No
20104,No,,,No,,No,No
`;

describe('an import in the workbench', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		workbench = await startWorkbench({ extension: ROOT, folder: join(ROOT, 'test/fixtures/import') });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	const written = (name: string): string =>
		readFileSync(join(workbench.workspace, name), 'utf8').replaceAll('\r\n', '\n');

	async function picture(name: string): Promise<void> {
		const folder = process.env.IMPORT_PICTURES;
		if (folder) await screenshot(page, join(folder, `${name}.png`));
	}

	const title = (text: string) =>
		page.locator('.quick-input-widget:visible .quick-input-title', { hasText: text });

	/**
	 * The file dialog of VS Code in a browser is a quick pick too. It opens while the palette still closes, and ignores
	 * Enter while it reads the folder.
	 */
	async function chooseExport(next: string): Promise<void> {
		const dialog = title('Choose the Export of Your SIS');
		await dialog.waitFor();
		await until(
			`"${next}" after the dialog`,
			async () => {
				if (await dialog.isVisible()) await answerInput(page, join(workbench.workspace, EXPORT));
				return appears(title(next));
			},
			120_000,
		);
	}

	/** Waits for a step by its title, and returns its lines. */
	async function step(text: string): Promise<string[]> {
		await title(text).waitFor();
		return quickItems(page);
	}

	it('asks for the file, and then Enter is enough', async () => {
		await runCommand(page, 'Clever Demographics: Import an SIS Export…');
		await chooseExport('(1 of 4)');

		const rows = await step('(1 of 4)');
		assert.ok(rows[0]?.includes('It Looks Right'), rows.join('\n'));
		assert.ok(
			rows.some((row) => row.includes('Peña')),
			rows.join('\n'),
		);
		await picture('1');
		await page.keyboard.press('Enter');

		const columns = await step('(2 of 4)');
		assert.ok(columns[0]?.includes('Use These Columns'), columns.join('\n'));
		await picture('2');
		await page.keyboard.press('Enter');

		const values = await step('(3 of 4)');
		assert.ok(
			values.some((value) => value.includes('Race: H')),
			values.join('\n'),
		);
		await picture('3');
		await page.keyboard.press('Enter');

		assert.deepEqual(await step('(4 of 4)'), ['students.csv', 'students_ext.csv']);
		await picture('4');
		await page.keyboard.press('Enter');

		await waitForNotification(
			page,
			'students.csv (4 rows) and students_ext.csv (4 rows) written, with DCID as the student ID. 2 values not recognized and left unchanged.',
		);
		assert.equal(written('students.csv'), ROSTER);
		assert.equal(written('students_ext.csv'), EXTENSION);
		await picture('5');
	});

	it('saves the mapping, and the next month takes one step', async () => {
		await answerNotification(page, 'Save Mapping');
		await page.getByRole('tab', { name: 'clever-import.json', selected: true }).waitFor();
		await until('the mapping', async () => existsSync(join(workbench.workspace, 'clever-import.json')));
		const { columns, codes } = JSON.parse(written('clever-import.json'));
		assert.equal(columns.Student_id, 'DCID');
		assert.equal(codes.Race.C, 'W');

		await runCommand(page, 'Clever Demographics: Import an SIS Export…');
		await chooseExport(`Import ${EXPORT}`);
		const [first] = await step(`Import ${EXPORT}`);
		assert.match(first ?? '', /Use clever-import\.json/);
		await page.keyboard.press('Enter');
		const dialog = page.locator('.monaco-dialog-box');
		await dialog.waitFor();
		assert.match((await dialog.textContent()) ?? '', /students\.csv already exists/);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await dialog.getByText('students_ext.csv already exists').waitFor();
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		assert.equal(written('students.csv'), ROSTER);
	});
});
