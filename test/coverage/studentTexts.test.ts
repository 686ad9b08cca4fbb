import assert from 'node:assert/strict';
import { countStudents } from '../../server/src/coverage/counting/count';
import { savedReportOf } from '../../server/src/coverage/suppression/savedReport';
import { schoolTexts, studentTexts } from '../../server/src/coverage/suppression/studentTexts';
import type { SavedSchools } from '../../server/src/protocol/report';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checked } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender,Student_number,State_id\n';
const readiness = { state: 'ready', summary: '', reasons: [] } as const;

/** Which of the texts are not published where the roster has this one student. */
function hidden(student: string, ...texts: readonly string[]): string[] {
	const roster = checked('students.csv', `${HEADER}${student}\n`);
	return [...runToEnd(studentTexts({ roster }, texts))];
}

/** The schools of a saved report; each has 100 students, after those that are given in whole rows. */
function schoolsOf(
	ids: readonly string[],
	rows: readonly string[],
	names: readonly (readonly [string, string])[] = [],
): SavedSchools {
	const others = ids.flatMap((id, school) =>
		Array.from({ length: 100 }, (_, at) => `S${school}x${at},${id},Poe,Lou,F,,\n`),
	);
	const roster = checked(
		'students.csv',
		`${HEADER}${rows.map((row) => `${row}\n`).join('')}${others.join('')}`,
	);
	const extension = checked('students_ext.csv', 'sis_id,ext.title_i\nE77031,Yes\nS0x1,Yes\n');
	const counts = runToEnd(countStudents({ roster, extension }));
	const texts = { byId: new Map(names), isSound: true };
	const ofStudents = runToEnd(studentTexts({ roster, extension }, schoolTexts(counts, texts)));
	const { schools } = savedReportOf(counts, ['students.csv'], readiness, 10, { names: texts, ofStudents });
	assert.ok(typeof schools === 'object', String(schools));
	return schools;
}

describe('the texts that may be about a student', () => {
	it('have the first and the last name, in any order, case, with or without accents', () => {
		for (const [student, text] of [
			['1,5,Quill,Zeb,F,,', 'Zeb Quill School'],
			['1,5,Quill,Zeb,F,,', 'QUILL ZEB Middle School'],
			['1,5,Quill,Zeb,F,,', "Zeb Quill's School"],
			['1,5,Quill,Zeb,F,,', 'School Quill-Zeb'],
			['1,5,Quill,Zeb,F,,', 'Zebquill Academy'],
			['1,5,Quill,Zeb,F,,', 'Quill7 Zeb8 School'],
			['1,5,Quillf7,Zebul7,F,,', 'Zebul7 Quillf7 School'],
			['1,5,Muñoz,José,F,,', 'Escuela Jose Munoz'],
			['1,5,MUNOZ,Jose,F,,', 'Escuela José Mun\u0303oz'],
			["1,5,O'Neil,Ana,F,,", 'Ana O’Neil School'],
			['1,5,De la Cruz,Mary Ann,F,,', 'Mary Cruz School'],
			['1,5,Quill-Reyes,Zeb,F,,', 'Zeb Reyes School'],
			['1,5,Quillreyes,Zeb,F,,', 'Zeb Quill-Reyes School'],
			['1,5,"Quill, Jr.",Zeb,F,,', 'Zeb Quill School'],
			['1,5,Li,Xu,F,,', 'Xu Li School'],
		] as const) {
			assert.deepEqual(hidden(student, 'Oak School', text), [text], `${student}: ${text}`);
		}
	});

	it('are not those with one of the two names, or with a part that is no name', () => {
		for (const [student, text] of [
			['1,5,Lincoln,Zeb,F,,', 'Lincoln Elementary'],
			['1,5,Quill,Zeb,F,,', 'Zebulon Quillfeather School'],
			['1,5,De la Cruz,La Toya,F,,', 'Escuela de la Paz'],
			['1,5,Quill,,F,,', 'Quill School'],
			['1,5,A,B,F,,', 'A B Elementary'],
			['1,5,,,F,,', 'Oak School'],
		] as const) {
			assert.deepEqual(hidden(student, text), [], `${student}: ${text}`);
		}
	});

	it('are a last or first name alone, with digits or not', () => {
		for (const id of ['LEE', 'Lee-1', 'lee_20', 'Kim2']) {
			assert.deepEqual(hidden('1,5,Lee,Kim,F,,', id, 'ES-12', 'NHS'), [id]);
		}
		assert.deepEqual(hidden('1,5,A,B,F,,', 'A1'), [], 'a letter is an initial');
	});

	it('are or have an ID of a student, but for short numbers', () => {
		assert.deepEqual(hidden('S5,5,Quill,Zeb,F,,', 's5', 'S5 School', 'S55'), ['s5', 'S5 School']);
		assert.deepEqual(hidden('5003,5,Quill,Zeb,F,4711,ST-9', '5003', '4711', 'st-9', '5004'), [
			'5003',
			'4711',
			'st-9',
		]);
		assert.deepEqual(hidden('101,101,Quill,Zeb,F,,', '101'), []);
	});

	it('are looked for in every row, also in those that cannot be read and in later blocks', () => {
		const rows = Array.from({ length: 3000 }, (_, at) => `${at},5,Poe,Lou,F,,`).join('\n');
		assert.deepEqual(hidden(`${rows}\n9999,5,Quill,Zeb,F,,`, 'Zeb Quill School'), ['Zeb Quill School']);
		assert.deepEqual(hidden('1,5,Quill,Zeb,F', 'Zeb Quill School'), ['Zeb Quill School']);
	});
});

describe('the schools of a saved report with students of their names', () => {
	it('are counted, not named, by IDs that are names or IDs of students', () => {
		const rows = ['T1,201,Quill,Zeb,F,,', 'Q1,201,Li,Ann,F,,', 'E77031,201,Ash,Eve,F,,'];
		const ids = ['201', '202', '203', '204', 'Li-1', 'q1', 'E77031'];
		const { listed, notNamed } = schoolsOf(ids, rows);
		assert.deepEqual(
			listed.map(({ id }) => id),
			['201', '202', '203', '204'],
		);
		assert.equal(notNamed, 3);
	});

	it('are named by the ID alone where the name is that of a student, even of a single one', () => {
		const names = [
			['201', 'Zeb Quill School'],
			['202', 'Oak School'],
		] as const;
		const named = (rows: readonly string[]) =>
			schoolsOf(['201', '202'], rows, names).listed.map(({ id, name }) => [id, name]);
		assert.deepEqual(named(['T1,201,Quill,Lou,F,,']), names);
		assert.deepEqual(named(['T1,201,Quill,Zeb,F,,']), [
			['201', undefined],
			['202', 'Oak School'],
		]);
	});
});
