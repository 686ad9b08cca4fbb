import assert from 'node:assert/strict';
import { type FolderStatus, foldersText } from '../../client/src/status/foldersStatus';
import type { Status } from '../../server/src/protocol';

const file = (error: number, warning: number, readiness?: Status['readiness']): Status => ({
	uri: 'file:///d/students.csv',
	version: 0,
	fileName: 'students.csv',
	records: 2398,
	counts: { error, warning, information: 0, hint: 0 },
	fixable: 0,
	readiness,
});
const ready = { state: 'ready', summary: 'Ready to upload: 14 of 14.', reasons: [] } as const;
const folder = (name: string, ...files: readonly Status[]): FolderStatus => ({ name, files });

describe('the status of folders without an open file', () => {
	it('is none where no file is checked', () => {
		assert.equal(foldersText([]), undefined);
		assert.equal(foldersText([folder('a')]), undefined);
	});

	it('counts the errors of both files', () => {
		const shown = foldersText([folder('district', file(1200, 3), file(1, 0))]);
		assert.equal(shown?.level, 'error');
		assert.equal(shown?.text, '1,201 errors');
		assert.match(shown?.tooltip ?? '', /^district\nstudents\.csv: 2,398 rows, 1,200 errors, 3 warnings\./);
	});

	it('follows the readiness of the folder, which knows more than the counts', () => {
		const reasons = [{ id: 'unsaved', message: 'students.csv has unsaved changes.' }] as const;
		const readiness = { state: 'review', summary: '1 thing to review: 12 of 14.', reasons } as const;
		const shown = foldersText([folder('district', file(0, 0, readiness))]);
		assert.deepEqual([shown?.level, shown?.text], ['warning', '1 thing to review']);
		assert.match(
			shown?.tooltip ?? '',
			/^district: 1 thing to review: 12 of 14\.\n• students\.csv has unsaved/,
		);
		assert.equal(foldersText([folder('d', file(0, 0, ready))])?.text, 'Ready to upload');
		assert.equal(foldersText([folder('d', file(0, 0))])?.text, 'No errors');
	});

	it('names no folder where all are ready', () => {
		const shown = foldersText([folder('a', file(0, 0, ready)), folder('b', file(0, 0, ready))]);
		assert.equal(shown?.text, 'Ready to upload');
	});

	it('is that of the worst folder, with its name, and lists all', () => {
		const shown = foldersText([
			folder('a', file(0, 0, ready)),
			folder('b/c', file(0, 2)),
			folder('d', file(3, 0)),
		]);
		assert.equal(shown?.text, '3 errors in d');
		assert.deepEqual(
			shown?.tooltip.split('\n\n').map((lines) => lines.split('\n')[0]),
			['d', 'b/c', 'a: Ready to upload: 14 of 14.'],
		);
	});
});
