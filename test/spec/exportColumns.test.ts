import assert from 'node:assert/strict';
import { findElement, students } from '../../server/src/spec';
import { type ExportColumn, exportColumns } from '../../server/src/spec/exportColumns';
import { exportHeaders, headerKey } from '../../server/src/spec/exportHeaders';
import { otherHeaders } from '../../server/src/spec/otherHeaders';
import { exportSystems, findSystem } from '../../server/src/spec/systems';
import { raceFlagOf } from '../../server/src/spec/systems/raceFlags';

const usual = (found: readonly ExportColumn[]): readonly string[] =>
	found.filter(({ isUsual }) => isUsual).map(({ column }) => column);
const columnsOf = (header: string, system?: string): readonly string[] =>
	usual(exportColumns(header, system === undefined ? undefined : findSystem(system)));

describe('the column that the words of a header settle', () => {
	// biome-ignore format: one column, one line
	const settled: Readonly<Record<string, readonly string[]>> = {
		Gender: ['Stu_Gender', 'STUDENT.GENDER', 'StuGenderCd', 'Student Gender Code', 'Sex Cd', 'STU_SEX'],
		Race: ['Stu Race Cd', 'Student Ethnicity', 'Fed Race Cd', 'Race Desc', 'Race (column 7)'],
		Hispanic_Latino: ['Hispanic Ind', 'Stu_Hisp_Flg', 'HispanicYN', 'Hispanic/Latino Flag'],
		Home_language: ['Home Lang Desc', 'HomeLangCd', 'Stu Home Language', 'Language Cd', 'Prim Lang'],
		Ell_status: ['LEP_FLG', 'ELL Ind', 'EL Stat', 'English Lrnr', 'Ltd English Prof', 'LEPInd'],
		Frl_status: ['Free/Red', 'FRL Code Desc', 'Lunch Stat', 'Meal Elig Stat', 'Stu Lunch Status'],
		IEP_status: ['IEP Ind', 'IEP_FLG', 'Stu IEP', 'Has IEP?'],
		'ext.idea_indicator': ['IDEA Ind', 'IDEA_FLG'],
		'ext.disability_status': ['Disability Ind', 'Has Disability Flag'],
		'ext.primary_disability_type': ['Prim Disab Cd', 'Primary Disability Desc', 'PrimaryDisabilityCd'],
		'ext.section_504_status': ['504 Ind', 'Sec504Flag', 'Stu 504 Plan', 'SECTION_504_IND'],
		'ext.economic_disadvantage_status': ['Econ Dis', 'EcoDisadvInd', 'Econ_Disadv_Cd', 'Economic Disadv Status'],
		'ext.migrant_status': ['Migrant Cd', 'MIG_IND', 'Stu Migrant Flg'],
		'ext.title_i': ['Title I Ind', 'TITLE_1_FLG', 'Title1 Status'],
		Last_name: ['Student Last Nm', 'Stu Last Name'],
		First_name: ['Stu Fst Nm', 'Student First Nm'],
		Grade: ['Stu Grade Lvl', 'Grd Lvl'],
		Graduation_year: ['Grad Yr', 'Stu Grad Year'],
		DOB: ['Birth Dt', 'Stu Birth Date'],
		Student_id: ['Student ID', 'STUDENT_ID', 'sis_id', 'SIS ID'],
	};
	for (const [column, headers] of Object.entries(settled)) {
		it(`is ${column}`, () => {
			for (const header of headers) assert.deepEqual(columnsOf(header), [column], header);
		});
	}

	it('is both where Clever has the same question twice', () => {
		assert.deepEqual(columnsOf('Section_504_status'), ['Section_504_status', 'ext.section_504_status']);
		assert.deepEqual(columnsOf('Disability_code'), ['Disability_code', 'ext.primary_disability_type']);
		assert.deepEqual(columnsOf('HomeLanguageCode'), ['Home_language_code', 'Home_language']);
	});

	it('is none for another thing of the same words', () => {
		// biome-ignore format: one kind, one line
		const others = [
			'IEP Date', 'IEP Start Date', 'LEP Entry Date', 'LEP Exit Dt', 'Migrant Exp Date', '504 Review Date', 'Lunch Number', 'Lunch PIN', 'Lunch Balance',
			'LEP School', 'IEP Teacher', 'IEP Case Manager', 'Title I Teacher', 'SpEd School', 'Home School', 'Home Room', 'ELL Program Start',
			'Title II', 'Title III Ind', 'Title 3 Flg', 'Title I Part D', 'Immigrant', 'Stu Immigrant Flg', 'Refugee',
			'Secondary Disability', 'Sec Disability Cd', 'Disability 2 Cd', 'Tertiary Disab', 'Other Disability Desc',
			'Guardian Gender', 'Guardian.Gender', 'Parent Language', 'Parent Lang Cd', 'Contact1_Language', 'contact.Race', 'Mother Race', 'mother.language', 'Sibling Gender', 'Emergency Contact Language', 'Father Ethnicity', 'Staff Race', 'teacher.gender',
			'Race 2', 'Race 3', 'Grade 10', 'Grade Average', 'Grade Point Average', 'Race Date', 'Gender Identity', 'Gender Identity Cd', 'Pronouns',
			'ELA', 'ELA Level', 'ELP Level', 'ELD Level', 'EL Years', 'ELL Level', 'English Grade', 'English Teacher', 'LEP Desc', 'LEP Code', 'LF',
			'Special Education', 'Sp Ed', 'SPED_IND', 'Spec Ed Stat', 'SWD', 'Stu Lang', 'Native Lang', 'Lang Correspondence', 'ADA', 'ADA Ind', 'ADA Percent', 'SES',
			'ID', 'Stu ID', 'DCID', 'personID', 'No', 'Num', 'Status', 'Code', 'Desc', 'Student', 'Student Status', 'Stu Flag', 'Enrollment Status', 'Student Name',
			'School Desc', 'School Name', 'Sch Nm', 'White', 'Asian Flag', 'Two or More Races', 'ext.gender', 'ext.migrant', '', ' ', '---', '?', 'x'.repeat(100_000),
		];
		for (const header of others) {
			const found = columnsOf(header);
			assert.deepEqual(found, [], header);
		}
	});

	it('is none where the list only offers the header, or knows it as something else', () => {
		const named = new Set(exportHeaders.flatMap(({ column, names }) => [column, ...names]));
		for (const { column, perhaps = [] } of exportHeaders) {
			for (const name of perhaps) {
				if (!named.has(name)) assert.ok(!columnsOf(name).includes(column), `${name}: ${column}`);
				// "Lunch" is offered, and "Lunch Cd" is the Lunch Code.
				if (!findElement(students, column)?.optionSet || named.has(`${name} Code`)) continue;
				for (const header of [`Stu ${name}`, `${name} Cd`, `Student ${name} Flag`])
					assert.ok(!columnsOf(header).includes(column), `${header}: ${column}`);
			}
		}
		for (const name of otherHeaders.flatMap(({ names }) => names))
			for (const header of [name, `Stu ${name}`, `${name} Flg`, `Student ${name} Code`])
				assert.deepEqual(columnsOf(header), [], header);
	});

	it('is the one that each list has for it', () => {
		for (const { column, names } of exportHeaders)
			for (const name of names)
				if (column !== students.primaryKey) assert.ok(columnsOf(name).includes(column), `${name}: ${column}`);
	});
});

describe('the column of a header in its system', () => {
	it('is what the system says of it, and no other', () => {
		for (const { name, headers } of exportSystems) {
			for (const { element, names, isCertain } of headers) {
				for (const header of names) {
					const found = exportColumns(header, findSystem(name));
					assert.ok(
						found.some(({ column }) => column === element),
						`${header} of ${name}`,
					);
					// Clever's own name, and its columns that ask the same, hold in each system.
					const own = students.elements.filter((each) => headerKey(each.column) === headerKey(header));
					const expected = [element, ...own.map(({ column }) => column)].filter(
						(column) => isCertain || column !== element || own.length > 0,
					);
					for (const column of usual(found))
						assert.ok(expected.includes(column), `${header} of ${name}: ${column}`);
					assert.ok(!isCertain || usual(found).includes(element), `${header} of ${name}`);
				}
			}
		}
	});

	it('is never another one without the system', () => {
		// EthnicityCode is the race elsewhere, and disability whether there is one.
		const different = ['EthnicityCode', 'disability'];
		for (const { headers } of exportSystems)
			for (const { element, names } of headers)
				for (const header of names.filter((one) => !different.includes(one)))
					for (const column of columnsOf(header))
						assert.ok(
							column === element ||
								students.elements.some((own) => own.column === column && own.twin === element) ||
								column === 'Home_language_code',
							`${header}: ${column}, not ${element}`,
						);
	});

	it('depends on the system for a header with two meanings', () => {
		assert.deepEqual(columnsOf('EthnicityCode'), ['Race']);
		assert.deepEqual(columnsOf('EthnicityCode', 'Aeries'), ['Hispanic_Latino']);
		assert.deepEqual(columnsOf('disability'), ['ext.disability_status']);
		assert.deepEqual(columnsOf('disability', 'Follett Aspen (X2)'), []);
		assert.deepEqual(columnsOf('FREE_LUNCH'), []);
		assert.deepEqual(columnsOf('FREE_LUNCH', 'mCLASS download'), ['Frl_status']);
		assert.deepEqual(columnsOf('sourcedId'), []);
		assert.deepEqual(columnsOf('sourcedId', 'OneRoster'), ['Student_id']);
		assert.deepEqual(columnsOf('student.lastName', 'Infinite Campus'), ['Last_name']);
		assert.ok(columnsOf('student.studentNumber', 'Infinite Campus').includes('Student_number'));
		assert.deepEqual(exportColumns('Program'), []);
		assert.match(
			exportColumns('LanguageFluencyCode', findSystem('Aeries'))[0]?.note ?? '',
			/levels of fluency/,
		);
	});

	it('is no race for a flag of race', () => {
		for (const header of ['race_white_label', 'Race - Asian', 'White', 'demographicRaceTwoOrMoreRaces']) {
			assert.deepEqual(columnsOf(header), []);
			assert.ok(raceFlagOf(header));
		}
	});
});
