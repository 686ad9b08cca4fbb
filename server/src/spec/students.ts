/** students.csv: the columns that Clever's SFTP documentation lists, in its order, then the extension columns. */

import * as demographics from './demographics';
import { cleverSftp, cleverSftpNewer } from './sources';
import { extensionElements } from './studentsExt';
import type { Table } from './types';

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
		{ column: 'School_id', title: "The id of the student's school", kind: 'id', source: cleverSftp },
		{ column: 'Student_id', title: "The student's id in the student information system", kind: 'key', source: cleverSftp },
		{ column: 'Student_number', title: 'The student number that people use', kind: 'id', source: cleverSftp },
		{ column: 'State_id', title: "The student's id at the state", kind: 'id', source: cleverSftp },
		{ column: 'Last_name', title: "The student's last name", kind: 'text', source: cleverSftp },
		{ column: 'Middle_name', title: "The student's middle name", kind: 'text', source: cleverSftp },
		{ column: 'First_name', title: "The student's first name", kind: 'text', source: cleverSftp },
		{ column: 'Grade', title: "The student's grade level", kind: 'text', source: cleverSftp },
		demographics.gender,
		{ column: 'Graduation_year', title: 'The year in which the student graduates', kind: 'text', source: cleverSftp },
		{ column: 'DOB', title: "The student's date of birth", kind: 'text', source: cleverSftp },
		demographics.race,
		demographics.hispanicLatino,
		demographics.homeLanguage,
		demographics.ellStatus,
		demographics.frlStatus,
		demographics.iepStatus,
		{ column: 'Student_street', title: "The street of the student's home", kind: 'text', source: cleverSftp },
		{ column: 'Student_city', title: "The city of the student's home", kind: 'text', source: cleverSftp },
		{ column: 'Student_state', title: "The state of the student's home", kind: 'text', source: cleverSftp },
		{ column: 'Student_zip', title: "The ZIP code of the student's home", kind: 'text', source: cleverSftp },
		{ column: 'Student_email', title: "The student's e-mail address", kind: 'contact', source: cleverSftp },
		{ column: 'Contact_relationship', title: 'What the contact is to the student', kind: 'text', source: cleverSftp },
		{ column: 'Contact_type', title: 'The kind of contact', kind: 'text', source: cleverSftp },
		{ column: 'Contact_name', title: "The contact's name", kind: 'text', source: cleverSftp },
		{ column: 'Contact_phone', title: "The contact's phone number", kind: 'contact', source: cleverSftp },
		{ column: 'Contact_phone_type', title: 'The kind of phone', kind: 'text', source: cleverSftp },
		{ column: 'Contact_email', title: "The contact's e-mail address", kind: 'contact', source: cleverSftp },
		{ column: 'Contact_sis_id', title: "The contact's id in the student information system", kind: 'id', source: cleverSftp },
		{ column: 'Username', title: 'The name that the student signs in with', kind: 'contact', source: cleverSftp },
		{ column: 'Password', title: 'The password that the student signs in with', kind: 'secret', source: cleverSftp },
		{ column: 'Unweighted_gpa', title: "The student's unweighted grade point average", kind: 'text', source: cleverSftp },
		{ column: 'Weighted_gpa', title: "The student's weighted grade point average", kind: 'text', source: cleverSftp },
		{ column: 'Section_504_status', title: "Clever's own Y/N column for Section 504", kind: 'text', twin: 'ext.section_504_status', source: cleverSftp },
		{ column: 'Gifted_status', title: 'Whether the student is in a program for the gifted', kind: 'text', source: cleverSftp },
		{ column: 'Disability_status', title: "Clever's own Y/N column for a disability", kind: 'text', twin: 'ext.disability_status', source: cleverSftpNewer },
		{ column: 'Disability_type', title: "The kind of the student's disability", kind: 'text', source: cleverSftpNewer },
		{ column: 'Disability_code', title: "The code of the student's disability", kind: 'text', source: cleverSftpNewer },
		{ column: 'Home_language_code', title: 'The ISO 639-3 code of the home language', kind: 'text', source: cleverSftpNewer },
		...extensionElements,
	],
	source: cleverSftp,
};
