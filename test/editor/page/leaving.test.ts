import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import { cell, lastAsked, openTable, place, press, until } from './onPage';
import { pupils, RACE } from './pupils';

describe('leaving a cell that is open', () => {
	let open: OpenPage;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
	});
	const input = () => open.page.locator('.cell-input');
	const methods = () => open.asked.map(({ method }) => method).filter((method) => /edit|save/.test(method));
	const value = () => (lastAsked(open, 'edit') as { action: { value: string } } | undefined)?.action.value;
	/** Another editor or window gets the keyboard. */
	const blur = () =>
		open.page.evaluate(`{
			document.hasFocus = () => false;
			window.dispatchEvent(new Event('blur'));
		}`);
	const heard = () => open.page.evaluate<string[]>('window.heard');
	const listen = () =>
		open.page.evaluate(`{
			window.heard = [];
			window.addEventListener('keydown', ({ key, keyCode, defaultPrevented }) => {
				if (!defaultPrevented && key.length + keyCode > 1) window.heard.push(key + ' ' + keyCode);
			});
		}`);

	it('writes what is typed and then saves, on Ctrl+S', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'x', 'Control+s');
		await until(() => methods().includes('save'), 'the file is saved');
		assert.deepEqual(methods(), ['edit', 'save']);
		assert.equal(value(), 'x');
		await press(open, 'F2', 'Control+s');
		await until(() => methods().length === 3, 'the file is saved again');
		assert.deepEqual(methods(), ['edit', 'save', 'save']);
	});

	it('keeps the cell open where another editor gets the keyboard, and tells what is typed', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await open.page.keyboard.type('Rey');
		await open.page.evaluate(`{
			window.taken = 0;
			document.addEventListener('focusin', () => window.taken++);
		}`);
		await blur();
		const draft = () =>
			(lastAsked(open, 'draft') as { readonly action: { readonly value: string } } | null)?.action.value;
		await until(() => draft() === 'Rey', 'it is told');
		await open.send({ type: 'changed', version: 1 });
		await until(() => open.asked.filter(({ method }) => method === 'draft').length > 1, 'it is told again');
		assert.equal(draft(), 'Rey');
		assert.deepEqual(methods(), []);
		assert.equal(await input().inputValue(), 'Rey');
		assert.equal(await open.page.evaluate('window.taken'), 0);
		await open.page.evaluate(`window.dispatchEvent(new Event('focus'))`);
		await until(() => draft() === undefined, 'it is in the page alone again');
	});

	it('writes nothing there where nothing was typed', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'F2');
		await input().waitFor();
		await blur();
		await open.page.waitForTimeout(200);
		assert.deepEqual(methods(), []);
	});

	it('does not take the keyboard when its row moves by a change of another table', async () => {
		const table = pupils(100);
		open = await openTable(table);
		await cell(open, 5, 'Last_name').click();
		await press(open, 'F2');
		await input().waitFor();
		await open.page.evaluate(`{
			document.hasFocus = () => false;
			document.activeElement.blur();
			window.taken = 0;
			document.addEventListener('focusin', () => window.taken++);
		}`);
		table.order = [90, ...table.order.filter((row) => row !== 90)];
		table.version++;
		await open.send({ type: 'changed', version: table.version });
		await until(async () => (await cell(open, 6, 'Student_id').textContent()) === '1005', 'it has moved');
		await open.page.waitForTimeout(200);
		assert.equal(await open.page.evaluate('window.taken'), 0);
		assert.equal(await open.page.evaluate('document.activeElement.tagName'), 'BODY');
	});

	it('writes before VS Code closes the tab', async () => {
		open = await openTable(pupils());
		await listen();
		await cell(open, 0, 'Last_name').click();
		await press(open, 'x', 'Control+w');
		await until(async () => (await heard()).includes('w 87'), 'VS Code gets the key');
		assert.equal(value(), 'x');
	});

	it('leaves the keys of VS Code to it', async () => {
		open = await openTable(pupils());
		await listen();
		await cell(open, 0, 'Last_name').click();
		await press(open, 'F2', 'F1', 'Control+Shift+s', 'Alt+z', 'Control+p', 'Control+z', 'a', 'ArrowLeft');
		const keys = (await heard()).map((each) => each.split(' ')[0]);
		const isModifier = (key: string | undefined) => /^(Control|Shift|Alt)$/.test(key ?? '');
		assert.deepEqual(
			keys.filter((key) => !isModifier(key)),
			['F1', 's', 'z', 'p'],
		);
	});

	it('begins at the end of the value, with all codes to choose from', async () => {
		const table = pupils();
		table.written.set(`0:${RACE}`, 'A');
		open = await openTable(table);
		await cell(open, 0, 'Race').click();
		await press(open, 'F2');
		await input().waitFor();
		const caret = '[document.activeElement.selectionStart, document.activeElement.selectionEnd]';
		assert.deepEqual(await open.page.evaluate(caret), [1, 1]);
		assert.equal(await open.page.getByRole('option').count(), 3);
	});

	it('goes back to the column where Tab began, on Enter', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'x', 'Tab', 'y', 'Tab', 'z', 'Enter');
		await until(async () => (await place(open)) === '1 Last_name', 'one row down');
		await press(open, 'Tab', 'Enter');
		assert.equal(await place(open), '2 Last_name');
		await press(open, 'Tab', 'ArrowRight', 'Enter');
		assert.equal(await place(open), '3 School_id');
		await press(open, 'Control+End', 'Enter');
		assert.match(await place(open), /^1999 /);
	});
});
