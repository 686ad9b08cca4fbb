/** Pairs of districts whose differences are known: what is expected was worked out by hand. */

import assert from 'node:assert/strict';
import { readSettings } from '../../../server/src/settings';
import { asBytes, asDocument, compareTexts } from './comparing';

const header = 'School_id,Student_id,Last_name,First_name,Gender,Frl_status';

/** So many students: numbers from 1,001 on, five schools in turn, M and F in turn, and F for every second one. */
function rosterOf(
	count: number,
	row: (number: number) => readonly string[] | undefined = (number) => usualRow(number),
	head = header,
): string {
	const rows = Array.from({ length: count }, (_, at) => row(1001 + at)).filter((each) => each !== undefined);
	return `${[head, ...rows.map((each) => each.join(','))].join('\n')}\n`;
}
function usualRow(number: number): string[] {
	const isOdd = number % 2 === 1;
	return [
		`${number % 5}`,
		`${number}`,
		`Last${number}`,
		`First${number}`,
		isOdd ? 'M' : 'F',
		isOdd ? 'F' : 'N',
	];
}

describe('a comparison', () => {
	for (const read of [asDocument, asBytes]) {
		const compare = (old: string, now: string) => compareTexts({ roster: old }, { roster: now }, read);
		const how = read === asDocument ? 'open files' : 'files on the disk';

		it(`names the 60 of 500 students who are gone, in ${how}`, () => {
			// 1001 to 1060.
			const { students, categories, alarms, notes, schools } = compare(
				rosterOf(500),
				rosterOf(500, (number) => (number <= 1060 ? undefined : usualRow(number))),
			);
			assert.deepEqual([students.before, students.after, students.inBoth], [500, 440, 440]);
			assert.deepEqual(students.added, []);
			assert.deepEqual(
				students.gone.map(({ id }) => id),
				Array.from({ length: 60 }, (_, at) => `${1001 + at}`),
			);
			assert.deepEqual(students.gone[0], { id: '1001', name: 'Last1001, First1001', school: '1' });
			assert.ok(categories.every(({ changed, emptied, filled }) => changed + emptied + filled === 0));
			assert.deepEqual(
				categories.filter(({ compared }) => compared).map(({ element }) => element),
				['Gender', 'Frl_status'],
			);
			assert.deepEqual(
				alarms.map(({ id, message }) => [id, message]),
				[
					[
						'students-gone',
						'60 of 500 students (12%) are gone. Check that the export has every school and grade. Clever may hold a sync that changes so much.',
					],
				],
			);
			assert.deepEqual(notes, []);
			assert.deepEqual(
				schools.map(({ id, before, after, gone }) => [id, before, after, gone]),
				['1', '2', '3', '4', '0'].map((id) => [id, 100, 88, 12]),
			);
		});

		it(`counts the 260 of 500 students who lost their lunch status, in ${how}`, () => {
			// 1001 to 1260: 130 with F and 130 with N. 52 of them in each school.
			const { categories, alarms } = compare(
				rosterOf(500),
				rosterOf(500, (number) =>
					number <= 1260 ? [...usualRow(number).slice(0, 5), ''] : usualRow(number),
				),
			);
			const lunch = categories.find(({ element }) => element === 'Frl_status');
			const bySchool = ['1', '3', '0', '2', '4'].map((school) => ({ school, count: 26 }));
			assert.deepEqual(lunch, {
				element: 'Frl_status',
				heading: 'Free or reduced-price lunch',
				fileName: 'students.csv',
				compared: true,
				changed: 0,
				emptied: 260,
				filled: 0,
				changes: [
					{ from: 'F', to: '', count: 130, bySchool },
					{
						from: 'N',
						to: '',
						count: 130,
						bySchool: ['2', '4', '1', '3', '0'].map((school) => ({ school, count: 26 })),
					},
				],
			});
			assert.deepEqual(
				alarms.map(({ id, message }) => [id, message]),
				[
					[
						'category-emptied',
						'Frl_status is empty now for 260 of 500 students (52%) who had a value. Check that your export still sends it.',
					],
				],
			);
		});

		it(`sees a mapping that flipped, in ${how}`, () => {
			// Everybody but 1001 to 1010 has the other gender: 245 of 250 each way.
			const { categories, alarms } = compare(
				rosterOf(500),
				rosterOf(500, (number) => {
					const [school = '', id = '', last = '', first = '', gender, lunch = ''] = usualRow(number);
					const other = gender === 'M' ? 'F' : 'M';
					return [school, id, last, first, number <= 1010 ? (gender ?? '') : other, lunch];
				}),
			);
			const gender = categories.find(({ element }) => element === 'Gender');
			assert.deepEqual(
				gender?.changes.map(({ from, to, count }) => [from, to, count]),
				[
					['M', 'F', 245],
					['F', 'M', 245],
				],
			);
			assert.deepEqual(
				alarms.map(({ id, message }) => [id, message]),
				[
					[
						'flipped',
						'Gender: 245 of 250 students with M (Male) have F (Female) now. Check the codes of your export.',
					],
					[
						'flipped',
						'Gender: 245 of 250 students with F (Female) have M (Male) now. Check the codes of your export.',
					],
				],
			);
		});

		it(`pairs the IDs that lost their leading zeros, in ${how}`, () => {
			// "0001001" to "0001020" became "1001" to "1020".
			const { students, alarms, notes } = compare(
				rosterOf(20, (number) => usualRow(number).with(1, `000${number}`)),
				rosterOf(20),
			);
			assert.equal(students.inBoth, 0);
			assert.equal(students.added.length, 20);
			assert.deepEqual(
				students.zerosChanged.map(({ before, after }) => [before.id, after.id]),
				Array.from({ length: 20 }, (_, at) => [`000${1001 + at}`, `${1001 + at}`]),
			);
			assert.deepEqual(
				alarms.map(({ id, message }) => [id, message]),
				[
					[
						'students-gone',
						'20 of 20 students (100%) are gone. 20 IDs only gained or lost leading zeros: format the column as text. Clever may hold a sync that changes so much.',
					],
				],
			);
			assert.deepEqual(notes, [
				'No student is on both sides, so no values were compared.',
				'None of the 20 old students is on the new side. The others have other leading zeros in their IDs: format the column as text where you export.',
			]);
		});

		it(`does not compare a column that was renamed, and names the one it may be, in ${how}`, () => {
			const { categories, alarms } = compare(
				rosterOf(30),
				rosterOf(30, usualRow, header.replace('Frl_status', 'Lunch status')),
			);
			const lunch = categories.find(({ element }) => element === 'Frl_status');
			assert.deepEqual(lunch, {
				element: 'Frl_status',
				heading: 'Free or reduced-price lunch',
				fileName: 'students.csv',
				compared: false,
				changed: 0,
				emptied: 0,
				filled: 0,
				changes: [],
			});
			assert.deepEqual(
				alarms.map(({ id, column, message }) => [id, column, message]),
				[
					[
						'category-emptied',
						'Frl_status',
						'The new side has no Frl_status in students.csv, and 30 students had a value in it. It is not compared. Frl_status may be column 6 ("Lunch status"). If so, rename it.',
					],
				],
			);
		});
	}

	it('counts a student with several rows once, by the first row', () => {
		const old = `${header}\n1,7,A,B,M,F\n1,7,A,B,F,N\n`;
		const { students, categories } = compareTexts(
			{ roster: old },
			{ roster: `${header}\n1,7,A,B,M,N\n1,7,A,B,X,F\n` },
		);
		assert.equal(students.before, 1);
		assert.deepEqual(
			categories.flatMap(({ element, changes }) =>
				changes.map(({ from, to, count }) => [element, from, to, count]),
			),
			[['Frl_status', 'F', 'N', 1]],
		);
	});

	it('has no difference in the order, quotes, line breaks or byte order mark', () => {
		const old = 'Student_id,Gender,Race\n1,M,W\n2,F,A\n';
		const now = '\ufeffRace,"Student_id",Gender\r\n"A","2",F\r\nW,1,"M"';
		const { students, categories, alarms } = compareTexts({ roster: old }, { roster: now }, asBytes);
		assert.deepEqual([students.inBoth, students.added, students.gone], [2, [], []]);
		assert.deepEqual(
			categories.flatMap(({ changes }) => changes),
			[],
		);
		assert.deepEqual(alarms, []);
	});

	it('finds a column in either file, and one alarm for a file that is missing', () => {
		const roster = 'Student_id,ext.title_i\n1,Yes\n2,No\n';
		const extension = 'sis_id,ext.title_i,ext.migrant_status\n1,No,Yes\n2,No,No\n';
		const moved = compareTexts({ roster, extension }, { roster: 'Student_id\n1\n2\n', extension });
		// The value of students.csv counts where both files have the column.
		assert.deepEqual(
			moved.categories
				.find(({ element }) => element === 'ext.title_i')
				?.changes.map(({ from, to }) => [from, to]),
			[['Yes', 'No']],
		);
		const lost = compareTexts({ roster, extension }, { roster });
		assert.deepEqual(
			lost.alarms.map(({ id, fileName }) => [id, fileName]),
			[['category-emptied', 'students_ext.csv']],
		);
		const found = compareTexts({ roster }, { roster, extension });
		assert.deepEqual(
			found.alarms.map(({ id, fileName }) => [id, fileName]),
			[['not-compared', 'students_ext.csv']],
		);
		const notSent = readSettings({ notSent: ['ext.title_i'] });
		const dropped = compareTexts({ roster }, { roster: 'Student_id\n1\n2\n' }, asDocument, notSent);
		assert.deepEqual(dropped.alarms, []);
	});

	it('says why the IDs differ, and the way out', () => {
		const head = 'Student_id,Student_number,Last_name,First_name';
		const old = `${head}\n${['a1', 'a2', 'a3'].map((id, at) => `${id},90${at},L${at},F${at}`).join('\n')}\n`;
		const now = `${head}\n${['900', '901', '902'].map((id, at) => `${id},a${at + 1},L${at},F${at}`).join('\n')}\n`;
		const few = 'None of the 3 old students is on the new side.';
		const none = 'No student is on both sides, so no values were compared.';
		assert.deepEqual(compareTexts({ roster: old }, { roster: now }).notes, [
			none,
			`${few} The old IDs are in Student_number of the new side. Export them as Student_id again.`,
		]);
		const plain = now.replaceAll(/,a\d/g, ',');
		assert.deepEqual(compareTexts({ roster: old }, { roster: plain }).notes, [
			none,
			`${few} The new IDs were in Student_number of the old side. Export the same IDs as before as Student_id.`,
		]);
		const other = plain.replaceAll(/^90/gm, 'z');
		assert.deepEqual(compareTexts({ roster: old }, { roster: other }).notes, [
			none,
			`${few} Check that both sides are of the same district and have the same kind of ID.`,
		]);
	});

	it('notices IDs that have other students now, and rows that cannot be read', () => {
		const head = 'Student_id,Last_name,First_name,Gender';
		const old = `${head}\n1,Reyes,Ana,F\n2,Boone,Lee,M\n3,Muñoz,Zoë,F\n,Nobody,No,F\n`;
		const now = `${head}\n1,REYES,ANA,F\n2,Reyes,Ana,F\n3,Miller,Zoe,F\n4,A,B\n`;
		const { students, notes } = compareTexts({ roster: old }, { roster: now });
		assert.deepEqual(students.moved, [
			{
				before: { id: '2', name: 'Boone, Lee', school: '' },
				after: { id: '2', name: 'Reyes, Ana', school: '' },
			},
		]);
		assert.deepEqual(notes, [
			"1 ID has another last name and another first name now, and may be another student's. Check that no column was sorted by itself.",
			'1 row of students.csv on the old side cannot be read or has no student ID, and is left out. Check the file.',
			'1 row of students.csv on the new side cannot be read or has no student ID, and is left out. Check the file.',
		]);
	});

	it('takes files without rows and hostile values as they are', () => {
		const bad = '](command:x)\u202e<img src=x>';
		const old = `Student_id,Gender\n1,"${bad}"\n${bad},M\n`;
		const { students, categories } = compareTexts(
			{ roster: old },
			{ roster: 'Student_id,Gender\n1,constructor\n__proto__,F\n' },
		);
		assert.deepEqual(
			students.gone.map(({ id }) => id),
			[bad],
		);
		assert.deepEqual(
			students.added.map(({ id }) => id),
			['__proto__'],
		);
		assert.deepEqual(
			categories.flatMap(({ changes }) => changes.map(({ from, to }) => [from, to])),
			[[bad, 'constructor']],
		);
		const empty = compareTexts({ roster: old }, { roster: 'Student_id,Gender' });
		assert.deepEqual([empty.students.after, empty.students.gone.length], [0, 2]);
		assert.throws(() => compareTexts({ roster: old }, { roster: '' }), /the file is empty/);
		assert.throws(
			() => compareTexts({ roster: old }, { roster: 'Student ID no,Gender\n' }),
			/no column Student_id/,
		);
	});
});
