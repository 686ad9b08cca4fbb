/** Which columns of an export are found, how, and which are left to a person. */
import assert from 'node:assert/strict';
import { codes, columnsCsv, csv, open, planned, settled, target } from './support';

type Columns = Readonly<Record<string, readonly string[]>>;

async function found(columns: Columns): Promise<readonly string[]> {
	return settled(await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], ...columns }))).slice(1);
}

async function left(columns: Columns): Promise<readonly string[]> {
	return open(await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], ...columns })));
}

async function candidates(element: string, columns: Columns): Promise<readonly string[]> {
	const plan = await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], ...columns }));
	return target(plan, element).candidates.map(({ name }) => name);
}

describe('columns that are found by their header', () => {
	it('are those of the two files themselves', async () => {
		const columns = { Gender: ['M'], Race: ['W'], 'ext.migrant_status': ['No'], Grade: ['3'] };
		assert.deepEqual(await found(columns), [
			'Gender <- Gender (name)',
			'Race <- Race (name)',
			'ext.migrant_status <- ext.migrant_status (name)',
			'Grade <- Grade (name)',
		]);
	});

	it("keep another partner's extension columns", async () => {
		assert.deepEqual(await found({ 'ext.flyerconnect': ['x'], 'ext.my club': ['x'] }), [
			'ext.flyerconnect <- ext.flyerconnect (name)',
		]);
	});

	it('are taken with numbers, whose codes are asked', async () => {
		const columns = { Gender: ['1', '2', '1', '1'] };
		assert.deepEqual(await found(columns), ['Gender <- Gender (name)']);
		assert.deepEqual(await left(columns), ['Gender: 1 x 3', 'Gender: 2 x 1']);
	});

	it('are taken with no values at all', async () => {
		assert.deepEqual(await found({ Ell_status: [] }), ['Ell_status <- Ell_status (name)']);
	});

	it("feed Clever's twin of a category only under its very name", async () => {
		const values = ['Y', 'N'];
		assert.deepEqual(await found({ Section_504_status: values, 'Disability Status': values }), [
			'ext.disability_status <- Disability Status (name)',
			'ext.section_504_status <- Section_504_status (name)',
			'Section_504_status <- Section_504_status (name)',
		]);
	});

	it('give way to a column that is not empty', async () => {
		const columns = { Ell_status: [], LEP: ['Y', 'N'] };
		assert.deepEqual(await found(columns), ['Ell_status <- LEP (name)']);
	});

	it('are not taken where the values say something else', async () => {
		const columns = { Gender: ['Spanish', 'English', 'English', 'Hmong'] };
		assert.deepEqual(await found(columns), []);
		assert.deepEqual(await left(columns), ['Gender']);
		assert.deepEqual(await left({ Race: ['Y', 'N', 'Y', 'Y'] }), ['Race']);
		assert.deepEqual(await found({ Disability: ['Autism', 'Deaf-blindness'] }), [
			'ext.primary_disability_type <- Disability (values)',
		]);
	});

	it('are asked where two fit equally', async () => {
		const columns = { Sex: ['M', 'F', 'M', 'F'], 'Student Gender': ['F', 'M', 'F', 'M'] };
		assert.deepEqual(await found(columns), []);
		assert.deepEqual(await left(columns), ['Gender']);
		assert.deepEqual(await candidates('Gender', columns), ['Sex', 'Student Gender']);
	});

	it('are not asked where two have the same values in all rows', async () => {
		const values = ['M', 'F', 'F', 'M'];
		assert.deepEqual(await found({ Sex: values, 'Student Gender': values }), ['Gender <- Sex (name)']);
	});

	it('are asked where a header is repeated, and the values differ', async () => {
		const plan = await planned('Student_id,Race,Race\n1,W,B\n2,B,B\n');
		assert.deepEqual(open(plan), ['Race']);
		assert.deepEqual(
			target(plan, 'Race').candidates.map(({ name }) => name),
			['Race', 'Race (column 3)'],
		);
		assert.deepEqual(settled(await planned('Student_id,Race,Race\n1,W,W\n2,B,B\n')), [
			'Student_id <- Student_id (name)',
			'Race <- Race (name)',
		]);
	});

	it('of the roster are open only where Clever needs them', async () => {
		const columns = { 'School Name': ['North'], 'Mailing City': ['Oslo'] };
		assert.deepEqual(await left(columns), ['School_id']);
		assert.deepEqual(await candidates('Student_city', columns), ['Mailing City']);
	});
});

describe('columns that are found by their values', () => {
	// biome-ignore format: one column of ours, one line
	const told: readonly (readonly [string, string, readonly string[]])[] = [
		['Gender', 'genders', ['M', 'F', 'F', 'X']],
		['Gender', 'genders', ['Male', 'Female', 'Male', 'Non-binary']],
		['Home_language', 'languages', ['English', 'Spanish', 'Hmong', 'Haitian Creole']],
		['Home_language', 'languages', ['eng', 'spa', 'som', 'eng']],
		['Frl_status', 'kinds of lunch', ['Free', 'Reduced', 'Paid', 'Free']],
		['Race', 'races', ['White', 'Asian', 'Black or African American', 'Hispanic or Latino']],
		['ext.primary_disability_type', 'disabilities', ['Autism', 'Specific learning disability', '', 'N/A']],
		['Hispanic_Latino', 'Hispanic and not Hispanic', ['Hispanic', 'Not Hispanic', 'Hispanic', '']],
	];
	for (const [element, what, values] of told) {
		it(`have ${what} (${values[0]})`, async () => {
			for (const name of ['C7', 'Column 7', 'Cat']) {
				const plan = await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], [name]: values }));
				assert.deepEqual(settled(plan).slice(1), [`${element} <- ${name} (values)`]);
				assert.equal(target(plan, element).reason, `Its values are ${what}.`);
			}
		});
	}

	it('are asked under a header with a word of its own, and offered', async () => {
		const languages = ['English', 'Spanish', 'Hmong'];
		const headers: readonly (readonly [string, string, readonly string[]])[] = [
			['Home_language', 'Language Requested', languages],
			['Home_language', 'Oral Language', languages],
			['Home_language', 'L2', languages],
			['Gender', 'Dorm Gender', ['M', 'F', 'F']],
			['Gender', 'Preferred Gender', ['M', 'F', 'F']],
			['Gender', 'Marital', ['M', 'F', 'F']],
			['Frl_status', 'Breakfast Status', ['Free', 'Reduced', 'Free']],
			['Frl_status', 'Camp Lunch Status', ['Free', 'Reduced', 'Free']],
		];
		for (const [element, name, values] of headers) {
			const plan = await planned(columnsCsv({ Student_id: ['1', '2', '3'], [name]: values }));
			assert.deepEqual(settled(plan).slice(1), [], name);
			assert.deepEqual(open(plan), [element], name);
			assert.deepEqual(
				target(plan, element).candidates.map((each) => each.name),
				[name],
			);
		}
	});

	it('say Hispanic or not, also beside a plain yes', async () => {
		const plan = await planned(
			columnsCsv({
				Student_id: ['1', '2', '3'],
				Ethnicity: ['Hispanic or Latino', 'Not Hispanic or Latino', 'Y'],
			}),
		);
		assert.deepEqual(settled(plan).slice(1), ['Hispanic_Latino <- Ethnicity (values)']);
		assert.deepEqual(codes(plan, 'Hispanic_Latino'), {
			'Hispanic or Latino': 'Y',
			'Not Hispanic or Latino': 'N',
			Y: 'Y',
		});
	});

	it('say more than a header with two meanings', async () => {
		const plan = await planned(
			columnsCsv({ Student_id: ['1', '2'], Ethnicity: ['Hispanic', 'Not Hispanic'] }),
		);
		assert.deepEqual(settled(plan).slice(1), ['Hispanic_Latino <- Ethnicity (values)']);
		assert.deepEqual(open(plan), []);
	});

	it('are found where the file has no header', async () => {
		const plan = await planned('7001,M,English\n7002,F,Spanish\n7003,F,English\n', { header: false });
		assert.deepEqual(settled(plan), ['Gender <- Column 2 (values)', 'Home_language <- Column 3 (values)']);
		assert.deepEqual(open(plan), ['Student_id']);
		assert.deepEqual(
			target(plan, 'Student_id').candidates.map(({ name }) => name),
			['Column 1'],
		);
	});

	// biome-ignore format: one kind, one line
	const untold: readonly (readonly [string, Columns])[] = [
		['yes and no', { C7: ['Y', 'N', 'Y', 'N'], C8: ['Yes', 'No'], C9: ['true', 'false'], C10: ['1', '0'] }],
		['one gender or one language', { C7: ['F', 'F'], C8: ['Spanish', 'Spanish'] }],
		['letters that are marks as well', { C7: ['A', 'B', 'C', 'A'], C8: ['F', 'R', 'P'], C9: ['A', 'I'] }],
		['colors', { C7: ['White', 'Black'] }],
		['subjects or places', { C7: ['Spanish', 'French'], C8: ['DE', 'PA', 'AR'], C9: ['English', 'Math'] }],
		['words that have no meaning', { C7: ['M', 'F', 'Q'], C8: ['Free', 'Reduced', 'Pending'] }],
		['numbers', { C7: ['1', '2', '3'] }],
		['a contact, a guardian or a sibling', { 'Contact 1 Gender': ['M', 'F'], guardianSex: ['M', 'F'], 'Sibling Sex': ['M', 'F'], 'Parent Lang': ['English', 'Spanish'] }],
		['a course, a teacher or a test', { 'World Language Course': ['English', 'Spanish'], Teacher_Sex: ['M', 'F'], 'Test Language': ['English', 'Spanish'] }],
		['a second disability', { 'Secondary Disability': ['Autism', 'Deaf-blindness'], 'Disability 2': ['Autism', 'Deaf-blindness'] }],
	];
	for (const [what, columns] of untold) {
		it(`never have ${what}`, async () => {
			assert.deepEqual(await found(columns), []);
		});
	}

	it('are asked where two fit equally', async () => {
		const columns = { C7: ['M', 'F', 'M', 'F'], C8: ['F', 'M', 'M', 'F'] };
		assert.deepEqual(await found(columns), []);
		assert.deepEqual(await left(columns), ['Gender']);
		assert.deepEqual(await candidates('Gender', columns), ['C7', 'C8']);
	});

	it('are not looked for where a header tells the column', async () => {
		assert.deepEqual(await found({ Gender: ['M', 'F', 'F', 'M'], C8: ['F', 'M', 'M', 'F'] }), [
			'Gender <- Gender (name)',
		]);
	});

	it('belong to the column that their header names', async () => {
		// A last name may be French, and a city Black or White.
		assert.deepEqual(await found({ 'Last Name': ['English', 'French'], City: ['White', 'Asian'] }), [
			'Last_name <- Last Name (name)',
			'Student_city <- City (name)',
		]);
	});
});

describe('race in several columns', () => {
	const flags = {
		'American Indian': ['N', 'N', 'N', 'Y'],
		Asian: ['N', 'Y', 'N', 'N'],
		'Black or African American': ['Y', 'N', 'N', 'N'],
		'Pacific Islander': ['N', 'N', 'N', 'N'],
		White: ['N', 'Y', 'Y', 'N'],
	};

	it('is made of five flags', async () => {
		const plan = await planned(
			columnsCsv({ Student_id: ['1', '2', '3', '4'], ...flags, Hispanic: ['Y', 'N'] }),
		);
		assert.deepEqual(settled(plan).slice(1), [
			`Race <- ${Object.keys(flags).join(' + ')} (flags)`,
			'Hispanic_Latino <- Hispanic (name)',
		]);
		assert.deepEqual(plan.mapping.flags, {
			Race: {
				'American Indian': 'I',
				Asian: 'A',
				'Black or African American': 'B',
				'Pacific Islander': 'P',
				White: 'W',
			},
		});
		assert.equal(Object.hasOwn(plan.mapping.columns ?? {}, 'Race'), false);
		assert.deepEqual(open(plan), []);
		assert.deepEqual(
			target(plan, 'Race').options.map(({ code }) => code),
			['Yes', 'No'],
		);
	});

	it('asks about a header that may be a column, and drops none in silence', async () => {
		const header = ['Student ID', 'Last', 'First', 'Race Codes', 'Food Service Status'];
		const plan = await planned(
			csv(header, ['1', 'Ash', 'Bo', 'W', 'Free'], ['2', 'Fir', 'Al', 'W;B', 'Paid']),
		);
		assert.deepEqual([...open(plan)].sort(), ['First_name', 'Frl_status', 'Last_name', 'Race']);
	});

	it('asks where a second column has other races', async () => {
		for (const header of ['Secondary Race', 'Other Race', 'AdditionalRaces']) {
			const rows = [
				['1', 'W', 'A'],
				['2', 'B', ''],
			];
			const plan = await planned(csv(['Student ID', 'Race', header], ...rows));
			assert.deepEqual(open(plan), ['Race'], header);
			assert.deepEqual(
				target(plan, 'Race').candidates.map(({ name }) => name),
				['Race', header],
			);
		}
		const same = await planned(csv(['Student ID', 'Race', 'Other Race'], ['1', 'W', 'W'], ['2', 'B', 'B']));
		assert.deepEqual(open(same), []);
	});

	it('names the codes of a column by their labels', async () => {
		const plan = await planned(csv(['Student ID', 'Race'], ['1', 'W']));
		assert.deepEqual(target(plan, 'Race').options[5], { code: 'W', text: 'White' });
	});

	it('is understood in all spellings of yes and no, and asks for others', async () => {
		const spelled = {
			'Race: American Indian': ['1', '0', '0', '0'],
			'Race: Asian': ['TRUE', 'FALSE', 'FALSE', 'FALSE'],
			'Race: Black': ['Yes', 'No', 'no', 'N/A'],
			'Race: Pacific Islander': ['', '', 'X', ''],
			'Race: White': ['W', '', 'maybe', 'maybe'],
		};
		const plan = await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], ...spelled }));
		assert.deepEqual(open(plan), ['Race: maybe x 2']);
		const decided = await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], ...spelled }), {
			codes: { Race: { maybe: 'No' } },
		});
		assert.deepEqual(open(decided), []);
	});

	it('is asked where there are only some flags, or a race has two', async () => {
		const { Asian, White } = flags;
		assert.deepEqual(await left({ Asian, White }), ['Race']);
		assert.deepEqual(await candidates('Race', { Asian, White }), ['Asian', 'White']);
		assert.deepEqual(await left({ ...flags, Caucasian: ['Y', 'Y', 'N', 'N'] }), ['Race']);
	});

	it('is not made of flags where there is a column of codes', async () => {
		assert.deepEqual(await found({ ...flags, Race: ['B', 'M', 'W', 'I'] }), ['Race <- Race (name)']);
	});

	it('is joined from numbered columns of codes', async () => {
		const plan = await planned(
			csv(['Student_id', 'Race2Code', 'Race1Code'], ['1', 'B', 'W'], ['2', '', 'A'], ['3', '', 'Zed']),
		);
		assert.deepEqual(settled(plan).slice(1), ['Race <- Race1Code + Race2Code (codes)']);
		assert.deepEqual(open(plan), ['Race: Zed x 1']);
		assert.deepEqual(plan.mapping.columns?.Race, ['Race1Code', 'Race2Code']);
	});

	for (const names of [
		['Race 1', 'Race 2'],
		['Race1', 'Race2', 'Race3'],
		['Race', 'Race 2'],
		['Student Race Code 1', 'Student Race Code 2'],
	]) {
		it(`is joined from ${names.join(' and ')}`, async () => {
			const plan = await planned(csv(['Student_id', ...names], ['1', 'W', 'A'], ['2', 'W', '']));
			assert.deepEqual(settled(plan).slice(1), [`Race <- ${names.join(' + ')} (codes)`]);
			assert.deepEqual(open(plan), []);
		});
	}

	it('is not joined where a column of the whole is among numbered ones', async () => {
		const header = ['Student_id', 'Race', 'Race1', 'Race2'];
		const plan = await planned(csv(header, ['1', 'M', 'W', 'A'], ['2', 'W', 'W', '']));
		assert.deepEqual(settled(plan).slice(1), ['Race <- Race (name)']);
	});

	it('is read from lists in one column, with Hispanic among them', async () => {
		const plan = await planned(
			csv(
				['Student_id', 'Race'],
				['1', 'W,B'],
				['2', 'White; Asian'],
				['3', 'H; W'],
				['5', 'H'],
				['4', 'WH'],
			),
		);
		assert.deepEqual(settled(plan).slice(1), ['Race <- Race (codes)', 'Hispanic_Latino <- Race (codes)']);
		assert.deepEqual(
			open(plan).filter((item) => item.startsWith('Race')),
			['Race: WH x 1'],
		);
		const wh = target(plan, 'Race').values.find(({ value }) => value === 'WH');
		assert.deepEqual(wh?.candidates, ['M', 'W']);
	});
});

describe('a whole name in one column', () => {
	it('feeds last and first name where it is "Last, First"', async () => {
		const columns = { 'Student Name': ['Ash, Bo', 'Lee, Al', 'De la Cruz, Jo Ann', 'Yu, Ed'] };
		assert.deepEqual(await found(columns), [
			'Last_name <- Student Name (values)',
			'First_name <- Student Name (values)',
		]);
		assert.deepEqual(await left(columns), []);
	});

	it('does not where it has no comma, is a guardian, or the names have their own columns', async () => {
		assert.deepEqual(await found({ 'Student Name': ['Bo Ash', 'Al Lee'] }), []);
		assert.deepEqual(await found({ 'Guardian Name': ['Ash, Bo', 'Lee, Al'] }), []);
		const columns = { 'Student Name': ['Ash, Bo'], Last_name: ['Ash'], First_name: ['Bo'] };
		assert.deepEqual(await found(columns), [
			'Last_name <- Last_name (name)',
			'First_name <- First_name (name)',
		]);
	});
});
