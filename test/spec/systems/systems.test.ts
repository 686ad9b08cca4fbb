import assert from 'node:assert/strict';
import { findElement, students } from '../../../server/src/spec';
import { headerKey } from '../../../server/src/spec/exportHeaders';
import {
	codeInTable,
	codeTables,
	codeTablesFor,
	exportSystems,
	findCodeTable,
	findSystem,
	recognizeSystem,
} from '../../../server/src/spec/systems';
import { HISPANIC_FLAG, raceFlagOf } from '../../../server/src/spec/systems/raceFlags';

/** What a system says of a header: its column, with a question mark where a person must confirm. */
function columnIn(system: string, header: string): string | undefined {
	const found = findSystem(system)?.headers.find(({ names }) =>
		names.some((name) => headerKey(name) === headerKey(header)),
	);
	return found && `${found.element}${found.isCertain ? '' : '?'}`;
}

describe('the systems', () => {
	it('have the names and headers that were read', () => {
		// biome-ignore format: one system, one line
		const expected: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
			['Infinite Campus', { personID: 'Student_id?', personGUID: 'Student_id?', studentNumber: 'Student_number', ssid: 'State_id', 'sch.number': 'School_id', raceEthnicityFed: 'Race', hispanicFlag: 'Hispanic_Latino', homePrimaryLanguage: 'Home_language', 'lep.programStatus': 'Ell_status?', 'posElig.eligibility': 'Frl_status', PlanType: 'IEP_status?', disability1: 'ext.primary_disability_type', section504: 'ext.section_504_status' }],
			['PowerSchool', { 'students.id': 'Student_id?', dcid: 'Student_id?', classof: 'Graduation_year', racecd: 'Race', fedethnicity: 'Hispanic_Latino', leplanghome: 'Home_language', NativeLanguage: 'Home_language?', flaglep: 'Ell_status', lunchstatus: 'Frl_status', flagspeced: 'IEP_status?', EconomicDisAdvCode: 'ext.economic_disadvantage_status' }],
			['Focus (Florida)', { sex_label: 'Gender', language_label: 'Home_language', free_reduced_meals_program_label: 'Frl_status', ese_fefp_code_label: 'IEP_status?' }],
			['Aeries', { PermanentID: 'Student_id?', EthnicityCode: 'Hispanic_Latino', Race1Code: 'Race', 'STU.HL': 'Home_language', 'STU.LF': 'Ell_status?', 'CSE.DI': 'ext.primary_disability_type' }],
			['Follett Aspen (X2)', { STD_OID: 'Student_id?', STD_ID_LOCAL: 'Student_number', PSN_GENDER_CODE: 'Gender', disability: 'ext.primary_disability_type?', plan_504: 'ext.section_504_status' }],
			['eSchoolPlus', { state_report_id: 'State_id', 'Reg_personal.Hispanic': 'Hispanic_Latino', 'reg_ethnicity.Ethnic_Code': 'Race' }],
			['Genesis', {}],
			['mCLASS download', { 'Student Primary ID': 'Student_id?', SPECIAL_ED: 'IEP_status?', Disability: 'ext.disability_status', SPEC_DISAB: 'ext.primary_disability_type', FREE_LUNCH: 'Frl_status', ENGPROF: 'Ell_status?', 'Title 1': 'ext.title_i', LANGUAGE: 'Home_language' }],
			['Smarter Balanced / TIDE', { IDEAIndicator: 'ext.idea_indicator', LEPStatus: 'Ell_status', StudentIdentifier: 'State_id', LanguageCode: 'Home_language' }],
			['Smarter Balanced / OneRoster', { HispanicOrLatinoEthnicity: 'Hispanic_Latino' }],
			['OneRoster', { sex: 'Gender', birthDate: 'DOB', hispanicOrLatinoEthnicity: 'Hispanic_Latino', familyName: 'Last_name', identifier: 'Student_number?' }],
			['WIDA ACCESS', { 'IEP Status': 'IEP_status', 'Native Language': 'Home_language?' }],
			['CMAS (Colorado)', { FederalRaceEthnicity: 'Race', StudentwithDisabilities: 'ext.idea_indicator?', Title1: 'ext.title_i', LanguageProficiency: 'Ell_status?' }],
			['EOCEP (South Carolina)', { Plan504: 'ext.section_504_status' }],
			['NWEA Beacon', { English_Learner: 'Ell_status', LEP_Code: 'Ell_status?', Migrant_Education: 'ext.migrant_status' }],
			['Next Gen Math', { sed: 'ext.economic_disadvantage_status' }],
			['Ed-Fi', { studentUniqueId: 'Student_id?', sexDescriptor: 'Gender', disabilityDescriptor: 'ext.primary_disability_type' }],
		];
		assert.deepEqual(
			exportSystems.map(({ name }) => name).toSorted(),
			expected.map(([name]) => name).toSorted(),
		);
		for (const [system, headers] of expected)
			for (const [header, column] of Object.entries(headers))
				assert.equal(columnIn(system, header), column, `${header} of ${system}`);
	});

	it('name documented columns, each header for one of them, and are sure of no ID', () => {
		for (const { name, headers, source } of exportSystems) {
			assert.match(source.asOf, /^2026-\d\d$/);
			const seen = new Set<string>();
			for (const { element, names, isCertain } of headers) {
				assert.equal(findElement(students, element)?.column, element, name);
				assert.ok(!isCertain || element !== students.primaryKey, name);
				for (const key of new Set(names.map(headerKey))) {
					assert.ok(!seen.has(key), `${key} of ${name}`);
					seen.add(key);
				}
			}
		}
		assert.deepEqual(
			exportSystems.flatMap(({ name, certainId }) => (certainId ? [[name, certainId]] : [])),
			[['OneRoster', 'sourcedId']],
		);
	});

	it('are found by name, whatever its case', () => {
		assert.equal(findSystem(' infinite campus')?.name, 'Infinite Campus');
		assert.equal(findSystem('Campus'), undefined);
	});
});

describe('a header tells its system', () => {
	// biome-ignore format: one header, one line
	const headers: readonly (readonly [string, string | undefined])[] = [
		['student.personID,student.lastName,student.gender,student.raceEthnicityFed,student.hispanicEthnicity', 'Infinite Campus'],
		['DCID,Student_Number,State_StudentNumber,Last_Name,Gender,Ethnicity,FedEthnicity,LunchStatus', 'PowerSchool'],
		['StudentID,PermanentID,LastName,LanguageFluencyCode,RaceCode1', 'Aeries'],
		['ID,SC,LN,FN,GR,SX,ETH,RC1', 'Aeries'],
		['STD_ID_STATE,STD_ID_LOCAL,PSN_GENDER_CODE,PSN_RACE_VIEW', 'Follett Aspen (X2)'],
		['sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity', 'OneRoster'],
		['Student Primary ID,Enrollment Grade,Gender,Race,Special Education,Disability,Specific Disability', 'mCLASS download'],
		['StudentIdentifier,FirstName,LastOrSurname,Sex,HispanicOrLatinoEthnicity,AmericanIndianOrAlaskaNative,IDEAIndicator,LEPStatus,Section504Status,EconomicDisadvantageStatus,MigrantStatus', 'Smarter Balanced / TIDE'],
		['studentUniqueId,lastSurname,sexDescriptor,raceDescriptor', 'Ed-Fi'],
		['State Student ID,Ethnicity - Hispanic/Latino,Race - Asian,Race - White', 'WIDA ACCESS'],
		['student_id,sex_label,race_white_label,race_asian_label', 'Focus (Florida)'],
		// No system has these for itself, or one header alone says too little.
		['Student ID,Last Name,First Name,Gender,Race,Home Language,LEP,FRL,IEP', undefined],
		['Student_id,School_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status', undefined],
		['sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i', undefined],
		['DCID,Gender', undefined],
		['sourcedId,status,title,grades,courseCode', undefined],
		['IDEA Indicator,LEP Status,Student ID', undefined],
		// Two systems.
		['personID,raceEthnicityFed,DCID,FedEthnicity', undefined],
		['', undefined],
	];
	for (const [header, system] of headers) {
		it(`${system ?? 'or none'}: ${header.slice(0, 60)}`, () => {
			assert.equal(recognizeSystem(header.split(','))?.name, system);
		});
	}
});

describe('the tables of codes', () => {
	it('have all the values that were read', () => {
		// 264 values that were collected, the Texan codes of lunch, California's races and its languages beyond two.
		const count = codeTables.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
		const texas = 4;
		const california = 39 - 2 + 19;
		assert.equal(count - texas - california, 264);
	});

	it('say what the sources say', () => {
		// biome-ignore format: one value, one line
		const expected: readonly (readonly [string, string, string, string | null | readonly string[]])[] = [
			['Infinite Campus federal race (raceEthnicityFed)', 'Race', '1', null],
			['Infinite Campus federal race (raceEthnicityFed)', 'Race', '6', 'W'],
			['Pennsylvania (PowerSchool)', 'Race', '1', 'I'],
			['Pennsylvania (PowerSchool)', 'Race', '10', 'P'],
			['Montana (PowerSchool racecd)', 'Race', '05', 'W'],
			['Illinois (PowerSchool race table)', 'Race', '15', 'P'],
			['Galileo letters (Arizona, IC)', 'Race', 'IA', 'I'],
			['Focus / KIPP', 'Race', 'T', 'M'],
			['mCLASS download', 'Race', 'NS', ''],
			['PowerSchool lunch status', 'Frl_status', 'E', 'N'],
			['PowerSchool lunch status', 'Frl_status', 'T', ['F', 'R', 'N']],
			['Florida meal eligibility (Focus)', 'Frl_status', 'E', 'R'],
			['EDFacts', 'Frl_status', 'RPL', 'R'],
			['Texas PEIMS economic disadvantage (E0785, C054)', 'ext.economic_disadvantage_status', '99', 'Yes'],
			['Florida ELL (Focus)', 'Ell_status', 'LP', null],
			['Infinite Campus LEP.programStatus', 'Ell_status', 'Exited LEP', 'N'],
			['CALPADS / Aeries language', 'Home_language', '00', 'English'],
			['CALPADS / Aeries language', 'Home_language', '37', null],
			['Indiana DOE', 'ext.primary_disability_type', '10', 'ID'],
			['Ohio EMIS', 'ext.primary_disability_type', '10', 'SLD'],
			['Maryland (PGCPS)', 'ext.primary_disability_type', '03', ['HI', 'DB']],
			['South Carolina EFA/EOCEP letters', 'ext.primary_disability_type', 'EM', 'ID'],
			['Minnesota letters', 'ext.primary_disability_type', 'PI', 'OI'],
			['Indiana roster letters', 'ext.primary_disability_type', 'ED FT', 'EMN'],
			['mCLASS download', 'ext.primary_disability_type', 'Non', ''],
			['mCLASS download', 'ext.title_i', 'UN', ''],
			['EDFacts', 'ext.section_504_status', 'NONSECTION504', 'No'],
			['OneRoster 1.2 sex', 'Gender', 'other', 'X'],
		];
		for (const [name, element, value, code] of expected) {
			const table = findCodeTable(name, element);
			assert.ok(table, `${name} for ${element}`);
			assert.deepEqual(codeInTable(table, value), code, `${value} of ${name}`);
		}
	});

	it('lead to codes of their columns, and no two tables of a column have one name', () => {
		for (const { elements, values, name } of codeTables) {
			for (const column of elements) {
				const codes = findElement(students, column)?.optionSet?.options.map(({ code }) => code) ?? [];
				for (const code of Object.values(values).flat())
					assert.ok(code === null || code === '' || codes.includes(code), `${code} of ${name}`);
				const names = codeTablesFor(column).map((table) => table.name);
				assert.equal(new Set(names).size, names.length);
			}
		}
	});

	it('belong to a format, where a system names them', () => {
		for (const { name, codeTables: own = [] } of exportSystems)
			for (const table of own)
				assert.ok(
					codeTables.some((each) => each.name === table),
					`${table} of ${name}`,
				);
		assert.deepEqual(findSystem('OneRoster')?.codeTables, ['OneRoster 1.2 sex']);
		const race = findCodeTable('Ed-Fi RaceDescriptor', 'Race');
		assert.ok(race);
		assert.equal(
			codeInTable(race, 'uri://ed-fi.org/RaceDescriptor#Native Hawaiian or Pacific Islander'),
			'P',
		);
		assert.equal(codeInTable(race, 'uri://ed-fi.org/RaceDescriptor#Other'), null);
	});

	it('find a value without its leading zeros and in another case, and no other', () => {
		const montana = findCodeTable('montana (powerschool racecd)', 'Race');
		const ohio = findCodeTable('Ohio EMIS', 'ext.primary_disability_type');
		assert.ok(montana && ohio);
		assert.equal(codeInTable(montana, '5'), 'W');
		assert.equal(codeInTable(ohio, '01'), 'MD');
		assert.equal(codeInTable(ohio, '7'), undefined);
		assert.equal(codeInTable(ohio, 'constructor'), undefined);
		assert.equal(findCodeTable('Ohio EMIS', 'Race'), undefined);
	});
});

describe('a flag of race', () => {
	it('is known in the spelling of each system', () => {
		// biome-ignore format: one system, one line
		const expected: Readonly<Record<string, readonly string[]>> = {
			A: ['asian', 'Asian', 'race_asian_label', 'Race - Asian', 'Race: Asian', 'Is Asian', 'Asian Flag'],
			B: ['blackOrAfricanAmerican', 'race_black_or_african_american_label', 'Race - Black/African American', 'Black'],
			I: ['americanIndianOrAlaskaNative', 'race_american_indian_or_alaska_native_label', 'Race - American Indian/Alaskan Native', 'Native American'],
			M: ['demographicRaceTwoOrMoreRaces', 'DemographicRaceTwoOrMoreRaces', 'Two or More Races'],
			P: ['nativeHawaiianOrOtherPacificIslander', 'race_native_hawaiian_or_other_pacific_islander_label', 'Race - Pacific Islander/Hawaiian'],
			W: ['white', 'race_white_label', 'Race - White', 'student.White', 'Race White YN'],
			[HISPANIC_FLAG]: ['hispanicOrLatinoEthnicity', 'ethnicity_hispanic_or_latino_label', 'Ethnicity - Hispanic/Latino', 'Hispanic'],
		};
		for (const [flag, headers] of Object.entries(expected))
			for (const header of headers) assert.equal(raceFlagOf(header), flag, header);
	});

	it('is no other column', () => {
		for (const header of [
			'Race',
			'Race Code',
			'Race 2',
			'Ethnicity',
			'M',
			'W',
			'I',
			'Middle',
			'Multi',
			'White Count',
			'guardian.White',
			'Hawaiian',
			'Black Belt',
			'',
		])
			assert.equal(raceFlagOf(header), undefined, header);
	});
});
