import assert from 'node:assert/strict';
import fc from 'fast-check';
import { iso6392 } from 'iso-639-2';
import { nearest } from '../../server/src/rules/suggest';
import { check, type Found } from '../support/checking';
import { codedColumns } from './codes';
import { fileOf, tablesOf } from './columnFiles';

/** The findings on values of a column, by value. */
function findingsOn(column: string, values: readonly string[]): ReadonlyMap<string, Found> {
	const [table = ''] = tablesOf(column);
	const raw = values.map((value) => `"${value.replaceAll('"', '""')}"`);
	const found = check(table, fileOf(table, column, raw)).filter(({ record }) => record > 0);
	return new Map(found.map((each) => [values[each.record - 1] as string, each]));
}

/** The codes that a finding offers, without the empty field. */
const offered = (found: Found | undefined): readonly (string | undefined)[] =>
	(found?.fixes ?? []).map(({ value }) => value).filter((value) => value !== '');

const languageCodes = codedColumns.find(({ column }) => column === 'Home_language')?.codes ?? [];

/** ISO 639-2's names, split by hand as the standard writes them: "Panjabi; Punjabi", "Sotho, Southern". */
const isoLanguages = iso6392
	.filter(({ iso6392B }) => !['mis', 'mul', 'und', 'zxx', 'qaa-qtz'].includes(iso6392B))
	.map(({ name, iso6392B, iso6392T, iso6391 }) => ({
		names: name.split('; ').flatMap((part) => {
			const [last, first] = part.split(', ');
			return first && !part.includes('(') ? [part, `${first} ${last}`] : [part];
		}),
		codes: [iso6392B, iso6392T, iso6391].filter((code) => code !== undefined),
	}));

describe('a value that is a real word', () => {
	it('B05a: of a language outside the list is said to be one, and nothing is proposed', () => {
		const found = findingsOn('Home_language', ['Danish', 'Croatian', 'Kurdish', 'Armenian', 'Chuukese']);
		for (const [value, { message, fixes }] of found) {
			assert.deepEqual(offered(found.get(value)), [], value);
			assert.ok(!fixes.some(({ preferred }) => preferred));
			assert.match(message, /Amplify's list/);
			assert.doesNotMatch(message, /Did you mean|Use /);
		}
		assert.equal(found.size, 5);
		assert.equal(
			found.get('Kurdish')?.message,
			'Home_language has no code "Kurdish". Kurdish is a language, but it is not in Amplify\'s list.',
		);
	});

	it('B05a: of an old federal category is asked', () => {
		const found = findingsOn('Race', ['Asian/Pacific Islander']).get('Asian/Pacific Islander');
		assert.deepEqual(offered(found), ['A', 'P']);
		assert.ok(!found?.fixes.some(({ preferred }) => preferred));
	});

	it('N16: and numbers and letters that mean opposite things, are never given a code', () => {
		for (const [column, value, codes] of [
			['Race', '7', []],
			['Race', '1', []],
			['Race', '01', []],
			['Frl_status', '1', ['F', 'R', 'N']],
			['Frl_status', '0', ['F', 'R', 'N']],
			['Frl_status', 'E', ['R', 'N']],
			['Frl_status', 'T', ['F', 'R', 'N']],
			['Home_language', '00', []],
			['ext.primary_disability_type', '10', []],
			['ext.economic_disadvantage_status', '99', ['Yes', 'No']],
		] as const) {
			const found = findingsOn(column, [value]).get(value);
			assert.equal(found?.rule, 'field/unknown-code');
			assert.deepEqual(offered(found), codes, `${column} ${value}`);
			assert.ok(!found?.fixes.some(({ preferred }) => preferred), `${column} ${value}`);
			if (/\d/.test(value)) assert.match(found?.message ?? '', /Numbers mean different things/);
		}
		assert.equal(findingsOn('IEP_status', ['1']).get('1')?.fixes[0]?.value, 'Y', 'but 1 is yes');
	});

	it('and an ISO name of a listed language means it; of another, nothing is suggested', () => {
		const listed = (codes: readonly string[]) =>
			languageCodes.find(([, , ...others]) =>
				others.some((other) => codes.includes(other.toLowerCase())),
			)?.[0];
		const names = isoLanguages.flatMap((language) => language.names);
		const found = findingsOn('Home_language', names);
		for (const { names: own, codes } of isoLanguages) {
			const code = listed(codes);
			for (const name of own) {
				if (name === code) assert.equal(found.get(name), undefined);
				else assert.deepEqual(offered(found.get(name)), code ? [code] : [], name);
			}
		}
	});

	it('and an ISO code of a language outside the list is said to be one', () => {
		const found = findingsOn('Home_language', ['chk', 'ell', 'ht', 'id']);
		for (const [code, language] of [
			['chk', 'Chuukese'],
			['ell', 'Modern Greek'],
			['ht', 'Haitian'],
			['id', 'Indonesian'],
		] as const) {
			assert.match(
				found.get(code)?.message ?? '',
				new RegExp(`ISO 639 code of ${language}, which is not in`),
			);
			assert.deepEqual(offered(found.get(code)), []);
		}
	});

	for (const { column, codes } of codedColumns) {
		it(`of another column is no typing mistake in ${column}`, () => {
			const own = new Set(codes.flat().map((word) => word.toLowerCase()));
			const words = codedColumns
				.flatMap((other) => other.codes.flat())
				.filter((word) => !own.has(word.toLowerCase()));
			const found = findingsOn(column, [...new Set(words)]);
			for (const [word, { message, fixes }] of found) {
				if (fixes.some(({ preferred }) => preferred)) continue;
				// To this question the words have an answer that is likely and not certain.
				if (column === 'Frl_status' && ['No', 'false'].includes(word)) continue;
				assert.doesNotMatch(message, /Did you mean/, word);
			}
		});
	}

	it('is sold as no other word by its spelling', () => {
		for (const [column, values, codes] of [
			['Race', ['blanco', 'blanca', 'Blank'], []],
			['Frl_status', ['Refused'], ['F', 'R', 'N']],
			['ext.primary_disability_type', ['Learning impairment'], []],
			['Ell_status', ['Untrue'], ['Y', 'N']],
			['Home_language', ['Malayam', 'Karenn'], []],
		] as const) {
			for (const [value, found] of findingsOn(column, values)) {
				assert.doesNotMatch(found.message, /Did you mean/, value);
				assert.deepEqual(offered(found), codes, value);
			}
		}
		assert.deepEqual(offered(findingsOn('Frl_status', ['FRPL']).get('FRPL')), ['F', 'R']);
		for (const [value, language] of [
			['Somalian', 'Somali'],
			['Servian', 'Serbian'],
			['Deutsch', 'German'],
			['Spainsh', 'Spanish'],
			['Vietnamse', 'Vietnamese'],
			['Sapnish', 'Spanish'],
			['Germna', 'German'],
		] as const) {
			assert.deepEqual(offered(findingsOn('Home_language', [value]).get(value)), [language], value);
		}
	});

	it('is a language that districts report, beyond ISO 639-2', () => {
		const names = [
			'Aramaic',
			'Sorani',
			'Maay',
			'Maay Maay',
			'Karenni',
			'Kareni',
			'Dong',
			'Mundari',
			'Hindko',
		];
		const found = findingsOn('Home_language', names);
		for (const name of names) {
			assert.match(found.get(name)?.message ?? '', new RegExp(`${name} is a language, but it is not in`));
			assert.deepEqual(offered(found.get(name)), [], name);
		}
	});

	it('is asked about as a people where it is one', () => {
		for (const [value, codes] of [
			['Hawaiian', ['P']],
			['Filipino', ['A', 'P']],
		] as const) {
			const found = findingsOn('Race', [value]).get(value);
			assert.doesNotMatch(found?.message ?? '', /language/);
			assert.deepEqual(offered(found), codes);
			assert.ok(!found?.fixes.some(({ preferred }) => preferred));
		}
	});

	it('is told to be a value of the other column', () => {
		for (const [column, value, message] of [
			['Gender', 'White', 'Gender has no code "White". It is a value of Race. Use M (Male)'],
			[
				'Race',
				'Yes',
				'Race has no code "Yes". It is a value of Hispanic_Latino and other columns. Use A, B, I',
			],
			[
				'Race',
				'Danish',
				'Race has no code "Danish". Danish is a language. Use A, B, I, M, P, W, or leave it empty.',
			],
		] as const) {
			assert.ok(findingsOn(column, [value]).get(value)?.message.startsWith(message), column);
		}
	});
});

describe('a code and a label in one value', () => {
	for (const [column, value, codes, preferred] of [
		['Race', 'W - White', ['W'], true],
		['Race', 'W: White', ['W'], true],
		['Race', 'White (W)', ['W'], true],
		['Frl_status', 'R: Reduced', ['R'], true],
		['ext.primary_disability_type', 'AUT - Autism', ['AUT'], true],
		['Home_language', 'spa - Spanish', ['Spanish'], true],
		['Race', '6: White', ['W'], false],
		['Race', '6 - White', ['W'], false],
		['Race', 'B: White', ['B', 'W'], false],
		['Home_language', 'Chinese (Cantonese)', ['Chinese', 'Cantonese'], false],
		['Race', 'Non - White', [], false],
		['Race', 'H: White', [], false],
		['Race', '6: Purple', [], false],
	] as const) {
		it(`${column}: ${value} offers ${codes.join(' and ') || 'nothing'}${preferred ? ', preferred' : ''}`, () => {
			const found = findingsOn(column, [value]).get(value);
			assert.deepEqual(offered(found), codes);
			assert.equal(found?.fixes[0]?.preferred ?? false, preferred);
		});
	}
});

describe('a typing mistake', () => {
	const words = ['free', 'white', 'spanish', 'grade 12'];
	const suggested = (typed: string, others: readonly string[] = []): readonly string[] =>
		nearest(typed, words, (word) => [word], new Set(others));

	it('is one edit away for a word of four or five letters, and two for a longer one', () => {
		assert.deepEqual(suggested('frre'), ['free']);
		assert.deepEqual(suggested('fre'), [], 'three letters');
		assert.deepEqual(suggested('frie'), ['free']);
		assert.deepEqual(suggested('whit'), ['white']);
		assert.deepEqual(suggested('whte'), ['white']);
		assert.deepEqual(suggested('wihte'), [], 'two edits in five letters');
		assert.deepEqual(suggested('whitte'), ['white']);
		assert.deepEqual(suggested('SPNAISH'), ['spanish']);
		assert.deepEqual(suggested('SPNAIH'), [], 'three edits');
		assert.deepEqual(suggested('spxnixh'), [], 'two letters replaced in seven');
		assert.deepEqual(suggested('spnsh'), [], 'two edits in five letters');
		assert.deepEqual(suggested('spaanisshh'), []);
	});

	it('keeps the first letter', () => {
		for (const typed of ['hree', 'qhite', 'danish', 'panish', 'espanish']) {
			assert.deepEqual(suggested(typed), [], typed);
		}
	});

	it('is none in a digit', () => {
		assert.deepEqual(suggested('free 2'), []);
		assert.deepEqual(suggested('white1'), []);
		assert.deepEqual(suggested('grade'), []);
		assert.deepEqual(suggested('grade 13'), []);
		assert.deepEqual(suggested('grdae 12'), [], 'two edits in five letters');
		assert.deepEqual(suggested('grde 12'), ['grade 12']);
		assert.deepEqual(suggested('123456'), []);
	});

	it('is none for a word that is nearer', () => {
		assert.deepEqual(suggested('spanis', ['spani']), [], 'as near');
		assert.deepEqual(suggested('spanis', ['danish', 'anish']), ['spanish'], 'another first letter');
		assert.deepEqual(suggested('spansih', ['spansi']), []);
		assert.deepEqual(suggested('fred', ['fred']), []);
	});

	it('never has more letters changed than the rule allows', () => {
		const letters = fc.string({ unit: fc.constantFrom(...'abcdeWS -1'), maxLength: 9 });
		fc.assert(
			fc.property(letters, letters, (typed, word) => {
				const count = typed.trim().match(/[a-z]/gi)?.length ?? 0;
				const found = nearest(typed, [word], () => [word]).length > 0;
				if (count < 4) assert.ok(!found);
				if (found)
					assert.ok(editsBetween(typed.trim().toLowerCase(), word.toLowerCase()) <= (count < 6 ? 1 : 2));
			}),
		);
	});
});

/** Levenshtein's distance by its definition. */
function editsBetween(a: string, b: string): number {
	if (a === '' || b === '') return a.length + b.length;
	const [restA, restB] = [a.slice(1), b.slice(1)];
	if (a[0] === b[0]) return editsBetween(restA, restB);
	return 1 + Math.min(editsBetween(restA, b), editsBetween(a, restB), editsBetween(restA, restB));
}
