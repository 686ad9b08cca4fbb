import assert from 'node:assert/strict';
import { check, type Found, faults } from '../support/checking';
import { EXT, fullExt, fullStudents, ofHeader, STUDENTS, seven } from './headerFiles';

describe('an unknown column', () => {
	const unknown = (table: string, name: string): Found | undefined => {
		const [found, ...more] = ofHeader(table, `${table === EXT ? 'sis_id' : fullStudents},${name}`);
		assert.deepEqual(more, []);
		assert.equal(found?.rule ?? 'header/unknown-element', 'header/unknown-element');
		return found;
	};

	it('is a warning in students.csv, with similar names and no preferred fix', () => {
		for (const [name, first] of [
			['Gendr', 'Gender'],
			['Ethnicity_Hispanic_Latino', 'Hispanic_Latino'],
			['frl', 'Frl_status'],
			['FRL_Staus', 'Frl_status'],
			['migrant_status', 'ext.migrant_status'],
			['Counselor', undefined],
		] as const) {
			const found = unknown(STUDENTS, name);
			assert.equal(found?.severity, 'warning');
			assert.ok(found?.message.startsWith(`"${name}" is not a column we know.`));
			if (first) assert.equal(found?.fixes[0]?.value, first, name);
			assert.ok(found?.fixes.every(({ preferred }) => !preferred));
		}
	});

	it('is an error in students_ext.csv if a category lacks the prefix, with a preferred fix', () => {
		for (const name of seven) {
			for (const bare of [
				name.slice(4),
				name.slice(4).toUpperCase(),
				name.slice(4).replaceAll(/[_ ]/g, ''),
			]) {
				const found = unknown(EXT, bare);
				assert.equal(found?.severity, 'error');
				assert.deepEqual(
					found?.fixes.map(({ value, preferred }) => [value, preferred]),
					[[name, true]],
				);
				assert.equal(found?.fixes[0]?.apply(), `sis_id,${name}\n`);
			}
		}
	});

	it('is an error in students_ext.csv if any other column lacks the prefix, without a preferred fix', () => {
		for (const [name, prefixed] of [
			['Gender', 'ext.gender'],
			['counselor_email', 'ext.counselor_email'],
			['Student_id', 'ext.student_id'],
			['ext_gifted', 'ext.gifted'],
			['ext:Bus Route', 'ext.bus_route'],
		] as const) {
			const found = unknown(EXT, name);
			assert.equal(found?.severity, 'error', name);
			assert.equal(found?.fixes.at(-1)?.value, prefixed);
			assert.ok(found?.fixes.every(({ preferred }) => !preferred));
		}
		assert.match(
			unknown(EXT, 'Gender')?.message ?? '',
			/^"Gender" is a column of students\.csv\. Here it must start/,
		);
	});

	it('is the category if another character is in place of the dot of its prefix', () => {
		for (const name of ['ext_title_i', 'ext-TitleI', 'EXT title i']) {
			const found = unknown(EXT, name);
			assert.equal(found?.severity, 'error');
			assert.deepEqual(
				found?.fixes.map(({ value, preferred }) => [value, preferred]),
				[['ext.title_i', true]],
			);
		}
	});

	it('is not renamed by Fix All if another column may be the same one', () => {
		const found = ofHeader(EXT, 'sis_id,migrant_status,migrantstatus,Migrant');
		assert.deepEqual(
			found.map(({ rule, fixes }) => [rule, fixes[0]?.value, fixes.some(({ preferred }) => preferred)]),
			Array(3).fill(['header/unknown-element', 'ext.migrant_status', false]),
		);
	});

	it('is a warning in either file if it starts with ext. and looks like a category', () => {
		for (const table of [EXT, STUDENTS]) {
			for (const [name, first] of [
				['ext.title_1', 'ext.title_i'],
				['ext.migrant_statu', 'ext.migrant_status'],
				['ext.ecomomic_disadvantage_status', 'ext.economic_disadvantage_status'],
			] as const) {
				const found = unknown(table, name);
				assert.equal(found?.severity, 'warning', name);
				assert.equal(found?.fixes[0]?.value, first);
				assert.ok(found?.fixes.every(({ preferred }) => !preferred));
			}
		}
	});

	it('is not reported if it starts with ext. and belongs to another partner', () => {
		for (const table of [EXT, STUDENTS]) {
			for (const name of [
				'ext.el',
				'ext.flyerconnect',
				'ext.counselor_email',
				'ext.gifted',
				'EXT.Bus Route',
				'ext.',
			]) {
				assert.equal(unknown(table, name), undefined, name);
			}
		}
	});
});

describe('a column in another spelling', () => {
	it("is a hint with Clever's spelling", () => {
		const found = ofHeader(STUDENTS, 'student id,School_id,LAST_NAME,"First_Name",Home language');
		assert.deepEqual(
			found.map(({ rule, severity, text }) => [rule, severity, text]),
			['student id', 'LAST_NAME', '"First_Name"', 'Home language'].map((text) => [
				'header/spelling',
				'hint',
				text,
			]),
		);
		assert.deepEqual(
			found.map(({ fixes }) => fixes.map(({ value, preferred }) => [value, preferred])),
			['Student_id', 'Last_name', 'First_name', 'Home_language'].map((value) => [[value, true]]),
		);
		assert.equal(found[2]?.fixes[0]?.apply(), 'student id,School_id,LAST_NAME,"First_name",Home language\n');
	});

	it('is a hint if only letters and digits are the same', () => {
		for (const [table, name, column] of [
			// Correct in every exporter and template that districts use, among them that of North Carolina.
			[STUDENTS, 'GraduationYear', 'Graduation_year'],
			[STUDENTS, 'Dob', 'DOB'],
			[STUDENTS, 'HispanicLatino', 'Hispanic_Latino'],
			[STUDENTS, 'Ell-Status', 'Ell_status'],
			[STUDENTS, 'Home.Language', 'Home_language'],
			[STUDENTS, 'ext.section504_status', 'ext.section_504_status'],
			[EXT, 'ext.idea-indicator', 'ext.idea_indicator'],
			[EXT, 'Ext.TitleI', 'ext.title_i'],
		] as const) {
			const [found, ...more] = ofHeader(table, `${table === EXT ? 'sis_id' : fullStudents},${name}`);
			assert.deepEqual(more, []);
			assert.deepEqual([found?.rule, found?.severity, found?.text], ['header/spelling', 'hint', name]);
			assert.deepEqual(
				found?.fixes.map(({ value, preferred }) => [value, preferred]),
				[[column, true]],
			);
		}
		assert.deepEqual(faults(check(STUDENTS, 'StudentID,School_ID,LASTNAME,First-Name\n1,5,Reyes,Ana\n')), []);
		assert.deepEqual(faults(check(EXT, 'SIS-ID,ext.TitleI\n1,maybe\n')), ['field/unknown-code 2:2']);
	});

	it('is the second of two that name a column where the other one is spelled exactly', () => {
		for (const header of ['StudentID,Student_id', 'Student_id,StudentID']) {
			const found = ofHeader(STUDENTS, `${header},School_id,Last_name,First_name`);
			assert.deepEqual(
				found.map(({ rule, text, severity, fixes }) => [rule, text, severity, fixes.length]),
				[['header/duplicate-element', 'StudentID', 'error', 0]],
			);
			const exact = header.split(',').indexOf('Student_id') + 1;
			assert.match(found[0]?.message ?? '', new RegExp(`^Student_id is also column ${exact}\\.`));
		}
	});

	it("keeps other partners' columns apart that differ in a mark", () => {
		assert.deepEqual(ofHeader(EXT, `${fullExt},ext.a_1,ext.a1,ext.a-1`), []);
	});

	it("is not reported for other partners' columns, and Clever's own twin columns are information", () => {
		const found = ofHeader(
			STUDENTS,
			`${fullStudents},EXT.el,section 504 status,Disability_status,ext.disability_status`,
		);
		assert.deepEqual(
			found.map(({ rule, column, severity }) => [rule, column, severity]),
			[
				['header/spelling', 5, 'hint'],
				['header/twin-element', 5, 'information'],
				['header/twin-element', 6, 'information'],
			],
		);
		assert.equal(
			found[1]?.message,
			"Amplify reads ext.section_504_status (Yes or No), not Clever's own Section_504_status (Y or N). Add it to students_ext.csv.",
		);
		assert.equal(
			found[2]?.message,
			"Amplify reads ext.disability_status (Yes or No), not Clever's own Disability_status (Y or N). This file has both.",
		);
		const types = ofHeader(STUDENTS, `${fullStudents},Disability_type,Disability_code`);
		assert.deepEqual(
			types.map(({ rule, severity, message }) => [rule, severity, message]),
			[
				"Amplify reads ext.primary_disability_type (a code such as AUT), not Clever's own Disability_type (a label). Add it to students_ext.csv.",
				"Amplify reads ext.primary_disability_type (a code such as AUT), not Clever's own Disability_code. Add it to students_ext.csv.",
			].map((message) => ['header/twin-element', 'information', message]),
		);
		const [first] = ofHeader(STUDENTS, `ext.disability_status,${fullStudents},Disability_status`);
		assert.match(first?.message ?? '', /This file has both\.$/);
	});
});
