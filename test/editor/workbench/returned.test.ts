/** An error report of a receiver: its problems come into the files, and go while the values are others. */
import { clickText } from '../host/editor';
import { waitForItems } from '../host/problemsByValue';
import { openFile, pickQuickItem, plainEditor, runCommand, waitForNotification } from '../host/workbench';
import { openFolder } from './tableWorkbench';

const REPORT = [
	'sis_id,field,status,message',
	'1,gender,Failure,"Not the gender on file, see <b>your</b> SIS [here](command:x) $(trash)"',
	'2,gender,Failure,"Not the gender on file, see <b>your</b> SIS [here](command:x) $(trash)"',
	'3,race,Warning,Race was left out',
	'77,race,Failure,No such student',
	'',
].join('\n');

/** With the zero-width space that keeps the icon from being drawn. */
const GENDER = 'Gender · Not the gender on file, see <b>your</b> SIS [here](command:x) $\u200b(trash)';
const RACE = 'Race · Race was left out1 row · students.csv · errors.csv';
const APART = 'ID 77: No such studentrow 5 · errors.csv';

describe('an error report', () => {
	const folder = openFolder(
		{
			'students.csv':
				'Student_id,School_id,Last_name,First_name,Gender,Race\n1,5,Reyes,Ana,F,W\n2,5,Boone,Lee,M,A\n3,5,Diaz,Eva,F,W\n',
			'errors.csv': REPORT,
		},
		{ settings: plainEditor },
	);

	it('is marked and listed, follows an edit and its undo, and is closed', async () => {
		const { page } = folder;
		await openFile(page, 'students.csv');
		await runCommand(page, 'Clever Demographics: Open an Error Report…');
		await pickQuickItem(page, 'errors.csv');
		await waitForNotification(page, 'errors.csv: 3 problems are marked until you edit the values.');
		await waitForItems(page, [`${GENDER}2 rows · students.csv · errors.csv`, RACE, APART]);
		await clickText(page, 'Ana,F');
		await page.keyboard.press('End');
		for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace']) await page.keyboard.press(key);
		await page.keyboard.type('M');
		await waitForItems(page, [`${GENDER}1 row · students.csv · errors.csv`, RACE, APART]);
		// Deleting and typing are two steps to undo.
		for (let step = 0; step < 2; step++) await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, [`${GENDER}2 rows · students.csv · errors.csv`, RACE, APART]);
		await runCommand(page, 'Clever Demographics: Close the Error Report');
		await waitForItems(page, []);
	});
});
