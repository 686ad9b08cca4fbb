/** Columns under the names that other programs give them: the check offers to rename them, and adds no second one. */

import assert from 'node:assert/strict';
import { lookalikeColumns } from '../../server/src/rules/header/lookalikes';
import { Layout } from '../../server/src/rules/layout';
import { findElement, students, studentsExt } from '../../server/src/spec';
import { exportHeaders, headerKey } from '../../server/src/spec/exportHeaders';
import { columnsMeantBy, noteOnHeader } from '../../server/src/spec/headerMeaning';
import { otherHeaders } from '../../server/src/spec/otherHeaders';
import { check, type Found } from '../support/checking';

const EXT = 'students_ext.csv';
const STUDENTS = 'students.csv';
const required = ['Student_id', 'School_id', 'Last_name', 'First_name'];

/** The findings on a column of a header. */
function onColumn(table: string, header: string, text: string): Found[] {
	return check(table, `${header}\n`).filter((found) => found.text === text);
}

function renames(found: Found | undefined): (string | undefined)[] {
	return (found?.fixes ?? []).map(({ value }) => value);
}

/** Headers as exporters to Clever and assessment programs write them, by the column that they hold. */
// biome-ignore format: one column, one line
const written: Readonly<Record<string, readonly string[]>> = {
	Student_id: ['personID', 'personGUID', 'student.personID', 'students.id', 'dcid', 'STU.ID', 'PermanentID', 'Student Primary ID', 'Primary ID - Student ID (State ID)', 'Student ID (District ID)'],
	Student_number: ['District Local ID', 'STD_ID_LOCAL', 'LASID', 'local_id'],
	State_id: ['ssid', 'state_studentnumber', 'StateStudentID', 'STD_ID_STATE', 'state_report_id', 'StudentIdentifier', 'ExternalSSID'],
	School_id: ['sch.number', 'siteCode', 'LEA School Code', 'schoolGUID', 'SKL_SCHOOL_ID', 'school_local_id'],
	Graduation_year: ['classof'],
	Grade: ['STD_GRADE_LEVEL', 'Enrollment Grade'],
	DOB: ['PSN_DOB', 'date_of_birth'],
	Gender: ['sex_label', 'PSN_GENDER_CODE', 'Sex'],
	Race: ['raceEthnicityFed', 'raceEthnicity', 'ethnicity', 'racecd', 'studentrace.racecd', 'Race1Code', 'Race2Code', 'RaceCode1', 'PSN_RACE_VIEW', 'reg_ethnicity.Ethnic_Code', 'Ethnic_Code', 'FederalRaceEthnicity'],
	Hispanic_Latino: ['hispanicEthnicity', 'hispanicFlag', 'fedethnicity', 'ethnichispanic', 'ethnicity_hispanic_or_latino_label', 'EthnicityCode', 'PSN_HISPANIC_LATINO_IND', 'Reg_personal.Hispanic', 'Hispanic/Latino Ethnicity', 'HispanicOrLatinoEthnicity', 'Ethnicity - Hispanic/Latino'],
	Home_language: ['homePrimaryLanguage', 'leplanghome', 'NativeLanguage', 'language_label', 'STU.HL', 'HomeLanguageSurveyHomeLanguageCode', 'HomeLanguageSurveyPrimaryLanguageCode', 'STD_HOME_LANGUAGE_CODE', 'LANGUAGE', 'LanguageCode', 'LanguageBackground'],
	Ell_status: ['lep.programStatus', 'programStatus', 'LEP Program Status', 'LepService.LEPService', 'LanguageFluency', 'flaglep', 'LimitedEnglishProficiency', 'english_language_learner_pk_12_label', 'LanguageFluencyCode', 'STU.LF', 'limited_english_proficiency', 'ESL', 'English Proficiency', 'ENGPROF', 'LEPStatus', 'LanguageProficiency', 'English_Learner', 'LEP_Code', 'LEP'],
	Frl_status: ['posElig.eligibility', 'eligibility', 'LunchStatus', 'free_reduced_meals_program_label', 'free_reduced_lunch', 'Meal Status', 'FREE_LUNCH', 'FRL'],
	IEP_status: ['specialEdStatus', 'activeEnrollment.specialEdStatus', 'PlanType', 'flagspeced', 'spedlep', 'ese_fefp_code_label', 'Special Education', 'SPECIAL_ED', 'SPED'],
	'ext.idea_indicator': ['IDEAIndicator', 'StudentwithDisabilities'],
	'ext.disability_status': ['Disability'],
	'ext.primary_disability_type': ['disability1', 'primaryDisability', 'activeEnrollment.disability1', 'disability', 'sped_disability', 'Specific Disability', 'SPEC_DISAB', 'PrimaryDisabilityType'],
	'ext.section_504_status': ['section504', 'plan_504', 'Section 504', 'SEC_504', 'Plan504'],
	'ext.economic_disadvantage_status': ['EconomicDisAdvCode', 'Economically Disadvantaged', 'ECON_DISADV', 'EconomicDisadvantageStatus', 'sed'],
	'ext.migrant_status': ['Migrant', 'MigrantStatus', 'Migrant_Education'],
	'ext.title_i': ['Title 1', 'TITLE_1', 'Title1'],
};

describe('a column under the name that an export gives it', () => {
	for (const [column, headers] of Object.entries(written)) {
		it(`can be renamed to ${column}, and is not by Fix All`, () => {
			for (const header of headers) {
				const file = [...required.filter((name) => name !== column), header].join(',');
				const [found] = onColumn(STUDENTS, file, header);
				assert.equal(found?.rule, 'header/unknown-element', header);
				assert.equal(found?.severity, 'warning');
				assert.ok(renames(found).includes(column), `${header}: ${renames(found)}`);
				assert.ok(found?.fixes.every(({ preferred }) => !preferred));
			}
		});
	}

	it('can be renamed to an extension column in students_ext.csv, or get the prefix', () => {
		const [found] = onColumn(EXT, 'sis_id,Migrant', 'Migrant');
		assert.equal(found?.severity, 'error');
		assert.deepEqual(renames(found), ['ext.migrant_status', 'ext.migrant']);
		assert.deepEqual(
			found?.fixes.map(({ preferred }) => preferred),
			[false, false],
		);
		assert.match(found?.message ?? '', /If it is ext\.migrant_status, rename it\.$/);
	});

	it('is not offered as a column that the file has, which the message names', () => {
		const [found] = onColumn(STUDENTS, `${required.join(',')},Gender,Sex`, 'Sex');
		assert.equal(found?.message, '"Sex" is not a column we know. Gender is column 5 already.');
		assert.deepEqual(found?.fixes, []);
		const [bare] = onColumn(EXT, 'sis_id,ext.title_i,Title I', 'Title I');
		assert.match(bare?.message ?? '', /ext\.title_i is column 2 already\.$/);
		assert.deepEqual(bare?.fixes, []);
	});

	it('has a choice where the name has two meanings', () => {
		const [found] = onColumn(STUDENTS, `${required.join(',')},Ethnicity`, 'Ethnicity');
		assert.equal(
			found?.message,
			'"Ethnicity" is not a column we know. If it is Race or Hispanic_Latino, rename it.',
		);
		assert.deepEqual(
			found?.fixes.map(({ title, preferred }) => [title, preferred]),
			[
				['Rename to Race', false],
				['Rename to Hispanic_Latino', false],
			],
		);
		assert.deepEqual(renames(onColumn(STUDENTS, `${required.join(',')},Race,Ethnicity`, 'Ethnicity')[0]), [
			'Hispanic_Latino',
		]);
	});

	it('has the choice first that the values say, as they are when the menu opens', () => {
		const choice = (values: readonly string[]): (string | undefined)[] => {
			const rows = values.map((value, index) => `${index + 1},5,Reyes,Ana,${value}\n`);
			const found = check(STUDENTS, `${required.join(',')},Ethnicity\n${rows.join('')}`);
			return renames(found.find(({ text }) => text === 'Ethnicity'));
		};
		const raceFirst = ['Race', 'Hispanic_Latino'];
		assert.deepEqual(choice(['Y', 'N', '', 'N']), raceFirst.toReversed());
		assert.deepEqual(choice(['"Hispanic or Latino"', 'Not Hispanic or Latino', 'B']), raceFirst.toReversed());
		assert.deepEqual(choice(['W', 'B', 'H', 'N']), raceFirst);
		assert.deepEqual(choice(['White', '', 'Asian']), raceFirst);
		assert.deepEqual(choice([]), raceFirst);
		// No more is read than a menu can wait for.
		assert.deepEqual(choice([...Array(200).fill('W'), ...Array(5000).fill('Y')]), raceFirst);
		assert.deepEqual(choice([`"${'x'.repeat(200_000)}"`, 'Y']), raceFirst);
	});

	it('is not taken for a person who is no student', () => {
		const names = ['guardian.email', 'guardian.gender', 'contact.lastName', 'family.zip'];
		for (const name of names) {
			const [found] = onColumn(STUDENTS, `Student_id,${name}`, name);
			assert.deepEqual(renames(found), [], name);
		}
	});
});

describe('a missing column that may be there under another name', () => {
	it('is not added a second time, and the rename comes first', () => {
		const header = 'sis_id,ext.idea_indicator,ext.title_i,Migrant,ext.section_504_status,504';
		const found = check(EXT, `${header}\n1,Yes,No,No,No,No\n`).find(
			({ rule }) => rule === 'header/missing-element',
		);
		assert.equal(
			found?.message,
			'Not in this file: ext.disability_status, ext.primary_disability_type, ext.economic_disadvantage_status. Add the columns that your district wants in Amplify\'s reports. ext.migrant_status may be column 4 ("Migrant"). If so, rename it.',
		);
		assert.deepEqual(
			found?.fixes.map(({ title, preferred }) => [title, preferred]),
			[
				['Rename "Migrant" to ext.migrant_status', false],
				['Add the 3 Missing Columns', false],
				['Add the Column ext.disability_status', false],
				['Add the Column ext.primary_disability_type', false],
				['Add the Column ext.economic_disadvantage_status', false],
			],
		);
		assert.equal(
			found?.fixes[0]?.apply(),
			`${header.replace('Migrant', 'ext.migrant_status')}\n1,Yes,No,No,No,No\n`,
		);
	});

	it("may have another partner's prefix, and then only this finding says so", () => {
		const rest = studentsExt.expected.filter((name) => name !== 'ext.migrant_status').join(',');
		const [found, ...more] = check(EXT, `sis_id,${rest},ext.migrant\n`);
		assert.deepEqual(more, []);
		assert.equal(found?.message, 'ext.migrant_status may be column 8 ("ext.migrant"). If so, rename it.');
		assert.deepEqual(
			found?.fixes.map(({ title }) => title),
			['Rename "ext.migrant" to ext.migrant_status'],
		);
	});

	it('is a required one', () => {
		const found = check(STUDENTS, 'Student_id,School Number,FName\n1,5,Ana\n').find(
			({ rule }) => rule === 'header/missing-required',
		);
		assert.equal(
			found?.message,
			'The required columns School_id, Last_name, First_name are missing. School_id may be column 2 ("School Number"). First_name may be column 3 ("FName"). If so, rename it.',
		);
		assert.deepEqual(
			found?.fixes.map(({ title }) => title),
			['Rename "School Number" to School_id', 'Rename "FName" to First_name', 'Add the Column Last_name'],
		);
	});

	it("is the student's ID", () => {
		for (const [table, header, column] of [
			[STUDENTS, 'School_id,Last_name,First_name,personID', 'Student_id'],
			[EXT, 'ext.title_i,Student_number', 'sis_id'],
		] as const) {
			const found = check(table, `${header}\n`).find(({ rule }) => rule === 'header/missing-key');
			const name = header.split(',').at(-1) as string;
			assert.match(
				found?.message ?? '',
				new RegExp(`${column} may be column \\d \\("${name}"\\)\\. If so, rename it\\.$`),
			);
			assert.equal(found?.fixes[0]?.apply(), `${header.replace(name, column)}\n`);
			assert.equal(found?.fixes[0]?.preferred, false);
		}
	});

	it("is the student's ID with a prefix that the ID does not take", () => {
		const found = check(EXT, 'ext.sis_id,ext.title_i\n1,Yes\n').find(
			({ rule }) => rule === 'header/missing-key',
		);
		assert.match(found?.message ?? '', /sis_id may be column 1 \("ext\.sis_id"\)\. If so, rename it\.$/);
		assert.equal(found?.fixes[0]?.apply(), 'sis_id,ext.title_i\n1,Yes\n');
		assert.equal(found?.fixes[0]?.preferred, false);
		const both = check(EXT, 'sis_id,ext.sis_id\n1,1\n').filter(({ text }) => text === 'ext.sis_id');
		assert.deepEqual(both, [], "another partner's column");
	});

	it('is searched in an export with no name of ours, which has a header all the same', () => {
		const found = check(STUDENTS, 'personID,Sex,LEP,FRL\n1,F,Y,N\n');
		assert.ok(found.length > 4);
		assert.match(found[0]?.message ?? '', /^The column Student_id is missing/);
		assert.match(
			check(STUDENTS, '1,5,Hispanic,Smith,Ana,12,33\n')[0]?.message ?? '',
			/^The first row is not a header/,
		);
	});
});

describe('the columns of a file that look like a category', () => {
	const lookalikes = (header: string, table = students) =>
		lookalikeColumns(new Layout(table, header.split(','))).map(({ column, header: name, index }) => [
			column,
			name,
			index,
		]);

	it('are those with another name of a category that the file does not have', () => {
		// The file of a district whose lunch and race columns have the names of its own system.
		assert.deepEqual(
			lookalikes(
				'School_id,Student_id,Last_name,First_name,Gender,Ethnicity,Hispanic_Latino,Home_language,Ell_status,FRL,IEP_status,Student_street,Student_city',
			),
			[
				['Race', 'Ethnicity', 5],
				['Frl_status', 'FRL', 9],
			],
		);
		assert.deepEqual(lookalikes('Student_id,Gendr,migrant_status,School Number'), [
			['Gender', 'Gendr', 1],
			['ext.migrant_status', 'migrant_status', 2],
		]);
		assert.deepEqual(lookalikes('sis_id,ext.migrant,IDEA', studentsExt), [
			['ext.migrant_status', 'ext.migrant', 1],
			['ext.idea_indicator', 'IDEA', 2],
		]);
	});

	it('are none where each name is exact, or spelled in another way', () => {
		assert.deepEqual(lookalikes(students.elements.map(({ column }) => column).join(',')), []);
		assert.deepEqual(lookalikes('Student_id,GENDER,Ell Status,FrlStatus'), []);
		assert.deepEqual(lookalikes('sis_id,ext.el,ext.gifted,ext.flyerconnect,ext.sped', studentsExt), []);
	});
});

describe('a header that is spelled like a column and means something else', () => {
	it('is no mistake', () => {
		const header =
			'sis_id,ext.title_i,ext.title_iii,ext.migrant_status,ext.immigrant_status,ext.secondary_disability_type';
		const found = check(EXT, `${header}\n1,Yes,No,No,Yes,SLD\n`);
		assert.deepEqual(
			found.map(({ rule }) => rule),
			['header/missing-element'],
		);
		assert.doesNotMatch(found[0]?.message ?? '', /may be/);
		const without = check(
			EXT,
			'sis_id,ext.title_iii,ext.immigrant_status,ext.secondary_disability_type,ext.title_2\n',
		);
		assert.deepEqual(
			without.map(({ rule }) => rule),
			['header/missing-element'],
		);
		assert.doesNotMatch(without[0]?.message ?? '', /may be/);
	});

	it('is renamed for no letter that makes it another word', () => {
		for (const name of [
			...['ADA_indicator', 'ELA_status', 'ELP_status', 'ELA_statsu', 'ISP_status', 'RSP_status'],
			...['Rate', 'Face', 'Trade', 'Race 3', 'Grade_2', 'Grade 10'],
		]) {
			const [found] = onColumn(STUDENTS, `${required.join(',')},${name}`, name);
			assert.equal(found?.rule, 'header/unknown-element', name);
			assert.doesNotMatch(found?.message ?? '', /Did you mean|rename/, name);
			assert.deepEqual(renames(found), [], name);
		}
	});

	it('is renamed for a typing mistake', () => {
		for (const [name, column] of [
			['IEP_sttaus', 'IEP_status'],
			['FRL_Staus', 'Frl_status'],
			['Schol_id', 'School_id'],
			['Frist_name', 'First_name'],
			['Home_langauge', 'Home_language'],
			['ext.idea_indicatr', 'ext.idea_indicator'],
			['ext.migrnt_status', 'ext.migrant_status'],
			['ext.title_1', 'ext.title_i'],
		] as const) {
			const [found] = onColumn(STUDENTS, `Student_id,${name}`, name);
			assert.deepEqual(renames(found), [column], name);
		}
	});

	it('is answered as what it is', () => {
		for (const [name, note] of [
			['Title_III', 'Only Title I is a category.'],
			['Immigrant', 'Immigrant status is not migrant status.'],
			['Secondary Disability', 'Only the primary disability is a category.'],
			['Asian', 'Race is one column with one code for each student, not a column for each race.'],
			['race_white_label', 'Race is one column with one code for each student, not a column for each race.'],
		] as const) {
			const [found] = onColumn(STUDENTS, `${required.join(',')},${name}`, name);
			assert.equal(found?.message, `"${name}" is not a column we know. ${note}`);
			assert.deepEqual(found?.fixes, []);
		}
	});

	it('is the name of no column, and of none in an export', () => {
		for (const name of otherHeaders.flatMap(({ names }) => names)) {
			assert.ok(noteOnHeader(name));
			assert.deepEqual(columnsMeantBy(name), [], name);
			for (const table of [students, studentsExt]) assert.equal(findElement(table, name), undefined, name);
		}
		assert.ok(exportHeaders.every(({ column }) => noteOnHeader(column) === undefined));
		assert.equal(noteOnHeader('ext.title_iii'), noteOnHeader(headerKey('Title III')));
	});
});

describe('a header with more lookalikes than a person reads', () => {
	const found = check(
		EXT,
		`sis_id,${Array.from({ length: 150 }, (_, index) => `${index}.Migrant`).join(',')}\n`,
	);

	it('names the first 20 and counts the rest', () => {
		const missing = found.find(({ rule }) => rule === 'header/missing-element');
		assert.match(missing?.message ?? '', / 130 more columns may be one of them\. If so, rename it\.$/);
		assert.equal(missing?.message.match(/may be column/g)?.length, 20);
	});

	it('offers to rename a column where its name is, and not on the whole header', () => {
		const missing = found.find(({ rule }) => rule === 'header/missing-element');
		assert.ok(missing?.fixes.every(({ title }) => title.startsWith('Add ')));
		const column = found.find(({ text }) => text === '149.Migrant');
		assert.ok(renames(column).includes('ext.migrant_status'));
	});
});
