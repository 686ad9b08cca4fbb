import assert from 'node:assert/strict';
import {
	countsLine,
	readinessLines,
	readinessOnDisk,
	statusBarText,
} from '../../client/src/status/readiness';
import type { Counts, Readiness, Reason, Status } from '../../server/src/protocol';

function status(
	counts: Partial<Counts> = {},
	readiness: Readiness | undefined = undefined,
	more: Partial<Status> = {},
): Status {
	return {
		uri: 'file:///d/students.csv',
		version: 1,
		fileName: 'students.csv',
		records: 12,
		counts: { error: 0, warning: 0, information: 0, hint: 0, ...counts },
		fixable: 0,
		readiness,
		...more,
	};
}

function folder(state: Readiness['state'], ...reasons: readonly Reason[]): Readiness {
	return { state, summary: 'Ready to upload: 14 of 14 categories, 2,398 students.', reasons };
}

const unsaved: Reason = { id: 'unsaved', message: 'students.csv has unsaved changes.' };
const accepted: Reason = { id: 'accepted-values', message: 'Amplify will ignore 12 accepted values.' };
const errorsIn = (fileName: string): Reason => ({
	id: 'errors',
	fileName,
	message: `${fileName} has 3 errors.`,
});

describe('the status bar', () => {
	it('has the problems of the file where it has errors', () => {
		const text = statusBarText(
			status({ error: 1234, warning: 12, hint: 9 }, folder('errors', errorsIn('students.csv'))),
		);
		assert.deepEqual(text, { level: 'error', text: '1,234 errors · 12 warnings' });
	});

	it('is "Ready to upload" only where the whole folder is', () => {
		assert.deepEqual(statusBarText(status({ information: 4 }, folder('ready', accepted))), {
			level: 'ready',
			text: 'Ready to upload',
		});
		assert.deepEqual(statusBarText(status({}, folder('review', unsaved, accepted))), {
			level: 'warning',
			text: '1 thing to review',
		});
		assert.deepEqual(statusBarText(status({}, folder('errors', errorsIn('students_ext.csv'), unsaved))), {
			level: 'error',
			text: 'Errors in students_ext.csv',
		});
	});

	it('never says that a file about anything else is ready', () => {
		assert.deepEqual(statusBarText(status()), { level: 'none', text: 'No errors' });
		assert.deepEqual(statusBarText(status({ warning: 2 })), {
			level: 'warning',
			text: '2 warnings · no errors',
		});
	});
});

describe('the tooltip of the status bar', () => {
	it('has the state in a sentence and every reason', () => {
		assert.deepEqual(readinessLines(folder('review', unsaved, accepted)), [
			'Ready to upload: 14 of 14 categories, 2,398 students.',
			'• students.csv has unsaved changes.',
			'• Amplify will ignore 12 accepted values.',
		]);
	});

	it('says of a check on the disk what is not saved', () => {
		const onDisk = { path: 'd', state: 'ready', reasons: [accepted] } as const;
		assert.equal(readinessOnDisk(onDisk).summary, 'Ready to upload.');
		const { state, summary, reasons } = readinessOnDisk(onDisk, 'students.csv');
		assert.deepEqual([state, summary], ['review', '1 thing to review.']);
		assert.deepEqual(
			reasons.map(({ id }) => id),
			['accepted-values', 'unsaved'],
		);
		assert.equal(readinessOnDisk({ ...onDisk, state: 'errors' }, 'students.csv').state, 'errors');
	});

	it('counts the reasons that it has no room for', () => {
		const lines = readinessLines(folder('review', ...Array.from({ length: 20 }, () => unsaved)));
		assert.equal(lines.length, 14);
		assert.equal(lines.at(-1), '• 8 more reasons: choose Show Folder Status.');
	});

	it('counts all problems in a sentence', () => {
		assert.equal(countsLine(status()), '12 rows, no problems.');
		assert.equal(
			countsLine(
				status({ error: 1, warning: 2, information: 1, hint: 3 }, undefined, { records: 1, fixable: 1500 }),
			),
			'1 row, 1 error, 2 warnings, 1 note, 3 hints. Fix All fixes 1,500.',
		);
	});
});
