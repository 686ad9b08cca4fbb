import assert from 'node:assert/strict';
import { datedNames, dayOf } from '../../client/src/compare/datedFiles';

describe('the names of earlier uploads', () => {
	it('are found with the other file of the same date, the newest first', () => {
		const names = [
			'students.csv',
			'students_ext.csv',
			'students 2026-09-30.csv',
			'students 2026-10-28.csv',
			'students_ext 2026-10-28.csv',
			'students-10-01-2026.csv',
			'students_2026-08.csv',
			'students (old).csv',
			'teachers 2026-10-28.csv',
			'staff.csv',
		];
		assert.deepEqual(datedNames(names), [
			{ names: ['students 2026-10-28.csv', 'students_ext 2026-10-28.csv'], day: 20261028 },
			{ names: ['students-10-01-2026.csv'], day: 20261001 },
			{ names: ['students 2026-09-30.csv'], day: 20260930 },
			{ names: ['students_2026-08.csv'], day: 20260800 },
			{ names: ['students (old).csv'], day: 0 },
		]);
	});

	it('put students.csv first, and leave an extension file alone that has no other', () => {
		assert.deepEqual(
			datedNames(['students_ext_backup.csv', 'students_backup.csv', 'students_ext-2026-01-02.csv']).map(
				({ names }) => names,
			),
			[['students_ext-2026-01-02.csv'], ['students_backup.csv', 'students_ext_backup.csv']],
		);
	});

	it('have a date with the year in front, or month, day and year', () => {
		assert.deepEqual(
			['2026-10-28', '20261028', '2026-10', '10-28-2026', '1.2.2026', 'Oct 2026', '1234567890'].map(dayOf),
			[20261028, 20261028, 20261000, 20261028, 20260102, 0, 0],
		);
	});
});
