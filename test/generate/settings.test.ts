/** That everything follows from one entry: a setting made up for the test reaches all that a real one reaches. */

import assert from 'node:assert/strict';
import { settingsForCheck } from '../../client/src/disk/settingsForCheck';
import { withSettings } from '../../server/generate/manifest';
import { protocolConstants } from '../../server/generate/protocolConstants';
import { settingsIn } from '../../server/src/cli/check/settingsFile';
import {
	declaredSettings,
	defaultSettings,
	defaultsOf,
	readSettings,
	readSettingsOf,
	type Setting,
} from '../../server/src/settings';

const strictDates: Setting<boolean> = {
	docs: 'Whether dates need **two** digits.',
	default: true,
	schema: () => ({ type: 'boolean', tags: ['dates'] }),
	affectsCheck: true,
	restricted: true,
	read: (input, base) => (typeof input === 'boolean' ? input : base),
};
const editorOnly: Setting<boolean> = { ...strictDates, affectsCheck: false, restricted: false };
const list = { ...declaredSettings, strictDates, editorOnly };

describe('a setting that is declared once', () => {
	it('is in the manifest, with its schema, default and docs', () => {
		const { contributes } = JSON.parse(withSettings('{}', list));
		const { properties } = contributes.configuration;
		assert.deepEqual(properties['cleverDemographics.strictDates'], {
			type: 'boolean',
			scope: 'resource',
			default: true,
			markdownDescription: 'Whether dates need **two** digits.',
			tags: ['dates'],
		});
		assert.equal(Object.keys(properties).length, Object.keys(list).length);
	});

	it('is ignored in a folder that is not trusted, if it says so', () => {
		const { capabilities } = JSON.parse(
			withSettings(
				'{"capabilities":{"virtualWorkspaces":true,"untrustedWorkspaces":{"description":"Why."}}}',
				list,
			),
		);
		assert.deepEqual(capabilities, {
			virtualWorkspaces: true,
			untrustedWorkspaces: {
				description: 'Why.',
				// VS Code ignores the list unless the support is "limited".
				supported: 'limited',
				restrictedConfigurations: [
					'cleverDemographics.rules',
					'cleverDemographics.acceptedValues',
					'cleverDemographics.notSent',
					'cleverDemographics.fillRules',
					'cleverDemographics.strictDates',
				],
			},
		});
	});

	it('is that of the person and never that of a folder, if it says so', () => {
		const { contributes } = JSON.parse(withSettings('{}', list));
		const properties: Readonly<Record<string, { readonly scope: string }>> =
			contributes.configuration.properties;
		// VS Code reads a setting of this scope from the settings of the user only.
		const ofPerson = Object.keys(properties).filter((key) => properties[key]?.scope === 'application');
		assert.deepEqual(ofPerson, ['cleverDemographics.smallCounts', 'cleverDemographics.compare.alarms']);
	});

	it('is read from what a client sends, and has its default if that has another shape', () => {
		const read = (input: unknown) => readSettingsOf(list, input, defaultsOf(list));
		assert.equal(read({ strictDates: false }).strictDates, false);
		for (const input of [{}, { strictDates: 'no' }, undefined, null, [false]]) {
			assert.deepEqual(read(input), { ...defaultSettings, strictDates: true, editorOnly: true });
		}
	});

	it('is read from a settings.json, in which the dotted key has priority', () => {
		const read = (text: string) => settingsIn(text, 'settings.json', list).strictDates;
		assert.equal(read('{"cleverDemographics.strictDates": false}'), false);
		assert.equal(read('{"cleverDemographics": {"strictDates": false}}'), false);
		assert.equal(
			read('{"cleverDemographics": {"strictDates": false}, "cleverDemographics.strictDates": true}'),
			true,
		);
		assert.equal(
			read('{"cleverDemographics": {"strictDates": false}, "cleverDemographics.strictDates": "no"}'),
			false,
		);
		assert.equal(read(''), true);
	});

	it('is read by a key with dots, as VS Code gives it and as a settings.json has it', () => {
		const alarms = { studentsGone: 5, categoryEmptied: 101, flippedStudents: 2.5, flippedShare: '80' };
		const expected = { studentsGone: 5, categoryEmptied: 10, flippedStudents: 10, flippedShare: 90 };
		assert.deepEqual(readSettings({ compare: { alarms } })['compare.alarms'], expected);
		const text = JSON.stringify({ 'cleverDemographics.compare.alarms': alarms });
		assert.deepEqual(settingsIn(text, 'settings.json', declaredSettings)['compare.alarms'], expected);
		for (const other of [null, { compare: null }, { compare: { alarms: [1] } }]) {
			assert.deepEqual(readSettings(other), defaultSettings);
		}
	});

	it('is passed to a check on the disk if findings depend on it', () => {
		assert.match(
			protocolConstants(list),
			/checkSettings: .* = \['rules', 'acceptedValues', 'notSent', 'strictDates'\];/,
		);
		const configuration = { get: (key: string): unknown => `value of ${key}` };
		assert.deepEqual(settingsForCheck(configuration, ['strictDates']), {
			'cleverDemographics.strictDates': 'value of strictDates',
		});
		assert.deepEqual(settingsForCheck(configuration), {
			'cleverDemographics.rules': 'value of rules',
			'cleverDemographics.acceptedValues': 'value of acceptedValues',
			'cleverDemographics.notSent': 'value of notSent',
		});
	});
});

describe('the settings of a settings.json', () => {
	it('keep the entries of both forms, and hints that only one form gives', () => {
		const text = `{
			"cleverDemographics": { "rules": { "a": "off", "b": "off" }, "inlayHints": { "names": false } },
			"cleverDemographics.rules": { "b": "hint", "a": "loud" },
			"cleverDemographics.inlayHints": { "codes": true },
		}`;
		const settings = settingsIn(text, 'settings.json', declaredSettings);
		assert.deepEqual(settings.rules, { a: 'off', b: 'hint' });
		assert.deepEqual(settings.inlayHints, { names: false, codes: true });
		assert.deepEqual(settings.acceptedValues, {});
	});

	it('name only categories among the columns that are never sent, in any spelling and each once', () => {
		const read = (notSent: unknown) => readSettings({ notSent }).notSent;
		assert.deepEqual(read(['ext.title_i', 'RACE', 'Race', 'Student_id', 7, null, 'ext.el']), [
			'Race',
			'ext.title_i',
		]);
		for (const other of [undefined, null, 'Race', { Race: true }]) assert.deepEqual(read(other), []);
		const { notSent } = settingsIn(
			'{"cleverDemographics.notSent": ["Race"]}',
			'settings.json',
			declaredSettings,
		);
		assert.deepEqual(notSent, ['Race']);
	});

	it('say of a fill rule that is not understood what is wrong with it, and use none of its parts', () => {
		const whole = {
			name: 'IDEA',
			when: { column: 'IEP_status', is: ['Y'] },
			set: { column: 'ext.idea_indicator', code: 'Yes' },
			else: 'No',
		};
		const read = (rule: unknown) => readSettings({ fillRules: [rule] }).fillRules[0];
		const good = read(whole);
		assert.ok(good && 'rule' in good);
		assert.deepEqual([good.name, good.rule.when.is, good.rule.else], ['IDEA', ['Y'], 'No']);
		assert.equal(good.rule.onlyWhereEmpty, true);
		for (const wrong of [
			7,
			null,
			[],
			{ ...whole, name: ' ' },
			{ ...whole, els: 'No' },
			{ ...whole, when: { column: 'IEP_status', values: ['Y'] } },
			{ ...whole, when: { column: 'IEP_status', is: [] } },
			{ ...whole, when: { column: 'IEP_status', is: 'Y' } },
			{ ...whole, when: { column: 5 } },
			{ ...whole, set: { column: 'ext.idea_indicator' } },
			{ ...whole, set: 'ext.idea_indicator' },
			{ ...whole, else: false },
			{ ...whole, onlyWhereEmpty: 'yes' },
		]) {
			const one = read(wrong);
			assert.ok(one && 'problem' in one, JSON.stringify(wrong));
		}
		assert.deepEqual(readSettings({}).fillRules, []);
		const many = readSettings({ fillRules: Array.from({ length: 203 }, () => whole) }).fillRules;
		assert.deepEqual(many.slice(200), [
			{ name: '3 more', problem: 'Only the first 200 rules are read. Delete some of them.' },
		]);
		const notAList = readSettings({ fillRules: whole }).fillRules;
		assert.ok(notAList.length === 1 && notAList[0] && 'problem' in notAList[0]);
	});

	it('hold at most 1,000 accepted values for a column, however many there are', () => {
		const values = Array.from({ length: 1_000_000 }, (_, index) => `v${index}`);
		const { acceptedValues } = readSettings({ acceptedValues: { Gender: values, Race: ['x'] } });
		assert.deepEqual(acceptedValues, { Gender: values.slice(0, 1000), Race: ['x'] });
		const { contributes } = JSON.parse(withSettings('{}'));
		const { properties } = contributes.configuration.properties['cleverDemographics.acceptedValues'];
		assert.equal(properties.Gender.maxItems, 1000);
	});

	it('have no key of an object in JavaScript, and no key of their own prototype', () => {
		const text = `{
			"__proto__": { "cleverDemographics.notSent": ["Race"], "cleverDemographics": { "notSent": ["Race"] } },
			"cleverDemographics.rules": { "__proto__": { "a": "off" }, "constructor": "off", "toString": "loud" },
			"cleverDemographics.acceptedValues": { "__proto__": ["x"], "constructor": ["y"] },
		}`;
		const settings = settingsIn(text, 'settings.json', declaredSettings);
		assert.deepEqual(settings.notSent, []);
		assert.deepEqual(Object.entries(settings.rules), [['constructor', 'off']]);
		assert.deepEqual(Object.entries(settings.acceptedValues), [['constructor', ['y']]]);
		const sent = JSON.parse('{"__proto__": {"notSent": ["Race"]}, "rules": {"__proto__": "off"}}');
		const read = readSettings(sent);
		assert.deepEqual([read.notSent, Object.getPrototypeOf(read.rules)], [[], Object.prototype]);
		assert.equal(({} as { notSent?: unknown }).notSent, undefined);
	});

	it('take whole numbers from 5 to 30 as the width of ranges in a saved report', () => {
		const read = (smallCounts: unknown) => readSettings({ smallCounts }).smallCounts;
		for (const width of [5, 10, 30]) assert.equal(read(width), width);
		for (const other of [4, 31, 7.5, -10, Number.NaN, '15', null, undefined, [15], true]) {
			assert.equal(read(other), 10);
		}
	});

	it('are the defaults if the file has none', () => {
		assert.deepEqual(settingsIn('', 'settings.json', declaredSettings), defaultSettings);
		assert.deepEqual(readSettings(undefined), defaultSettings);
	});
});
