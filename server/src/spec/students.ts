/** students.csv: the columns of Clever's SFTP documentation in its order, then the extension columns. */

import * as demographics from './demographics';
import { cleverSftp, cleverSftpNewer } from './sources';
import { extensionElements } from './studentsExt';
import type { Table } from './types';

/** The roster, students.csv: a row for each student, or one for each contact of a student. */
export const students: Table = {
	fileName: 'students.csv',
	languageId: 'clever-students',
	subject: 'student',
	role: 'roster',
	sibling: 'students_ext.csv',
	primaryKey: 'Student_id',
	schoolColumn: 'School_id',
	// Known from an indirect source only, so a missing one is a warning and no error.
	required: ['School_id', 'Last_name', 'First_name'],
	expected: [],
	otherIds: ['Student_number', 'State_id'],
	person: { lastName: 'Last_name', firstName: 'First_name', school: 'School_id', grade: 'Grade' },
	// One row for each contact, up to five.
	repeatsKey: true,
	// biome-ignore format: one column, one line
	elements: [
		{ column: 'School_id', title: "The ID of the student's school", kind: 'id', source: cleverSftp },
		{ column: 'Student_id', title: "The student's ID in the student information system (SIS)", kind: 'key', source: cleverSftp },
		{ column: 'Student_number', title: 'The student number that people at the school use', kind: 'id', source: cleverSftp },
		{ column: 'State_id', title: "The student's state ID", kind: 'id', source: cleverSftp },
		{ column: 'Last_name', title: "The student's last name", kind: 'text', source: cleverSftp },
		{ column: 'Middle_name', title: "The student's middle name", kind: 'text', source: cleverSftp },
		{ column: 'First_name', title: "The student's first name", kind: 'text', source: cleverSftp },
		{ column: 'Grade', title: "The student's grade level", kind: 'text', source: cleverSftp },
		demographics.gender,
		{ column: 'Graduation_year', title: 'The year the student graduates', kind: 'text', source: cleverSftp },
		{ column: 'DOB', title: "The student's date of birth", kind: 'text', source: cleverSftp },
		demographics.race,
		demographics.hispanicLatino,
		demographics.homeLanguage,
		demographics.ellStatus,
		demographics.frlStatus,
		demographics.iepStatus,
		{ column: 'Student_street', title: "The street of the student's home address", kind: 'text', source: cleverSftp },
		{ column: 'Student_city', title: "The city of the student's home address", kind: 'text', source: cleverSftp },
		{ column: 'Student_state', title: "The state of the student's home address", kind: 'text', source: cleverSftp },
		{ column: 'Student_zip', title: "The ZIP code of the student's home address", kind: 'text', source: cleverSftp },
		{ column: 'Student_email', title: "The student's email address", kind: 'contact', source: cleverSftp },
		{ column: 'Contact_relationship', title: "The contact's relationship to the student", kind: 'text', source: cleverSftp },
		{ column: 'Contact_type', title: 'The type of contact', kind: 'text', source: cleverSftp },
		{ column: 'Contact_name', title: "The contact's name", kind: 'text', source: cleverSftp },
		{ column: 'Contact_phone', title: "The contact's phone number", kind: 'contact', source: cleverSftp },
		{ column: 'Contact_phone_type', title: 'The type of phone number', kind: 'text', source: cleverSftp },
		{ column: 'Contact_email', title: "The contact's email address", kind: 'contact', source: cleverSftp },
		{ column: 'Contact_sis_id', title: "The contact's ID in the student information system (SIS)", kind: 'id', source: cleverSftp },
		{ column: 'Username', title: "The student's user name", kind: 'contact', source: cleverSftp },
		{ column: 'Password', title: "The student's password", kind: 'secret', source: cleverSftp },
		{ column: 'Unweighted_gpa', title: "The student's unweighted grade point average", kind: 'text', source: cleverSftp },
		{ column: 'Weighted_gpa', title: "The student's weighted grade point average", kind: 'text', source: cleverSftp },
		{ column: 'Section_504_status', title: "Clever's column for Section 504, with Y or N", kind: 'text', twin: 'ext.section_504_status', takes: 'Y or N', source: cleverSftp },
		{ column: 'Gifted_status', title: 'Whether the student is in a gifted program', kind: 'text', source: cleverSftp },
		{ column: 'Disability_status', title: "Clever's column for a disability, with Y or N", kind: 'text', twin: 'ext.disability_status', takes: 'Y or N', source: cleverSftpNewer },
		{ column: 'Disability_type', title: "The type of the student's disability", kind: 'text', twin: 'ext.primary_disability_type', takes: 'a label', source: cleverSftpNewer },
		{ column: 'Disability_code', title: "The code of the student's disability", kind: 'text', twin: 'ext.primary_disability_type', source: cleverSftpNewer },
		{ column: 'Home_language_code', title: 'The ISO 639-3 code of the home language', kind: 'text', source: cleverSftpNewer },
		...extensionElements,
	],
	source: cleverSftp,
};
