import assert from 'node:assert/strict';
import { findElement, students } from '../../server/src/spec';
import { importCode, raceList } from '../../server/src/spec/exportValues';

function codeOf(column: string, value: string): string | undefined {
	const set = findElement(students, column)?.optionSet;
	assert.ok(set, column);
	return importCode(set, value);
}

describe('the code of a value in an export', () => {
	// biome-ignore format: one column, one line
	const certain: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		Gender: { 'Male [M]': 'M', 'F - Female': 'F', '1: Male': 'M', '(2) Female': 'F', 'uri://ed-fi.org/SexDescriptor#Female': 'F', 'uri://ed-fi.org/SexDescriptor#Non-binary': 'X', 'uri://ed-fi.org/SexDescriptor#Not Selected': '' },
		Race: { '6: White': 'W', 'W - White': 'W', '01-White': 'W', 'White (5)': 'W', 'PI: Pacific Islander': 'P', '[7] Two or more races': 'M', 'NA - Native American': 'I', 'T=Two or more races': 'M', 'Native Hawaiian or Other Pacific Islander': 'P', 'White (not Hispanic)': 'W', 'American Indian or Alaskan Native': 'I', 'More than one race': 'M' },
		Frl_status: { 'R: Reduced': 'R', 'E - Reduced': 'R', 'FL: Free': 'F', '4 - Paid': 'N' },
		Home_language: { '01 - Spanish': 'Spanish', 'Spanish (spa)': 'Spanish', 'VI: Vietnamese': 'Vietnamese' },
		Ell_status: { '1: Yes': 'Y', '2: No': 'N', LY: 'Y', LF: 'N', 'uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited': 'Y', 'uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited': 'N', 'Non-ELL': 'N' },
		'ext.primary_disability_type': { '07 - Specific Learning Disability': 'SLD', 'AU: Autism': 'AUT', 'OH - Orthopedic impairment': 'OI' },
	};
	for (const [column, values] of Object.entries(certain)) {
		it(`is certain in ${column}`, () => {
			for (const [value, code] of Object.entries(values)) {
				assert.equal(codeOf(column, value), code, value);
			}
		});
	}

	it('is asked where code and label differ, or one of them says something else', () => {
		// biome-ignore format: one column, one line
		const asked: Readonly<Record<string, readonly string[]>> = {
			Gender: ['M: Female', '1', '2', 'Male - X'],
			Race: ['B: White', 'H: Hispanic', 'White - Asian', 'WH', '6', '1: Hispanic', 'H - White', 'White: Hispanic', 'Ex: White', 'no - White', 'Asian - Hmong', '7: Other', 'uri://tea.texas.gov/RaceDescriptor#05'],
			Frl_status: ['F: Paid', '01 Free', 'Y', 'T', 'E', 'Ex - Free', 'Free (temp)'],
			Home_language: ['Spanish (Mam)', 'Chinese (yue)', 'English - Spanish', '01', 'Danish: 9'],
			Ell_status: ['Exit - Yes', 'L - LEP', 'Y: No', 'RFEP', 'R: RFEP', '2'],
			'ext.migrant_status': ['uri://x.org/MigrantDescriptor#1'],
			'ext.primary_disability_type': ['OH', 'HH', 'EM', 'SP', 'PI', 'AUT: Deafness', '10'],
		};
		for (const [column, values] of Object.entries(asked))
			for (const value of values) assert.equal(codeOf(column, value), undefined, `${value} in ${column}`);
	});

	it('is found at once in a long value', () => {
		const start = performance.now();
		assert.equal(codeOf('Race', `${'a '.repeat(100_000)}: White`), undefined);
		assert.ok(performance.now() - start < 500);
	});
});

describe('the meanings that the facts list', () => {
	// biome-ignore format: one code, one line
	const certain: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
		'ext.primary_disability_type': { AUT: ['AU', 'ASD'], SLD: ['LD'], SLI: ['SI', 'S/LI', 'LI', 'LSI'], HI: ['DHH', 'D/HH'], VI: ['BLV', 'B/VI', 'VH'], DB: ['DSI', 'D/B'], EMN: ['EBD', 'E/BD'], ID: ['InD'], OHI: ['OHD'] },
		Race: { B: ['Black/African American'], I: ['American Indian/Alaskan Native'], P: ['Pacific Islander/Native Hawaiian'] },
		Hispanic_Latino: { N: ['Not Hispanic or Latino'], Y: ['Hispanic or Latino'] },
		Ell_status: { Y: ['LEP', 'LY', 'ELL', 'EL'], N: ['EO', 'IFEP', 'LF'] },
		Frl_status: { N: ['Full Pay'], F: ['Free-DC'], R: ['Reduced-DC'] },
		Gender: { '': ['NS', 'UN', 'Not Set', '#N/A', '\\N', '[NULL]', '-'] },
	};
	for (const [column, codes] of Object.entries(certain)) {
		it(`hold in ${column}`, () => {
			for (const [code, values] of Object.entries(codes))
				for (const value of values) assert.equal(codeOf(column, value), code, value);
		});
	}

	it('leave to a person what could be two things', () => {
		for (const value of ['OH', 'HH', 'EM', 'SP', 'PI'])
			assert.equal(codeOf('ext.primary_disability_type', value), undefined);
		assert.equal(codeOf('Ell_status', 'RFEP'), undefined);
		for (const value of ['Asian/Pacific Islander', 'NA']) assert.equal(codeOf('Race', value), undefined);
		for (const value of ['T', 'E']) assert.equal(codeOf('Frl_status', value), undefined);
	});
});

describe('a list of races', () => {
	it('is one race, or multiracial, and Hispanic besides', () => {
		assert.deepEqual(raceList('W,B'), { race: 'M', hispanic: false });
		assert.deepEqual(raceList('White; Asian'), { race: 'M', hispanic: false });
		assert.deepEqual(raceList('White/Black'), { race: 'M', hispanic: false });
		assert.deepEqual(raceList('W, W'), { race: 'W', hispanic: false });
		assert.deepEqual(raceList('White|Hispanic'), { race: 'W', hispanic: true });
		assert.deepEqual(raceList('White, not Hispanic or Latino'), { race: 'W', hispanic: false });
		assert.deepEqual(raceList('H;Hispanic or Latino'), { race: undefined, hispanic: true });
	});

	it('is nothing where a part is not certain, or there is no list', () => {
		for (const value of [
			'W',
			'WH',
			'White',
			'Hispanic',
			'W,1',
			'W,Other',
			'Asian/Pacific Islander',
			'A/P',
			'Pacific Islander/Asian',
			'Black/African American',
			'Hawaiian,White',
			'',
			',',
			'W,N/A',
		])
			assert.equal(raceList(value), undefined, value);
	});
});
