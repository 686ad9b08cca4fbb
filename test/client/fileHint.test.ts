import assert from 'node:assert/strict';
import { fileHint, kindByName } from '../../client/src/files/fileHint';
import { exportColumns } from '../../server/src/protocol';
import { exportHeaders, headerKey } from '../../server/src/spec/exportHeaders';

const ANY = 'a,b,c';
const hinted = (name: string, line = ANY): string | undefined => {
	const hint = fileHint(name, line);
	return hint === 'export' ? hint : hint?.kind.fileName;
};

describe('the hint on a file of another name', () => {
	it('is students.csv for a copy, a download, a dated or a marked one', () => {
		const names = [
			'students (1).csv',
			'students(2).csv',
			'Students_Export.csv',
			'students-2026-11.csv',
			'students 11.28.2026.csv',
			'students - Copy.csv',
			'students - Copy (2).csv',
			'students copy 2.csv',
			'Copy of students.csv',
			'students_final_v2.csv',
			'students_old.CSV',
			'students.csv.csv',
			'students_Nov_2026.csv',
			'students2.csv',
			'student.csv',
			'clever_students.csv',
		];
		for (const name of names) assert.equal(hinted(name), 'students.csv', name);
	});

	it('is students_ext.csv likewise', () => {
		const names = [
			'students_ext - Copy.csv',
			'students_ext (1).csv',
			'Students_Ext_2026-11-28.csv',
			'students-ext.csv',
			'studentsext.csv',
			'student_ext_new.csv',
		];
		for (const name of names) assert.equal(hinted(name), 'students_ext.csv', name);
	});

	it('is not there for our files, for files on anything else and for other types', () => {
		const names = [
			'students.csv',
			'STUDENTS.CSV',
			'Students_ext.csv',
			'students_schedule.csv',
			'students_contacts.csv',
			'students_ext_mapping.csv',
			'student_attendance_2026.csv',
			'teachers.csv',
			'sections.csv',
			'copy.csv',
			'2026.csv',
			'.csv',
			'students (1).txt',
			'students (1).csv.bak',
		];
		for (const name of names) assert.equal(hinted(name), undefined, name);
	});

	it('goes by the columns first', () => {
		assert.equal(hinted('d.csv', 'Student_id,School_id,Last_name,First_name'), 'students.csv');
		assert.equal(hinted('d.csv', '\ufeff"sis_id","ext.title_i"'), 'students_ext.csv');
		assert.equal(hinted('students (1).csv', 'sis_id,ext.title_i'), 'students_ext.csv');
	});

	it('is an import for the header of an SIS export, however its fields are separated', () => {
		const powerSchool = ['Student_Number', 'Last_Name', 'First_Name', 'Grade_Level', 'Gender', 'LunchStatus'];
		for (const separator of [',', ';', '\t', '|']) {
			assert.equal(hinted('export.csv', powerSchool.join(separator)), 'export');
			assert.equal(hinted('Students_Export.csv', powerSchool.join(separator)), 'export');
		}
		const quoted = 'Perm ID","Student Last Name","Student First Name","Ethnicity Code","Home Lang';
		assert.equal(hinted('x.csv', `"${quoted}"`), 'export');
	});

	it('is not there for lists of other people, and other lists of a school', () => {
		const lines = [
			'ID,First Name,Last Name,City,State,Zip,Gender',
			'Employee ID,ID,Last Name,First Name,Gender,Ethnicity,Email',
			'Student ID,Course,Section,Period,Teacher',
			'School_id,School_name,State_id,Low_grade,High_grade',
			'Teacher_id,School_id,Last_name,First_name,Teacher_email',
			'Student_id,School_id,Section_id',
			'date,value',
			'',
			`${'x'.repeat(1_000_000)}`,
		];
		for (const line of lines) assert.equal(hinted('data.csv', line), undefined, line.slice(0, 60));
	});

	it('compares headers as the import does', () => {
		for (const { column, names } of exportHeaders) {
			const known = exportColumns.find((each) => each.column === column);
			for (const name of names) assert.ok(known?.headers.includes(headerKey(name)), `${column}: ${name}`);
		}
	});

	it('takes no time for a name without end', () => {
		const start = performance.now();
		assert.equal(kindByName(`${'students '.repeat(20_000)}.csv`), undefined);
		assert.ok(performance.now() - start < 1000);
	});
});
