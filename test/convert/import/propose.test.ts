import assert from 'node:assert/strict';
import { proposeCodes } from '../../../server/src/convert/import/codeProposals';
import { proposeColumns } from '../../../server/src/convert/import/columnProposals';
import { students, tables } from '../../../server/src/spec';
import { exportHeaders, headerKey } from '../../../server/src/spec/exportHeaders';

/** The proposed column of an export with these columns, for each column that has one. */
function proposals(columns: Readonly<Record<string, readonly string[]>>): Record<string, string> {
	const seen = Object.entries(columns).map(([name, values]) => ({ name, values }));
	return Object.fromEntries(
		proposeColumns(seen, students).flatMap(({ column, source }) =>
			source ? [[column, source] as const] : [],
		),
	);
}

function proposal(column: string, columns: Readonly<Record<string, readonly string[]>>) {
	const seen = Object.entries(columns).map(([name, values]) => ({ name, values }));
	return proposeColumns(seen, students).find((each) => each.column === column);
}

describe('the columns that are proposed', () => {
	it('are the same columns for students.csv and students_ext.csv themselves', () => {
		for (const { elements, primaryKey } of tables) {
			const names = elements.map(({ column }) => column);
			const found = proposals(Object.fromEntries(names.map((name) => [name.toUpperCase(), []])));
			for (const name of names) {
				const target = name === primaryKey ? students.primaryKey : name;
				assert.equal(found[target], name.toUpperCase());
			}
		}
	});

	// biome-ignore format: one system, one line
	const systems: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
		PowerSchool: { DCID: [], Student_Number: [], State_StudentNumber: [], SchoolID: [], Last_Name: [], First_Name: [], Grade_Level: [], Gender: ['F'], Ethnicity: ['W'], FedEthnicity: ['0', '1'], HomeLanguage: ['eng'], LunchStatus: ['F', 'P'] },
		'Infinite Campus': { 'student.personID': [], 'student.studentNumber': [], 'student.stateID': [], 'student.lastName': [], 'student.gender': ['M'], 'student.raceEthnicityFed': ['W'], 'student.hispanicEthnicity': ['Y'], 'student.homePrimaryLanguage': ['spa'] },
		Aeries: { ID: [], SC: [], LN: [], FN: [], GR: [], SX: ['F'], ETH: ['Y'], RC1: ['W'] },
		Skyward: { 'Name ID': [], 'Other ID': [], 'Entity ID': [], 'Federal Race': ['W'], 'Hispanic/Latino Ethnicity': ['N'], 'Home Lang': ['Spanish'], 'LEP': ['Y'], 'Lunch Code': ['F'] },
		Synergy: { 'SIS Number': [], 'State Student Number': [], 'Last Name': [], 'Resolved Race Ethnicity': ['White'], 'Hispanic Indicator': ['Y'], 'FRM Code': [], 'FRM': ['R'] },
		English: { 'Student ID': [], 'English Learner?': [], 'Has IEP': ['Y'], '504 Plan': ['Yes'], 'Economically Disadvantaged': ['Y'], Migrant: ['N'], 'Title I': ['Y'], 'IDEA': ['Y'], 'Primary Disability': ['Autism'], Disabled: ['Y'] },
	};
	// biome-ignore format: one system, one line
	const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		PowerSchool: { Student_id: 'DCID', Student_number: 'Student_Number', State_id: 'State_StudentNumber', School_id: 'SchoolID', Last_name: 'Last_Name', First_name: 'First_Name', Grade: 'Grade_Level', Gender: 'Gender', Race: 'Ethnicity', Hispanic_Latino: 'FedEthnicity', Home_language: 'HomeLanguage', Frl_status: 'LunchStatus' },
		'Infinite Campus': { Student_id: 'student.personID', Student_number: 'student.studentNumber', State_id: 'student.stateID', Last_name: 'student.lastName', Gender: 'student.gender', Race: 'student.raceEthnicityFed', Hispanic_Latino: 'student.hispanicEthnicity', Home_language: 'student.homePrimaryLanguage' },
		Aeries: { Student_id: 'ID', School_id: 'SC', Last_name: 'LN', First_name: 'FN', Grade: 'GR', Gender: 'SX', Hispanic_Latino: 'ETH', Race: 'RC1' },
		Skyward: { Student_id: 'Name ID', School_id: 'Entity ID', Race: 'Federal Race', Hispanic_Latino: 'Hispanic/Latino Ethnicity', Home_language: 'Home Lang', Ell_status: 'LEP', Frl_status: 'Lunch Code' },
		Synergy: { Student_id: 'SIS Number', State_id: 'State Student Number', Last_name: 'Last Name', Race: 'Resolved Race Ethnicity', Hispanic_Latino: 'Hispanic Indicator', Frl_status: 'FRM' },
		English: { Student_id: 'Student ID', Ell_status: 'English Learner?', IEP_status: 'Has IEP', 'ext.section_504_status': '504 Plan', 'ext.economic_disadvantage_status': 'Economically Disadvantaged', 'ext.migrant_status': 'Migrant', 'ext.title_i': 'Title I', 'ext.idea_indicator': 'IDEA', 'ext.primary_disability_type': 'Primary Disability', 'ext.disability_status': 'Disabled' },
	};
	for (const [system, columns] of Object.entries(systems)) {
		it(`are right for headers of ${system}`, () => assert.deepEqual(proposals(columns), expected[system]));
	}

	it("prefer the system's ID to the student number and the state ID", () => {
		const found = proposal('Student_id', { 'Student Number': [], 'State ID': [], 'SIS ID': [] });
		assert.equal(found?.source, 'SIS ID');
		assert.equal(found?.note, undefined);
		assert.deepEqual(found?.candidates, ['Student Number', 'State ID']);
	});

	it('have a note if there is only a student number or a state ID', () => {
		const found = proposal('Student_id', { 'State ID': [], 'Student Number': [] });
		assert.equal(found?.source, 'Student Number');
		assert.equal(
			found?.note,
			'Student Number may be a student number or state ID. Choose the ID that students.csv has as Student_id.',
		);
	});

	it('depend on the values if a header has two meanings', () => {
		assert.deepEqual(proposals({ Ethnicity: ['W', 'B'] }), { Race: 'Ethnicity' });
		assert.deepEqual(proposals({ Ethnicity: ['1', '0'] }), {});
		assert.deepEqual(proposal('Hispanic_Latino', { Ethnicity: ['1', '0'] })?.candidates, ['Ethnicity']);
		assert.deepEqual(proposals({ Gender: ['1', '2'] }), { Gender: 'Gender' }, 'nothing else it could be');
	});

	it('never are the ID, name or address of a school, teacher or guardian', () => {
		const found = proposal('Student_id', { 'school.id': ['12'], 'student.studentNumber': ['7'] });
		assert.equal(found?.source, 'student.studentNumber');
		assert.match(found?.note ?? '', /^student\.studentNumber may be a student number or state ID\./);
		assert.deepEqual(found?.candidates, ['school.id']);
		const others = { 'teacher.lastName': [], 'guardian.email': [], 'guardian.language': ['Spanish'] };
		assert.deepEqual(proposals(others), {});
		assert.deepEqual(proposal('Student_email', others)?.candidates, ['guardian.email']);
		assert.deepEqual(
			proposals({ '[1]Last_Name': [], 'Students.First_Name': [], 'enrollment.grade': [], 'lep.LEP': ['Y'] }),
			{
				Grade: 'enrollment.grade',
				Last_name: '[1]Last_Name',
				First_name: 'Students.First_Name',
				Ell_status: 'lep.LEP',
			},
		);
	});

	it('never map an extension column to a column of students.csv', () => {
		const own = { 'ext.section_504_status': ['Yes'], 'ext.disability_status': ['No'] };
		assert.deepEqual(proposals({ sis_id: [], ...own, 'ext.el': ['Y'], 'ext.gender': ['F'] }), {
			Student_id: 'sis_id',
			'ext.section_504_status': 'ext.section_504_status',
			'ext.disability_status': 'ext.disability_status',
			'ext.el': 'ext.el',
			'ext.gender': 'ext.gender',
		});
	});

	it('are never guessed from a similar name', () => {
		assert.deepEqual(proposals({ 'Special Ed': ['Y'], SES: ['Y'], 'Language Fluency': ['R'] }), {});
		assert.deepEqual(proposal('IEP_status', { 'Special Ed': ['Y'] })?.candidates, ['Special Ed']);
	});

	it("fill an extension column from its twin among Clever's columns", () => {
		const found = proposals({ Section_504_status: ['Y'] });
		assert.equal(found['ext.section_504_status'], 'Section_504_status');
		assert.equal(found.Section_504_status, 'Section_504_status');
	});

	it('keep no extension column with a space in its name', () => {
		assert.deepEqual(proposals({ 'SIS ID': [], 'ext.my club': [] }), { Student_id: 'SIS ID' });
	});

	it("keep another partner's extension columns", () => {
		assert.deepEqual(proposals({ sis_id: [], 'ext.flyerconnect': ['x'] }), {
			Student_id: 'sis_id',
			'ext.flyerconnect': 'ext.flyerconnect',
		});
	});
});

describe('the names of export columns', () => {
	it('belong to documented columns, and none to two of them', () => {
		const columns = new Set(students.elements.map(({ column }) => column));
		const owners = new Map<string, string>();
		for (const { column, names, perhaps = [] } of exportHeaders) {
			assert.ok(columns.has(column), column);
			const keys = [column, ...names].map(headerKey);
			for (const key of new Set(keys)) {
				// Clever has twins of two extension columns, and a similar column for the type of disability.
				const isTwin = students.elements.some((e) => headerKey(e.column) === key && e.column !== column);
				assert.ok(isTwin || !owners.has(key), `${key}: ${owners.get(key)} and ${column}`);
				owners.set(key, column);
			}
			for (const name of perhaps) assert.ok(!keys.includes(headerKey(name)), `${name} of ${column}`);
		}
	});
});

describe('the codes that are proposed', () => {
	const codesFor = (column: string, values: readonly string[]) =>
		Object.fromEntries(
			proposeCodes(
				students,
				column,
				values.map((value) => ({ value, count: 1 })),
			)?.values.flatMap(({ value, code }) => (value === code ? [] : [[value, code]])) ?? [],
		);

	it("are what a value means, in the column's own codes", () => {
		assert.deepEqual(codesFor('Ell_status', ['Yes', 'No', '1', 'false', 'Y']), {
			Yes: 'Y',
			No: 'N',
			1: 'Y',
			false: 'N',
		});
		assert.deepEqual(codesFor('ext.migrant_status', ['Y', 'n', 'TRUE', '0', 'Yes']), {
			Y: 'Yes',
			n: 'No',
			TRUE: 'Yes',
			0: 'No',
		});
		assert.deepEqual(codesFor('Gender', ['Female', ' m ', '“F”']), { Female: 'F', ' m ': 'M', '“F”': 'F' });
		assert.deepEqual(codesFor('Home_language', ['eng', 'Lao', 'Persian']), {
			eng: 'English',
			Lao: 'Laotian',
			Persian: 'Farsi',
		});
		assert.deepEqual(codesFor('ext.primary_disability_type', ['Autism', 'MR']), { Autism: 'AUT', MR: 'ID' });
	});

	it('are an empty field for a word without a meaning', () => {
		assert.deepEqual(codesFor('Ell_status', ['N/A', 'null', 'Unknown']), {
			'N/A': '',
			null: '',
			Unknown: '',
		});
	});

	it('are never guessed', () => {
		assert.deepEqual(codesFor('Frl_status', ['Y', 'T', 'E']), { Y: undefined, T: undefined, E: undefined });
		assert.deepEqual(codesFor('Race', ['H', 'Hispanic', 'Whit']), {
			H: undefined,
			Hispanic: undefined,
			Whit: undefined,
		});
		assert.deepEqual(codesFor('Race', ['7', '1', 'NA', 'Unknown', 'Asian/Pacific Islander', '6: White']), {
			7: undefined,
			1: undefined,
			NA: undefined,
			Unknown: undefined,
			'Asian/Pacific Islander': undefined,
			'6: White': undefined,
		});
		assert.deepEqual(codesFor('Home_language', ['Danish', 'Spansh']), {
			Danish: undefined,
			Spansh: undefined,
		});
		const [danish] = proposeCodes(students, 'Home_language', [{ value: 'Danish', count: 3 }])?.values ?? [];
		assert.equal(danish?.meaning, "Clever knows this value; Amplify's list does not have it.");
		const [native] = proposeCodes(students, 'Race', [{ value: 'NA', count: 3 }])?.values ?? [];
		assert.deepEqual(native?.candidates, ['I', ''], 'American Indian, or an empty field');
		const [yes] = proposeCodes(students, 'Frl_status', [{ value: 'Y', count: 3 }])?.values ?? [];
		assert.deepEqual(yes?.candidates, ['F', 'R']);
		assert.match(yes?.meaning ?? '', /could be free or reduced/);
	});

	it('do not exist for a column without codes', () => {
		assert.equal(proposeCodes(students, 'Last_name', []), undefined);
	});
});
