import assert from 'node:assert/strict';
import {
	countsLine,
	type EditorFacts,
	fileReadiness,
	notComparedLine,
} from '../../client/src/status/readiness';
import type { Counts, Status } from '../../server/src/protocol';

const fine: EditorFacts = { name: 'students.csv', isDirty: false, encoding: 'utf8' };

function status(counts: Partial<Counts> = {}, more: Partial<Status> = {}): Status {
	return {
		uri: 'file:///d/students.csv',
		version: 1,
		fileName: 'students.csv',
		records: 12,
		counts: { error: 0, warning: 0, information: 0, hint: 0, ...counts },
		fixable: 0,
		...more,
	};
}

describe('the readiness of a file', () => {
	it('is the number of errors, then of warnings', () => {
		assert.equal(fileReadiness(status({ error: 3 }), fine).text, '3 errors');
		assert.equal(fileReadiness(status({ error: 1, warning: 1 }), fine).text, '1 error · 1 warning');
		assert.equal(
			fileReadiness(status({ error: 1234, warning: 12, hint: 9 }), fine).text,
			'1,234 errors · 12 warnings',
		);
		assert.equal(fileReadiness(status({ error: 3 }), fine).level, 'error');
	});

	it('is "Ready to upload" for a saved, UTF-8 file with the right name and no errors', () => {
		for (const encoding of ['utf8', 'utf8bom']) {
			const { text, level, reasons } = fileReadiness(status({ information: 4, hint: 2 }), {
				...fine,
				encoding,
			});
			assert.deepEqual([text, level, reasons], ['Ready to upload', 'ready', []]);
		}
		assert.equal(fileReadiness(status({ warning: 12 }), fine).text, 'Ready to upload · 12 warnings');
	});

	const obstacles: readonly (readonly [string, Partial<EditorFacts>, Partial<Status>, RegExp])[] = [
		['unsaved', { isDirty: true }, {}, /unsaved changes/],
		[
			'named differently',
			{ name: 'students (1).csv' },
			{},
			/must be students\.csv, not students \(1\)\.csv\./,
		],
		['named in another case', { name: 'Students.csv' }, {}, /must be students\.csv, not Students\.csv\./],
		['never saved', { name: undefined, isDirty: true }, {}, /must be students\.csv\./],
		['in another encoding', { encoding: 'windows1252' }, {}, /windows1252.*UTF-8/],
		['without rows', {}, { records: 0 }, /no rows/],
	];
	for (const [what, facts, more, reason] of obstacles) {
		it(`is not "Ready to upload" for a file that is ${what}, and says so`, () => {
			const calm = fileReadiness(status({}, more), { ...fine, ...facts });
			assert.deepEqual([calm.text, calm.level], ['No errors', 'none']);
			assert.match(calm.reasons.join(), reason);
			const warned = fileReadiness(status({ warning: 12 }, more), { ...fine, ...facts });
			assert.deepEqual([warned.text, warned.level], ['12 warnings · no errors', 'warning']);
			const wrong = fileReadiness(status({ error: 1 }, more), { ...fine, ...facts });
			assert.equal(wrong.text, '1 error');
			assert.equal(wrong.reasons.length, calm.reasons.length + 1);
		});
	}

	it('says that the IDs were not compared if the sibling file could not be read', () => {
		const unreadable = { fileName: 'students.csv', problem: 'too large' } as const;
		const alone = status({}, { beside: unreadable });
		assert.equal(fileReadiness(alone, fine).text, 'Ready to upload · IDs not compared');
		assert.equal(
			fileReadiness(status({ error: 1 }, { beside: unreadable }), fine).text,
			'1 error · IDs not compared',
		);
		assert.match(notComparedLine(alone) ?? '', /students\.csv is too large, so the IDs were not compared\./);
		assert.equal(notComparedLine(status()), undefined);
	});

	it('counts all problems in a sentence', () => {
		assert.equal(countsLine(status()), '12 rows, no problems.');
		assert.equal(
			countsLine(status({ error: 1, warning: 2, information: 1, hint: 3 }, { records: 1, fixable: 1500 })),
			'1 row, 1 error, 2 warnings, 1 note, 3 hints. Fix All fixes 1,500.',
		);
	});
});
