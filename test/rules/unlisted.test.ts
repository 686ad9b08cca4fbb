import assert from 'node:assert/strict';
import { check } from '../support/checking';
import { fileOf } from './columnFiles';

/** Names of Clever's API v3.1 (home_language) that Amplify's article does not list. 'Iloko', 'Lao' and 'Chinese (Mandarin)' mean listed ones. */
// biome-ignore format: a list
const unlistedLanguages = [
	'Afrikaans', 'Armenian', 'Azerbaijani', 'Basque', 'Belarusian', 'Bulgarian', 'Cabo Verdean', 'Catalan',
	'Cebuano', 'Chichewa', 'Corsican', 'Croatian', 'Czech', 'Danish', 'Dari', 'Estonian', 'Filipino',
	'Finnish', 'Frisian', 'Galician', 'Georgian', 'Greek', 'Gujarati', 'Haitian Creole', 'Hausa', 'Hawaiian',
	'Hungarian', 'Icelandic', 'Igbo', 'Indonesian', 'Irish', 'Italian', 'Kannada', 'Kazakh', 'Kinyarwanda',
	'Kurdish (Kurmanji)', 'Kyrgyz', 'Lithuanian', 'Luxembourgish', 'Macedonian', 'Malagasy', 'Malayalam',
	'Maltese', 'Maori', 'Marathi', 'Marshallese', 'Mongolian', 'Norwegian', 'Odia', 'Other', 'Pashto', 'Scots Gaelic',
	'Sesotho', 'Shona', 'Sindhi', 'Sinhala', 'Slovak', 'Slovenian', 'Sundanese', 'Swedish', 'Tajik',
	'Tatar', 'Turkmen', 'Uyghur', 'Uzbek', 'Welsh', 'Xhosa', 'Yiddish', 'Yoruba', 'Zulu',
];

/** The finding on each value of a column of students.csv. */
function findingsOn(column: string, values: readonly string[], settings: unknown = {}) {
	return check('students.csv', fileOf('students.csv', column, values), settings).filter(
		({ record }) => record > 0,
	);
}

describe('a value that Clever knows and the list does not have', () => {
	it('is information without a fix, for 70 languages', () => {
		assert.equal(unlistedLanguages.length, 70);
		const found = findingsOn('Home_language', unlistedLanguages);
		assert.equal(found.length, 70);
		for (const [index, { rule, severity, message, fixes }] of found.entries()) {
			assert.equal(rule, 'field/unlisted-code');
			assert.equal(severity, 'information');
			assert.deepEqual(fixes, []);
			assert.ok(
				message.startsWith(`Clever knows ${unlistedLanguages[index]}; Amplify's list does not have it. `),
				message,
			);
		}
	});

	it('is Other in Frl_status and Unknown in Race, in any case', () => {
		for (const [column, value] of [
			['Frl_status', 'Other'],
			['Frl_status', 'OTHER'],
			['Race', 'Unknown'],
			['Race', ' unknown'],
			['Home_language', 'haitian creole'],
			['Home_language', 'Haitian  Creole'],
		] as const) {
			const [found, ...more] = findingsOn(column, [value]);
			assert.deepEqual(more, []);
			assert.deepEqual([found?.rule, found?.fixes], ['field/unlisted-code', []], `${column} ${value}`);
		}
	});

	it('is a code once the district accepts it, and no other finding where the rule is off', () => {
		assert.deepEqual(
			findingsOn('Home_language', ['Danish'], { acceptedValues: { Home_language: ['Danish'] } }),
			[],
		);
		assert.deepEqual(
			findingsOn('Home_language', ['Danish'], { rules: { 'field/unlisted-code': 'off' } }),
			[],
		);
	});
});
