import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import { countStudents } from '../../server/src/coverage/counting/count';
import { runToEnd } from '../../server/src/work/runToEnd';
import { Random } from '../csv/random';
import { checkerOf } from '../support/checking';

const HEADERS = {
	'students.csv': 'Student_id,School_id,Gender,Race',
	'students_ext.csv': 'sis_id,ext.a,ext.title_i,ext.b',
};

/** Rows that are read as a student by one reading and not by another, and rows of every other kind. */
const ROWS = [
	'1,5,F,W',
	'2,5,Female,',
	'"3",5,M,W',
	'3,5,M,W',
	' 4,5,F,W',
	'\u200b5,5,F,W',
	'\u200b,5,F,W',
	',5,F,W',
	',,,',
	' , ,"",',
	'',
	'6,5,F',
	'7,5,F,W,x',
	'8,5,F "x",W',
	'9,5,"F"x,W',
	'="010",5,F,W',
	'11,5,"F,W',
	'12,5,"F\n13,5,M,W\n14,5,F",W',
	'15,"5 Elm St\nReno",F,W',
	'1,6,"a\ufffd",W',
	'----,----,----,----',
	'Total: 2,,,',
	'Total: 2',
	'Springfield School District,,,',
	'1.23E+05,5,F,W',
];

const SETTINGS = [
	{},
	{ rules: { 'record/not-a-student': 'off', 'csv/swallowed-rows': 'off' } },
	{ rules: { 'record/repeated-header': 'off', 'csv/quote-in-field': 'off', 'csv/text-after-quote': 'off' } },
];

function checkerWith(random: Random, fileName: keyof typeof HEADERS, settings: unknown): Checker {
	const header = HEADERS[fileName];
	const rows = Array.from({ length: random.below(30) }, () => random.pick([...ROWS, header]));
	return checkerOf(fileName, [header, ...rows, ''].join('\n'), settings, {
		blockSize: 40 + random.below(200),
	});
}

describe('the students of the report, the lens and the verdict', () => {
	it('are the same in any file and after any edit', () => {
		let students = 0;
		for (let seed = 0; seed < 60; seed++) {
			const random = new Random(seed);
			const settings = random.pick(SETTINGS);
			const roster = checkerWith(random, 'students.csv', settings);
			const extension = checkerWith(random, 'students_ext.csv', settings);
			for (let round = 0; round < 8; round++) {
				for (const file of round === 0 ? [] : [roster, extension]) {
					const line = 1 + random.below(file.document.lineCount);
					const range = {
						start: { line, character: 0 },
						end: { line: line + random.below(3), character: 0 },
					};
					file.document.update(
						[{ range, text: random.pick(['', '"', `${random.pick(ROWS)}\n`]) }],
						round + 1,
					);
				}
				const both = runToEnd(countStudents({ roster, extension }));
				const message = `seed ${seed} round ${round}`;
				assert.deepEqual(
					[both.students, both.unread],
					[roster.students, roster.unread + extension.unread],
					message,
				);
				const alone = runToEnd(countStudents({ extension }));
				assert.deepEqual([alone.students, alone.unread], [extension.students, extension.unread], message);
				students += both.students;
			}
		}
		assert.ok(students > 1000, `${students}`);
	});
});
