import type { Frame } from 'playwright-core';
import type { Bench } from '../../bench';
import type { Contents } from '../../data';
import { studentId } from '../../studentId';
import { ask, type TableWorkbench } from '../../tableWorkbench';

/** A file that is open as a table. */
export interface OpenTable {
	readonly frame: Frame;
	/** From the request to the first painted screen of rows. */
	readonly ms: number;
}

/** The file of a table: 18 columns. */
export function tableContents({ sizes }: Bench, size: 'small' | 'large'): Contents {
	return { rows: sizes[size], findings: sizes.few, zip: true };
}

/** Opens a file as a table. */
export async function openTable(tables: TableWorkbench, path: string): Promise<OpenTable> {
	const began = await tables.host('openTable', path);
	const frame = await tables.table();
	return { frame, ms: (await ask(frame, 'firstRows')) - began };
}

/** Opens a file as text, waits until it is checked, and opens it as a table, too. */
export async function openChecked(bench: Bench, contents: Contents): Promise<OpenTable> {
	const tables = await bench.tables();
	const path = bench.file(contents);
	await tables.host('openText', { path, findings: contents.findings });
	return openTable(tables, path);
}

/** Clicks on a cell of a row that is on the screen; the row is 0-based, below the header. */
export async function clickCell(
	{ page }: TableWorkbench,
	frame: Frame,
	row: number,
	column: string,
): Promise<void> {
	const id = frame.locator('.slick-cell.l1', { hasText: studentId(row) });
	const header = frame.locator('.slick-header-column', { hasText: column });
	const [rowBox, columnBox] = [await id.boundingBox(), await header.boundingBox()];
	if (!rowBox || !columnBox) throw new Error(`no cell of ${column}`);
	await page.mouse.click(columnBox.x + columnBox.width / 2, rowBox.y + rowBox.height / 2);
}
