import assert from 'node:assert/strict';
import {
	categories,
	cedsDefinition,
	cedsUrl,
	codedElements,
	type Element,
	findElement,
	normalizeColumn,
	type OptionSet,
	referencedTable,
	siblingTable,
	students,
	studentsExt,
	studentTables,
	tableByFileName,
	tableByLanguageId,
	tableOfHeader,
	tables,
} from '../../server/src/spec';

const yn = ['Y', 'N'];
const yesNo = ['Yes', 'No'];

/** Column, file, codes in order, CEDS id, role: written out by hand, so that the declarations cannot drift. */
const demographics: readonly (readonly [string, string, readonly string[], string?, string?])[] = [
	['Gender', 'students.csv', ['M', 'F', 'X'], '000255', 'context'],
	['Race', 'students.csv', ['A', 'B', 'I', 'M', 'P', 'W'], '001943', 'context'],
	['Hispanic_Latino', 'students.csv', yn, '000144', 'context'],
	[
		'Home_language',
		'students.csv',
		// biome-ignore format: as in the article
		[
			'English', 'Albanian', 'Amharic', 'Arabic', 'Bengali', 'Bosnian', 'Burmese', 'Cantonese', 'Chinese', 'Dutch',
			'Farsi', 'French', 'German', 'Hebrew', 'Hindi', 'Hmong', 'Ilocano', 'Japanese', 'Javanese', 'Karen', 'Khmer',
			'Korean', 'Laotian', 'Latvian', 'Malay', 'Mandarin', 'Nepali', 'Oromo', 'Polish', 'Portuguese', 'Punjabi',
			'Romanian', 'Russian', 'Samoan', 'Serbian', 'Somali', 'Spanish', 'Swahili', 'Tagalog', 'Tamil', 'Telugu',
			'Thai', 'Tigrinya', 'Turkish', 'Ukrainian', 'Urdu', 'Vietnamese',
		],
		'000317',
		'context',
	],
	['Ell_status', 'students.csv', yn, '000180', 'context'],
	['Frl_status', 'students.csv', ['F', 'R', 'N'], '000092', 'context'],
	['IEP_status', 'students.csv', yn],
	['ext.idea_indicator', 'students_ext.csv', yesNo, '000151', 'code set'],
	['ext.disability_status', 'students_ext.csv', yesNo, '000577', 'code set'],
	[
		'ext.primary_disability_type',
		'students_ext.csv',
		['AUT', 'DB', 'DD', 'EMN', 'HI', 'ID', 'MD', 'OI', 'OHI', 'SLD', 'SLI', 'TBI', 'VI'],
		'000218',
		'code set',
	],
	['ext.section_504_status', 'students_ext.csv', yesNo, '000249', 'code set'],
	['ext.economic_disadvantage_status', 'students_ext.csv', yesNo, '000086', 'code set'],
	['ext.migrant_status', 'students_ext.csv', yesNo, '000189', 'code set'],
	['ext.title_i', 'students_ext.csv', yesNo, '000281', 'context'],
];

const isDemographic = (element: Element) => element.kind === 'demographic';
const columnsOf = (elements: readonly Element[]) => elements.map(({ column }) => column);
const optionSets = [
	...new Set(tables.flatMap(({ elements }) => elements.flatMap(({ optionSet }) => optionSet ?? []))),
];

describe('spec', () => {
	describe('the fourteen demographic columns', () => {
		it('are these, in this order', () => {
			const names = demographics.map(([column]) => column);
			assert.deepEqual(columnsOf(students.elements.filter(isDemographic)), names);
			assert.deepEqual(columnsOf(studentsExt.elements.filter(isDemographic)), names.slice(7));
		});

		for (const [column, file, codes, globalId, role] of demographics) {
			it(`${column} accepts ${codes.length} codes`, () => {
				const table = tableByFileName(file);
				assert.ok(table);
				const element = findElement(table, column);
				assert.equal(element?.column, column);
				assert.deepEqual(
					element?.optionSet?.options.map(({ code }) => code),
					codes,
				);
				assert.equal(element?.ceds?.globalId, globalId);
				assert.equal(element?.ceds?.role, role);
				assert.equal(element?.optionSet?.ceds, role === 'code set');
				assert.equal(findElement(students, column), element, 'students.csv may carry it too');
			});
		}

		it('have the definition of CEDS in quotes only where it is word for word', () => {
			// Read in CEDS Elements V14. The definitions of 000180, 000151 and 000189 are too long for a hover.
			const quoted = new Map([
				[
					'000577',
					"An indication of whether a person is classified as disabled under the American's with Disability Act (ADA).",
				],
				['000218', "The major or overriding disability condition that best describes a person's impairment."],
				[
					'000086',
					'An indication that the student met the State criteria for classification as having an economic disadvantage.',
				],
				[
					'000281',
					'An indication that the student is participating in and served by programs under Title I, Part A of ESEA as amended.',
				],
				[
					'000255',
					'The concept describing the biological traits that distinguish the males and females of a species.',
				],
				['000317', 'The code for the specific language or dialect that a person uses to communicate.'],
			]);
			for (const { ceds } of categories) {
				if (!ceds) continue;
				const shown = cedsDefinition(ceds);
				const text = quoted.get(ceds.globalId);
				if (text) assert.equal(shown, `“${text}”`);
				const isShort = ['000180', '000151', '000189', '001943'].includes(ceds.globalId);
				assert.match(shown, isShort ? /^In short: [^“”"]+\.$/ : /^“[^“”"]+\.”$/, ceds.globalId);
			}
		});

		it('are sensitive if Clever says so', () => {
			const sensitive = tables.flatMap(({ elements }) => elements.filter((element) => element.sensitive));
			assert.deepEqual(columnsOf(sensitive), ['Ell_status', 'Frl_status', 'IEP_status']);
			const noted = categories.filter(({ sharingNote }) => sharingNote);
			assert.deepEqual(columnsOf(noted), ['Home_language'], 'by one page only');
		});
	});

	describe('option sets', () => {
		/** Every text that a value is compared with, and the option it leads to. */
		function spellings({ options }: OptionSet): [string, string][] {
			return options.flatMap(({ code, label, meantBy = [], iso639 = [] }) =>
				[code, label, ...meantBy, ...iso639].map((text): [string, string] => [text.toLowerCase(), code]),
			);
		}

		it('have different ids in lower case', () => {
			assert.equal(optionSets.length, 10);
			assert.equal(new Set(optionSets.map(({ id }) => id)).size, 10);
			for (const { id } of optionSets) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
		});

		for (const set of optionSets) {
			it(`${set.id}: no spelling leads to two codes`, () => {
				const codeBySpelling = new Map<string, string>();
				for (const [text, code] of spellings(set)) {
					assert.equal(codeBySpelling.get(text) ?? code, code, `"${text}"`);
					codeBySpelling.set(text, code);
				}
			});

			it(`${set.id}: an ambiguous value means no code, and the codes it offers exist`, () => {
				const known = new Set(spellings(set).map(([text]) => text));
				const codes = set.options.map(({ code }) => code);
				const ambiguous = (set.ambiguous ?? []).flatMap(({ values }) => values.map((v) => v.toLowerCase()));
				assert.equal(new Set(ambiguous).size, ambiguous.length);
				for (const value of ambiguous) assert.ok(!known.has(value), `"${value}"`);
				for (const { codes: offered, belongsIn } of set.ambiguous ?? []) {
					for (const code of offered) assert.ok(code === '' || codes.includes(code), code);
					if (!belongsIn) continue;
					const target = findElement(students, belongsIn.column)?.optionSet;
					assert.ok(target?.options.some(({ code }) => code === belongsIn.code));
				}
			});

			it(`${set.id}: names its source`, () => {
				assert.ok(set.source.document);
				assert.match(set.source.asOf, /^\d{4}-\d{2}$/);
				assert.equal(set.source.cedsVersion, set.ceds ? 'V14' : undefined);
			});
		}

		for (const [column, value, code] of [
			['Gender', 'Female', 'F'],
			['Race', 'Caucasian', 'W'],
			['Race', 'C', 'W'],
			['Race', 'Two or More Races', 'M'],
			['Race', 'American Indian', 'I'],
			['Race', 'Hawaiian or Other Pacific Islander', 'P'],
			['Hispanic_Latino', 'TRUE', 'Y'],
			['Home_language', 'spa', 'Spanish'],
			['Home_language', 'es', 'Spanish'],
			['Home_language', 'ger', 'German'],
			['Home_language', 'deu', 'German'],
			['Home_language', 'Lao', 'Laotian'],
			['Home_language', 'Iloko', 'Ilocano'],
			['Home_language', 'Chinese (Mandarin)', 'Mandarin'],
			['Frl_status', 'FDC', 'F'],
			['Frl_status', 'Paid', 'N'],
			['ext.migrant_status', 'N', 'No'],
			['ext.title_i', '1', 'Yes'],
			['ext.primary_disability_type', 'MR', 'ID'],
			['ext.primary_disability_type', 'Emotionaldisturbance', 'EMN'],
		] as const) {
			it(`${column}: ${value} means ${code}`, () => {
				const set = findElement(students, column)?.optionSet;
				assert.ok(set);
				assert.equal(new Map(spellings(set)).get(value.toLowerCase()), code);
			});
		}

		for (const [column, value, codes] of [
			['Race', 'H', []],
			['Frl_status', 'Yes', ['F', 'R']],
			['Frl_status', 'T', ['F', 'R', 'N']],
			['Frl_status', 'E', ['N', 'R']],
			['Race', 'Asian/Pacific Islander', ['A', 'P']],
			['Race', 'NA', ['I', '']],
			['Ell_status', 'RFEP', ['N', 'Y']],
			['Frl_status', 'false', ['N']],
			['ext.primary_disability_type', 'Deafness', ['HI', 'DB']],
		] as const) {
			it(`${column}: ${value} is ambiguous`, () => {
				const found = findElement(students, column)?.optionSet?.ambiguous?.find(({ values }) =>
					values.includes(value),
				);
				assert.deepEqual(found?.codes, codes);
			});
		}

		it('give most languages their two-letter code', () => {
			const options = findElement(students, 'Home_language')?.optionSet?.options ?? [];
			const without = options.filter(({ iso639 }) => !iso639?.some((code) => code.length === 2));
			assert.deepEqual(
				without.map(({ code }) => code),
				['Cantonese', 'Hmong', 'Ilocano', 'Karen', 'Mandarin'],
			);
			for (const { iso639 = [] } of options) assert.equal(new Set(iso639).size, iso639.length);
		});
	});

	describe('tables', () => {
		it('know every column of students.csv, in order', () => {
			// biome-ignore format: a list
			assert.deepEqual(columnsOf(students.elements), [
				'School_id', 'Student_id', 'Student_number', 'State_id', 'Last_name', 'Middle_name', 'First_name', 'Grade',
				'Gender', 'Graduation_year', 'DOB', 'Race', 'Hispanic_Latino', 'Home_language', 'Ell_status', 'Frl_status',
				'IEP_status', 'Student_street', 'Student_city', 'Student_state', 'Student_zip', 'Student_email',
				'Contact_relationship', 'Contact_type', 'Contact_name', 'Contact_phone', 'Contact_phone_type',
				'Contact_email', 'Contact_sis_id', 'Username', 'Password', 'Unweighted_gpa', 'Weighted_gpa',
				'Section_504_status', 'Gifted_status', 'Disability_status', 'Disability_type', 'Disability_code',
				'Home_language_code', 'ext.idea_indicator', 'ext.disability_status', 'ext.primary_disability_type',
				'ext.section_504_status', 'ext.economic_disadvantage_status', 'ext.migrant_status', 'ext.title_i',
			]);
		});

		it('have the key, the required and the expected columns among their elements', () => {
			for (const table of tables) {
				assert.equal(findElement(table, table.primaryKey)?.kind, 'key');
				for (const column of [...table.required, ...table.expected]) {
					assert.equal(findElement(table, column)?.column, column);
				}
			}
			assert.deepEqual(students.required, ['School_id', 'Last_name', 'First_name']);
			assert.deepEqual(students.expected, []);
			assert.deepEqual(studentsExt.required, []);
			assert.deepEqual(
				studentsExt.expected,
				demographics.slice(7).map(([column]) => column),
			);
			assert.deepEqual([students.prefix, studentsExt.prefix], [undefined, 'ext.']);
			assert.deepEqual([students.repeatsKey, studentsExt.repeatsKey], [true, false]);
		});

		it('have an option set for each demographic column and no other', () => {
			for (const element of students.elements) assert.equal(isDemographic(element), !!element.optionSet);
		});

		it('know what is secret, what is an ID and what is a contact', () => {
			const of = (kind: string) => columnsOf(students.elements.filter((element) => element.kind === kind));
			assert.deepEqual(of('secret'), ['Password']);
			assert.deepEqual(of('id'), ['School_id', 'Student_number', 'State_id', 'Contact_sis_id']);
			assert.deepEqual(of('contact'), ['Student_email', 'Contact_phone', 'Contact_email', 'Username']);
		});

		it('name the extension columns that Clever has too', () => {
			const twins = students.elements.filter(({ twin }) => twin);
			assert.deepEqual(
				twins.map(({ column, twin }) => [column, twin]),
				[
					['Section_504_status', 'ext.section_504_status'],
					['Disability_status', 'ext.disability_status'],
					['Disability_type', 'ext.primary_disability_type'],
					['Disability_code', 'ext.primary_disability_type'],
				],
			);
			for (const { twin } of twins) assert.ok(findElement(studentsExt, twin!));
		});
	});

	describe('the files on students', () => {
		it('are a roster and an extension file, each the sibling of the other', () => {
			assert.deepEqual(studentTables, [students, studentsExt]);
			assert.deepEqual([students.role, studentsExt.role], ['roster', 'extension']);
			assert.equal(siblingTable(students), studentsExt);
			assert.equal(siblingTable(studentsExt), students);
			assert.equal(siblingTable(undefined), undefined);
		});

		it('are joined by the key of the extension file', () => {
			assert.equal(referencedTable(studentsExt), students);
			assert.equal(referencedTable(students), undefined);
			assert.equal(referencedTable(undefined), undefined);
		});

		it('know the other IDs of a student, the likeliest first', () => {
			assert.deepEqual(students.otherIds, ['Student_number', 'State_id']);
			assert.deepEqual(studentsExt.otherIds, []);
		});

		it('have the fourteen categories of the coverage report', () => {
			assert.deepEqual(
				columnsOf(categories),
				demographics.map(([column]) => column),
			);
			assert.deepEqual(codedElements, categories);
		});
	});

	describe('lookups', () => {
		it('find a table by file name, in any folder and any case', () => {
			assert.equal(tableByFileName('students.csv'), students);
			assert.equal(tableByFileName('/data/Students.CSV'), students);
			assert.equal(tableByFileName('C:\\data\\STUDENTS_EXT.csv'), studentsExt);
			assert.equal(tableByFileName('my_students.csv'), undefined);
			assert.equal(tableByFileName('students.csv/'), undefined);
		});

		it('find a table by language id', () => {
			assert.equal(tableByLanguageId('clever-students'), students);
			assert.equal(tableByLanguageId('clever-students-ext'), studentsExt);
			assert.equal(tableByLanguageId('csv'), undefined);
		});

		it('find a table by its header', () => {
			assert.equal(tableOfHeader(['ext.title_i', ' SIS id']), studentsExt);
			assert.equal(tableOfHeader(['SisID', 'Student_id']), studentsExt);
			assert.equal(tableOfHeader(['Student_id', 'Contact_sis_id', 'ext.title_i']), students);
			assert.equal(tableOfHeader([]), students);
		});

		it('compare headers by their letters and digits, without case', () => {
			for (const header of [
				'Home_language',
				'HOME_LANGUAGE',
				' Home Language ',
				'HomeLanguage',
				'home-language.',
			]) {
				assert.equal(findElement(students, header)?.column, 'Home_language');
			}
			assert.equal(findElement(students, 'EXT.Title_I')?.column, 'ext.title_i');
			assert.equal(findElement(students, 'ext.TitleI')?.column, 'ext.title_i');
			assert.equal(findElement(students, 'GraduationYear')?.column, 'Graduation_year');
			for (const header of ['Gender', 'ext_title_i', 'ext title_i', 'titlei', '', '--', 'ext.']) {
				assert.equal(findElement(studentsExt, header), undefined, header);
			}
			assert.equal(findElement(students, 'constructor'), undefined);
		});

		it('keep headers apart that no table has, except for case and spaces', () => {
			assert.equal(normalizeColumn('\uFEFF Bus  Route '), 'bus_route');
			assert.notEqual(normalizeColumn('ext.a1'), normalizeColumn('ext.a_1'));
		});

		it('know the columns with the names of students, in one file', () => {
			for (const table of tables) {
				for (const column of Object.values(table.person ?? {})) {
					assert.equal(findElement(table, column)?.column, column);
				}
			}
			assert.equal(tables.filter(({ person }) => person).length, 1);
		});

		it('know the web page of a CEDS element', () => {
			assert.equal(cedsUrl('000151'), 'https://ceds.ed.gov/element/000151');
		});
	});
});
