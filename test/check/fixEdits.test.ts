import assert from 'node:assert/strict';
import { actionsOn, afterAction, checked } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name';

/** File, text with the place of the finding marked, title of the fix, text after it: nothing else may differ. */
type Case = readonly [table: string, before: string, part: string, title: string, after: string];

const cases: Readonly<Record<string, readonly Case[]>> = {
	'a value': [
		[
			'students.csv',
			`${HEADER},Gender\r\n"1","5",Reyes,"Ana",Female\r\n2,5,"B,o",Lee,M\r\n`,
			'Female',
			'Use F (Female)',
			`${HEADER},Gender\r\n"1","5",Reyes,"Ana",F\r\n2,5,"B,o",Lee,M\r\n`,
		],
		[
			'students.csv',
			`${HEADER},Gender\r1,5,Reyes,Ana,"Female"\r2,5,Bo,Lee,M`,
			'"Female"',
			'Use F (Female)',
			`${HEADER},Gender\r1,5,Reyes,Ana,"F"\r2,5,Bo,Lee,M`,
		],
		[
			'students.csv',
			`\ufeff${HEADER},Gender\n1,5,Reyes,Ana,"nu""ll"\n2,5,Reyes,Ana," null "\r\n`,
			'" null "',
			'Empty the Field',
			`\ufeff${HEADER},Gender\n1,5,Reyes,Ana,"nu""ll"\n2,5,Reyes,Ana,""\r\n`,
		],
		[
			'students.csv',
			`${HEADER},Race,Hispanic_Latino\n1,5,Reyes,Ana,H,""\n`,
			'H,""',
			'Set Hispanic_Latino to Y and Empty Race',
			`${HEADER},Race,Hispanic_Latino\n1,5,Reyes,Ana,,"Y"\n`,
		],
		[
			'students_ext.csv',
			'sis_id,ext.title_i\n 7 ,\n',
			' 7 ',
			'Remove the Spaces',
			'sis_id,ext.title_i\n7,\n',
		],
	],
	'the header': [
		[
			'students.csv',
			'Student_id,"GENDER",Race\r\n1,F,W\r\n',
			'"GENDER"',
			'Rename to Gender',
			'Student_id,"Gender",Race\r\n1,F,W\r\n',
		],
		[
			'students.csv',
			`${HEADER},Gendr\n1,5,Reyes,Ana,F\n`,
			'Gendr',
			'Rename to Gender',
			`${HEADER},Gender\n1,5,Reyes,Ana,F\n`,
		],
		[
			'students_ext.csv',
			'Student_id,migrant_status\n1,Yes\n',
			'migrant_status',
			'Rename to ext.migrant_status',
			'Student_id,ext.migrant_status\n1,Yes\n',
		],
		[
			'students_ext.csv',
			'Student_id,ext.migrant_status\n1,Yes\n',
			'Student_id',
			'Rename to sis_id',
			'sis_id,ext.migrant_status\n1,Yes\n',
		],
		[
			'students_ext.csv',
			'sis_id,ext.migrant_status\r\n1,"Yes"\r\n\r\n2,No\r\n3,No',
			'sis_id',
			'Add the Column ext.title_i',
			'sis_id,ext.migrant_status,ext.title_i\r\n1,"Yes",\r\n\r\n2,No,\r\n3,No,',
		],
		[
			'students.csv',
			'Student_id,School_id,Last_name\n1,5,"Reyes, Jr"\n',
			'School_id',
			'Add the Column First_name',
			'Student_id,School_id,Last_name,First_name\n1,5,"Reyes, Jr",\n',
		],
		[
			'students_ext.csv',
			'sis_id;ext.title_i\r\n"1";"Yes;x"\r\n2;a,b\r\n',
			'sis_id',
			'Change Semicolons to Commas',
			'sis_id,ext.title_i\r\n"1","Yes;x"\r\n2,"a,b"\r\n',
		],
	],
	structure: [
		[
			'students.csv',
			`${HEADER}\r\n1,5,Reyes, Jr,Ana\r\n2,5,Bo,Lee\r\n`,
			'Reyes, Jr',
			'Quote "Reyes, Jr" as One Last_name',
			`${HEADER}\r\n1,5,"Reyes, Jr",Ana\r\n2,5,Bo,Lee\r\n`,
		],
		[
			'students.csv',
			`${HEADER},Gender\n1,5,Reyes\n2,5,Bo,Lee,M\n`,
			'1,5,Reyes',
			'Add 2 Empty Values at the End',
			`${HEADER},Gender\n1,5,Reyes,,\n2,5,Bo,Lee,M\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,Reyes,A"n"a\n`,
			'A"n"a',
			'Quote the Value',
			`${HEADER}\n1,5,Reyes,"A""n""a"\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,"Reyes" Jr,Ana\n`,
			' Jr',
			'Remove the Quotes',
			`${HEADER}\n1,5,Reyes Jr,Ana\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,"Re,yes" Jr,Ana\n`,
			' Jr',
			'Remove the Quotes',
			`${HEADER}\n1,5,"Re,yes Jr",Ana\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,"Reyes" Jr,Ana\n`,
			' Jr',
			'Keep the Quotes as Part of the Value',
			`${HEADER}\n1,5,"""Reyes"" Jr",Ana\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,"Reyes,Ana\n2,5,Bo,Lee\n`,
			'"Reyes',
			'Remove the Quote',
			`${HEADER}\n1,5,Reyes,Ana\n2,5,Bo,Lee\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,"Reyes,Ana\n2,5,Bo,Lee\n`,
			'"Reyes',
			'Close the Quote at the End of the Value',
			`${HEADER}\n1,5,"Reyes",Ana\n2,5,Bo,Lee\n`,
		],
	],
	'a row': [
		[
			'students.csv',
			`${HEADER}\r\n\r\n1,5,Reyes,Ana\r\n`,
			'\r\n\r\n',
			'Remove the Row',
			`${HEADER}\r\n1,5,Reyes,Ana\r\n`,
		],
		[
			'students.csv',
			`${HEADER}\n1,5,Reyes,Ana\n,,,\n2,5,Bo,Lee`,
			',,,',
			'Remove the Row',
			`${HEADER}\n1,5,Reyes,Ana\n2,5,Bo,Lee`,
		],
		[
			'students.csv',
			`${HEADER}\r\n1,5,Reyes,Ana\r\n,,,`,
			',,,',
			'Remove the Row',
			`${HEADER}\r\n1,5,Reyes,Ana`,
		],
		['students_ext.csv', 'sis_id\n1\n2\n1', '1', 'Remove the Row', 'sis_id\n1\n2'],
		[
			'students.csv',
			`${HEADER},Race\n1,5,Reyes,Ana,W\n1,5,Reyes,Ana,"B"\n`,
			'"B"',
			'Use "W" from the Earlier Row',
			`${HEADER},Race\n1,5,Reyes,Ana,W\n1,5,Reyes,Ana,"W"\n`,
		],
	],
};

for (const [what, list] of Object.entries(cases)) {
	describe(`a fix of ${what} changes it and nothing else, byte for byte`, () => {
		for (const [table, before, part, title, after] of list) {
			it(`${title}: ${JSON.stringify(before.slice(-24))}`, () => {
				const checker = checked(table, before);
				const nth = before.split(part).length - 2;
				const actions = actionsOn(checker, part, {}, nth);
				assert.equal(afterAction(checker, actions, title), after);
			});
		}
	});
}
