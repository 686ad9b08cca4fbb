/** Each alarm just under its threshold and just over it. */

import assert from 'node:assert/strict';
import { changeAlarms } from '../../../server/src/compare/changes/alarms';
import type { CategoryFlow, ChangeFacts, LackFacts } from '../../../server/src/compare/changes/changeFacts';
import type { ChangeAlarmId } from '../../../server/src/compare/changes/changesTypes';
import { defaultSettings } from '../../../server/src/settings';
import { petSize } from '../../support/pets';

const quiet: ChangeFacts = {
	thresholds: defaultSettings['compare.alarms'],
	students: { before: 500, gone: 0, zerosChanged: 0, inBoth: 500, moved: 0, unread: 0, otherIds: undefined },
	schools: [],
	categories: [],
	lacking: [],
	unmatched: [],
};
const small = { code: 'S', label: 'Small', before: 100, after: 100 };
const large = { code: 'L', label: 'Large', before: 100, after: 100 };
const size: CategoryFlow = {
	element: petSize,
	fileName: 'pets.csv',
	filledBefore: 100,
	emptied: 0,
	codes: [small, large],
	flips: [],
};

function alarmsWith(
	facts: Partial<ChangeFacts>,
): readonly { readonly id: ChangeAlarmId; readonly message: string }[] {
	return changeAlarms({ ...quiet, ...facts });
}
function idsWith(facts: Partial<ChangeFacts>): readonly ChangeAlarmId[] {
	return alarmsWith(facts).map(({ id }) => id);
}
function ofSize(flow: Partial<CategoryFlow>): Partial<ChangeFacts> {
	return { categories: [{ ...size, ...flow }] };
}

describe('an alarm of the comparison', () => {
	it('is raised where more than a tenth of the students are gone', () => {
		const gone = (count: number, zerosChanged = 0) => ({
			students: { ...quiet.students, gone: count, zerosChanged },
		});
		assert.deepEqual(idsWith(gone(50)), []);
		assert.deepEqual(idsWith(gone(51)), ['students-gone']);
		assert.match(
			alarmsWith(gone(60))[0]?.message ?? '',
			/^60 of 500 students \(12%\) are gone\. Check that the export/,
		);
		assert.match(alarmsWith(gone(60, 55))[0]?.message ?? '', /55 IDs only gained or lost leading zeros/);
		const causes = (facts: Partial<ChangeFacts['students']>): string => {
			const students = { ...quiet.students, gone: 200, ...facts };
			return (
				alarmsWith({ students })[0]
					?.message.split('gone. ')[1]
					?.replace(' Clever may hold a sync that changes so much.', '') ?? ''
			);
		};
		const schools = 'Check that the export has every school and grade.';
		const unread = '200 rows of the new side cannot be read or have no student ID: check the file first.';
		assert.equal(causes({ unread: 200 }), unread);
		assert.equal(causes({ unread: 200, gone: 300 }), `${unread} ${schools}`);
		assert.equal(causes({ otherIds: 'The old IDs are in Tag.' }), 'The old IDs are in Tag.');
		const thresholds = { ...quiet.thresholds, studentsGone: 2.5 };
		assert.deepEqual(idsWith({ students: { ...quiet.students, before: 1000, gone: 25 }, thresholds }), []);
		assert.deepEqual(idsWith({ students: { ...quiet.students, before: 1000, gone: 26 }, thresholds }), [
			'students-gone',
		]);
	});

	it('is raised where more than a tenth of the values of a category are gone', () => {
		assert.deepEqual(idsWith(ofSize({ emptied: 10 })), []);
		assert.deepEqual(idsWith(ofSize({ emptied: 11 })), ['category-emptied']);
		assert.deepEqual(idsWith(ofSize({ filledBefore: 0, emptied: 0 })), []);
		assert.equal(
			alarmsWith(ofSize({ filledBefore: 2000, emptied: 1260 }))[0]?.message,
			'Size is empty now for 1,260 of 2,000 students (63%) who had a value. Check that your export still sends it.',
		);
	});

	it('is raised for a school without students, and for no other', () => {
		const schools = [
			{ id: '01', before: 12, after: 0 },
			{ id: '02', before: 1, after: 1 },
			{ id: '1', before: 0, after: 12 },
			{ id: '', before: 3, after: 0 },
		];
		const alarms = alarmsWith({ schools });
		assert.deepEqual(
			alarms.map(({ message }) => message),
			[
				'School 01 has no students anymore, and had 12 students. School 1 is new: only the leading zeros differ. Format the column as text.',
			],
		);
	});

	it('is raised for a code that nobody has anymore', () => {
		assert.deepEqual(idsWith(ofSize({ codes: [{ ...small, before: 1, after: 1 }] })), []);
		assert.deepEqual(idsWith(ofSize({ codes: [{ ...small, before: 0, after: 0 }] })), []);
		assert.equal(
			alarmsWith(ofSize({ codes: [{ ...small, before: 1, after: 0 }] }))[0]?.message,
			'Nobody has Size S (Small) anymore. 1 student had it. Check the codes of your export.',
		);
	});

	it('is raised where 10 students and 90 % of a code have one other code', () => {
		const flip = (count: number, of: number) => ofSize({ flips: [{ from: small, to: large, count, of }] });
		assert.deepEqual(idsWith(flip(9, 9)), []);
		assert.deepEqual(idsWith(flip(10, 10)), ['flipped']);
		assert.deepEqual(idsWith(flip(10, 12)), []);
		assert.deepEqual(idsWith(flip(89, 100)), []);
		assert.deepEqual(idsWith(flip(90, 100)), ['flipped']);
		assert.equal(
			alarmsWith(flip(90, 100))[0]?.message,
			'Size: 90 of 100 students with S (Small) have L (Large) now. Check the codes of your export.',
		);
	});

	it('is raised where the code became a value that is no code', () => {
		const flips = [{ from: small, to: { code: 'Tiny', label: '' }, count: 10, of: 10 }];
		assert.equal(
			alarmsWith(ofSize({ flips }))[0]?.message,
			'Size: 10 of 10 students with S (Small) have "Tiny" now. Check the codes of your export.',
		);
	});

	it('is raised where 10 IDs and more than a tenth are under other names', () => {
		const moved = (count: number, inBoth: number) => ({
			students: { ...quiet.students, moved: count, inBoth },
		});
		assert.deepEqual(idsWith(moved(9, 9)), []);
		assert.deepEqual(idsWith(moved(10, 100)), []);
		assert.deepEqual(idsWith(moved(10, 99)), ['ids-moved']);
		assert.match(
			alarmsWith(moved(11, 100))[0]?.message ?? '',
			/^11 of 100 students on both sides \(11%\) have another last name and another first name now/,
		);
	});

	it('is one for a file or column that a side lacks, and grave where values are lost', () => {
		const lack: LackFacts = {
			side: 'after',
			fileName: 'pets.csv',
			column: 'Size',
			values: 40,
			lookalikes: [],
		};
		assert.deepEqual(idsWith({ lacking: [lack] }), ['category-emptied']);
		assert.deepEqual(idsWith({ lacking: [{ ...lack, values: 0 }] }), ['not-compared']);
		assert.deepEqual(idsWith({ lacking: [{ ...lack, side: 'before' }] }), ['not-compared']);
		assert.equal(
			alarmsWith({ lacking: [{ ...lack, lookalikes: [{ column: 'Size', header: 'How big', index: 3 }] }] })[0]
				?.message,
			'The new side has no Size in pets.csv, and 40 students had a value in it. It is not compared. Size may be column 4 ("How big"). If so, rename it.',
		);
		assert.equal(
			alarmsWith({ lacking: [{ ...lack, column: undefined }] })[0]?.message,
			'The new side has no pets.csv, and 40 students had a value in it. It is not compared. Add the file before you upload.',
		);
	});

	it('is listed 20 times for one kind at most, and the rest are counted', () => {
		const schools = Array.from({ length: 23 }, (_, at) => ({ id: `${at + 1}`, before: 1, after: 0 }));
		const alarms = alarmsWith({ schools });
		assert.equal(alarms.length, 21);
		assert.deepEqual(alarms.at(-1), {
			id: 'school-gone',
			message: '3 more schools have no students anymore.',
			count: 3,
		});
	});
});
