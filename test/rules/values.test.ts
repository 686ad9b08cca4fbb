import assert from 'node:assert/strict';
import { findElement, type Table } from '../../server/src/spec';
import { check, checkerOf, type Found, foundBy } from '../support/checking';
import { pets } from '../support/pets';
import { codedColumns } from './codes';
import { fileOf, tablesOf } from './columnFiles';

const NBSP = '\u00A0';
const NULL_WORDS = [
	'null',
	'NULL',
	'Null',
	'N/A',
	'n/a',
	'NA',
	'na',
	'None',
	'none',
	'Unknown',
	'UNKNOWN',
	'unknown',
	'NS',
	'UN',
	'Not Set',
	'#N/A',
	'\\N',
	'[NULL]',
	'-',
	'--',
	'–',
	'(null)',
	'Not Selected',
];
/** Words that mean something else in Race: Native American, and a value that Clever knows. */
const NO_NULL_WORDS_OF_RACE = ['na', 'unknown'];

/** The result for each field of a column: '' for no finding, else `rule severity` and `→ value` of the preferred fix. */
function verdicts(
	table: string,
	column: string,
	fields: readonly string[],
	settings: unknown = {},
): string[] {
	const checker = checkerOf(table, fileOf(table, column, fields), settings);
	checker.run();
	const results = fields.map(() => '');
	for (const { record, rule, severity, fixes } of foundBy(checker)) {
		if (record === 0) continue;
		const preferred = fixes.filter((fix) => fix.preferred);
		assert.ok(preferred.length < 2, 'at most one preferred fix');
		if (preferred.length > 0) assert.equal(fixes[0], preferred[0], 'the preferred fix is the first');
		assert.ok(fixes.filter(({ value }) => value !== '').length <= 3);
		assert.equal(results[record - 1], '', `one finding on ${fields[record - 1]}`);
		results[record - 1] = [`${rule} ${severity}`, ...preferred.map(({ value }) => `→ ${value}`)].join(' ');
	}
	return results;
}

function assertVerdicts(column: string, expected: ReadonlyMap<string, string>, settings: unknown = {}): void {
	const fields = [...expected.keys()];
	for (const table of tablesOf(column)) {
		const results = verdicts(table, column, fields, settings);
		assert.deepEqual(
			Object.fromEntries(fields.map((field, index) => [field, results[index]])),
			Object.fromEntries(expected),
			table,
		);
	}
}

function titleCase(text: string): string {
	return text.toLowerCase().replace(/(^|[^a-z])[a-z]/g, (start) => start.toUpperCase());
}

/** Other ways to write a value, as people and programs do; each is the raw text of a field. */
function variants(text: string): string[] {
	const cases = [text, text.toLowerCase(), text.toUpperCase(), titleCase(text)];
	const around = [
		` ${text}`,
		`${text} `,
		`${NBSP}${text}`,
		`${text}${NBSP}`,
		`\t${text}\t`,
		`\u201C${text}\u201D`,
		`\u2018${text}\u2019`,
		`"""${text}"""`,
		`" ${text} "`,
		`"${NBSP}""${text.toLowerCase()}"""`,
	];
	return [...new Set([...cases, ...around])];
}

/** The verdict on a field with a no-break space, which is judged before the code that it stands by. */
function hidden(raw: string, code: string): string | undefined {
	return raw.includes(NBSP) ? `field/hidden-character warning → ${code}` : undefined;
}

describe('the values of', () => {
	for (const { column, codes } of codedColumns) {
		const isCeds = column === 'ext.primary_disability_type';

		it(`${column}: a code is correct, quoted or not, and so is an empty field`, () => {
			assertVerdicts(
				column,
				new Map([...codes.flatMap(([code]) => [code, `"${code}"`]), '', '""'].map((raw) => [raw, ''])),
			);
		});

		it(`${column}: a code in another spelling is a warning with a preferred fix`, () => {
			const expected = new Map<string, string>();
			for (const [code] of codes) {
				for (const raw of variants(code)) {
					if (raw !== code) expected.set(raw, hidden(raw, code) ?? `field/code-spelling warning → ${code}`);
				}
			}
			assertVerdicts(column, expected);
		});

		it(`${column}: another word for a code is an error${isCeds ? ', or a warning for a label,' : ''} with a preferred fix`, () => {
			const spelled = new Set(codes.map(([code]) => code.toLowerCase()));
			const expected = new Map<string, string>();
			for (const [code, label, ...others] of codes) {
				for (const alias of [label, ...others]) {
					if (spelled.has(alias.toLowerCase())) continue;
					const rule = isCeds && alias === label ? 'field/code-label warning' : 'field/unknown-code error';
					for (const raw of variants(alias)) expected.set(raw, hidden(raw, code) ?? `${rule} → ${code}`);
				}
			}
			assertVerdicts(column, expected);
		});

		it(`${column}: a word for an empty field is a warning with a preferred fix`, () => {
			const words = NULL_WORDS.filter(
				(word) => column !== 'Race' || !NO_NULL_WORDS_OF_RACE.includes(word.toLowerCase()),
			);
			const raw = [
				...words,
				...words.map((word) => ` ${word} `),
				'\u201Cnull\u201D',
				'"""N/A"""',
				' ',
				'" "',
			];
			assertVerdicts(column, new Map(raw.map((word) => [word, 'field/null-word warning → '])));
			assertVerdicts(column, new Map([[`" ${NBSP}"`, 'field/hidden-character warning → ']]));
		});

		it(`${column}: any other value is an error without a preferred fix`, () => {
			const raw = ['Zzz', '?', '42', '=A1', '"a,b"', '"line\nbreak"', 'ünknöwn', 'undefined', 'constructor'];
			assertVerdicts(column, new Map(raw.map((word) => [word, 'field/unknown-code error'])));
		});
	}
});

function one(table: Table | string, text: string): Found {
	const [found, ...more] = check(table, text).filter(({ severity }) => severity === 'error');
	assert.ok(found);
	assert.deepEqual(more, []);
	return found;
}

/** The one error on a value of a column, of the product or of pets.csv. */
const oneOf = (column: string, value: string) => {
	if (findElement(pets, column)) return one(pets, `Pet_id,${column}\n1,${value}\n`);
	const [table] = tablesOf(column);
	return one(table as string, fileOf(table as string, column, [value]));
};

describe('a value with more than one meaning', () => {
	for (const [column, values, codes] of [
		['ext.primary_disability_type', ['Deafness', 'deafness', ' DEAFNESS '], ['DB', 'HI']],
		['ext.primary_disability_type', ['OH', 'PI', 'Physical Disability'], ['OHI', 'OI']],
		['ext.primary_disability_type', ['HH'], ['HI']],
		['ext.primary_disability_type', ['EM'], ['EMN', 'ID']],
		['ext.primary_disability_type', ['SP'], ['SLD', 'SLI']],
		['Ell_status', ['RFEP', 'rfep'], ['N', 'Y']],
		['Frl_status', ['Y', 'y', 'Yes', 'YES', 'true'], ['F', 'R']],
		['Frl_status', ['T'], ['F', 'N', 'R']],
		['Frl_status', ['E'], ['N', 'R']],
		['Frl_status', ['No', 'false'], ['N']],
		['Race', ['H', 'h', 'Hispanic', 'Latino', 'Hispanic or Latino', 'HispanicOrLatino'], []],
		['Race', ['Not Hispanic or Latino', 'Non-Hispanic'], []],
		['Race', ['Asian/Pacific Islander', 'asian / pacific islander', 'Asian or Pacific Islander'], ['A', 'P']],
		['Race', ['NA', 'na', ' NA '], ['', 'I']],
		['Gender', ['Other'], ['X']],
	] as const) {
		it(`${column}: ${values.join(', ')} offers ${codes.join(' and ') || 'no code'}, and prefers none`, () => {
			for (const value of values) {
				const { rule, fixes } = oneOf(column, value);
				assert.equal(rule, 'field/unknown-code');
				assert.deepEqual(fixes.map((fix) => fix.value).sort(), [...codes]);
				assert.ok(fixes.every(({ preferred }) => !preferred));
			}
		});
	}

	/** The finding on the race, in the column before Hispanic_Latino. */
	const race = (row: string): Found => {
		const text = `Student_id,School_id,Last_name,First_name,Race,Hispanic_Latino\n1,5,Reyes,Ana,${row}\n`;
		const found = check('students.csv', text).find(({ column, record }) => column === 4 && record === 1);
		assert.ok(found);
		return found;
	};

	it('Race: Hispanic has a fix that moves it to Hispanic_Latino if that is empty or Y', () => {
		for (const [row, after] of [
			['H,', ',Y'],
			['H,Y', ',Y'],
			['"H",', '"",Y'],
			['Hispanic,""', ',"Y"'],
			['H,"Y"', ',"Y"'],
			['H,Yes', ',Y'],
			['H,true', ',Y'],
		] as const) {
			const [fix, ...more] = race(row).fixes;
			assert.deepEqual(more, []);
			assert.equal(fix?.title, 'Set Hispanic_Latino to Y and Empty Race');
			assert.equal(fix?.preferred, false);
			assert.match(fix?.apply() ?? '', new RegExp(`\\n1,5,Reyes,Ana,${after}\\n$`), row);
		}
	});

	it('Race: Hispanic has no fix that would overwrite a value', () => {
		for (const [row, after] of [
			['H,N', ',N'],
			['H,No', ',No'],
			['Not Hispanic,Y', ',Y'],
		] as const) {
			const { fixes } = race(row);
			assert.deepEqual(
				fixes.map(({ title, preferred }) => [title, preferred]),
				[['Empty the Field', false]],
			);
			assert.match(fixes[0]?.apply() ?? '', new RegExp(`\\n1,5,Reyes,Ana,${after}\\n$`), row);
		}
		const [fix] = race('Not Hispanic,').fixes;
		assert.equal(fix?.title, 'Set Hispanic_Latino to N and Empty Race');
		assert.deepEqual(oneOf('Race', 'H').fixes, [], 'no such column');
	});
});

describe('the message on a value', () => {
	for (const [column, value, message] of [
		[
			'Kind',
			'7',
			'Kind has no code 7. Numbers mean different things in different systems. Use B, C, D, F, H, R, or leave it empty.',
		],
		['Color', 'Zzz', 'Color has no code "Zzz". Use BLA, BLU, BRO, GRA, ORA, WHI, YEL, or leave it empty.'],
		[
			'Home_language',
			'Qqqqq',
			'Home_language has no code "Qqqqq". Use a value from Amplify\'s list, or leave it empty.',
		],
		['Home_language', 'Spansh', 'Home_language has no code "Spansh". Did you mean Spanish?'],
		['Gender', 'Female', 'Gender has no code "Female". Use F (Female).'],
		['ext.migrant_status', 'Y', 'ext.migrant_status has no code "Y". Use Yes.'],
		['IEP_status', 'Yes', 'IEP_status has no code "Yes". Use Y (Yes).'],
		['Home_language', 'spa', 'Home_language has no code "spa". Use Spanish.'],
		['Size', 'Zzz', 'Size has no code "Zzz". Use S (Small), M (Medium), L (Large), or leave it empty.'],
		[
			'Kind',
			'?',
			'Kind has no code "?". Use B (Bird), C (Cat), D (Dog), F (Fish), H (Hamster), R (Rabbit), or leave it empty.',
		],
		['Frl_status', 'Y', / Use F \(Free\) or R \(Reduced\)\.$/],
		['Race', 'H', 'Race has no code "H". Hispanic is not a race here. Set Hispanic_Latino to Y.'],
	] as const) {
		it(`${column} ${value}`, () => {
			const { message: actual } = oneOf(column, value);
			if (typeof message === 'string') assert.equal(actual, message);
			else assert.match(actual, message);
		});
	}

	it('suggests codes that are spelled like the value, none preferred', () => {
		for (const [column, value, code] of [
			['Home_language', 'Spansh', 'Spanish'],
			['Home_language', 'Vietnamees', 'Vietnamese'],
			['ext.primary_disability_type', 'Autsim', 'AUT'],
			['ext.primary_disability_type', 'Hearing impairmnt', 'HI'],
		] as const) {
			const { fixes } = oneOf(column, value);
			assert.equal(fixes[0]?.value, code, value);
			assert.ok(fixes.every(({ preferred }) => !preferred));
		}
	});

	it('suggests the code that is meant first, or every code of a small set', () => {
		const values = (column: string, value: string) => oneOf(column, value).fixes.map((fix) => fix.value);
		assert.deepEqual(values('Size', 'Big'), ['L']);
		assert.deepEqual(values('Gender', 'Female')[0], 'F');
		assert.deepEqual(values('Size', 'Zzz').sort(), ['', 'L', 'M', 'S']);
		assert.deepEqual(values('Chipped', 'false'), ['No']);
		assert.deepEqual(values('Chipped', 'Zzz'), ['Yes', 'No', '']);
	});

	it('suggests the language of a two-letter code', () => {
		assertVerdicts(
			'Home_language',
			new Map([
				['es', 'field/unknown-code error → Spanish'],
				['ZH', 'field/unknown-code error → Chinese'],
				['vi', 'field/unknown-code error → Vietnamese'],
			]),
		);
	});
});

describe('a value that the district accepts', () => {
	it('is treated like a documented code', () => {
		const settings = { acceptedValues: { 'ext.section_504_status': ['Unknown'], gender: ['Other Gender'] } };
		assertVerdicts(
			'ext.section_504_status',
			new Map([
				['Unknown', ''],
				['unknown', 'field/code-spelling warning → Unknown'],
				[' Unknown', 'field/code-spelling warning → Unknown'],
				['null', 'field/null-word warning → '],
				['Yes', ''],
				['Y', 'field/unknown-code error → Yes'],
			]),
			settings,
		);
		assertVerdicts('ext.migrant_status', new Map([['Unknown', 'field/null-word warning → ']]), settings);
		assertVerdicts(
			'Gender',
			new Map([
				['Other Gender', ''],
				['OTHER GENDER', 'field/code-spelling warning → Other Gender'],
			]),
			settings,
		);
	});

	it('can be null, another word for a code, a label, or a value with more than one meaning', () => {
		const accept = (column: string, ...values: string[]) => ({ acceptedValues: { [column]: values } });
		assertVerdicts(
			'ext.title_i',
			new Map([
				['null', ''],
				['NULL', 'field/code-spelling warning → null'],
				[' ', 'field/null-word warning → '],
			]),
			accept('ext.title_i', 'null'),
		);
		assertVerdicts(
			'ext.title_i',
			new Map([
				['Y', ''],
				['y', 'field/code-spelling warning → Y'],
				['N', 'field/unknown-code error → No'],
			]),
			accept('ext.title_i', 'Y'),
		);
		assertVerdicts(
			'ext.primary_disability_type',
			new Map([
				['Autism', ''],
				['Autistic', 'field/unknown-code error'],
			]),
			accept('ext.primary_disability_type', 'Autism'),
		);
		assertVerdicts(
			'Race',
			new Map([
				['H', ''],
				['Hispanic', 'field/unknown-code error'],
			]),
			accept('Race', 'H'),
		);
	});

	it('can be another spelling of a code', () => {
		const settings = { acceptedValues: { Gender: ['f', 'm ', 'U', 'u'] } };
		assertVerdicts(
			'Gender',
			new Map([
				['f', ''],
				['F', ''],
				['m ', ''],
				['m', 'field/code-spelling warning → M'],
				['U', ''],
				['u', ''],
				[' u', 'field/code-spelling warning → U'],
			]),
			settings,
		);
	});
});
