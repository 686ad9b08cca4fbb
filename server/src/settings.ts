import { acceptedColumnProblems } from './settings/acceptedColumns';
import { compareAlarms } from './settings/compareAlarms';
import { entries, isObject, type Setting, type SettingProblem, setting } from './settings/declaration';
import { fillRules } from './settings/fillRules';
import { ruleLevels } from './settings/ruleLevels';
import { categories, codedElements, normalizeColumn } from './spec';

export type { AlarmThresholds } from './settings/compareAlarms';
export type { Setting, SettingProblem } from './settings/declaration';
export type { FillColumn, FillRule, SavedFillRule } from './settings/fillRules';
export { type RuleLevel, ruleLevelNames } from './settings/ruleLevels';

/** The part of every setting's key before the first dot. */
export const settingsSection = 'cleverDemographics';

/** Settings by the part of their key after `settingsSection` and the dot. */
export type SettingList = Readonly<Record<string, Setting<unknown>>>;

/** The values of a list of settings, by the same keys. */
export type SettingValues<List extends SettingList> = {
	readonly [Key in keyof List]: List[Key] extends Setting<infer Value> ? Value : never;
};

/** What an editor shows between the values. */
export interface InlayHintSettings {
	/** The student's name after an ID, in a file that has no names. */
	readonly names: boolean;
	/** The meaning after a code. */
	readonly codes: boolean;
}

const defaultHints: InlayHintSettings = { names: true, codes: false };

/** So many values may be added to a column: each is compared with every wrong value, and listed in menus. */
const MAX_ACCEPTED = 1000;

/** The bounds of the setting `smallCounts`, both included: what districts use for counts that they publish. */
const smallCountBounds = { minimum: 5, maximum: 30 };

/** All settings. To add one, add an entry and run `npm run generate`. */
export const declaredSettings = {
	rules: ruleLevels,
	/** Further values that a column accepts in this district, by column. */
	acceptedValues: setting<Readonly<Record<string, readonly string[]>>>({
		docs: 'Values that a column accepts in this district in addition to the documented codes, by column; at most 1,000 for one column. Example: `{ "ext.section_504_status": ["Unknown"] }`.',
		default: {},
		schema: () => ({
			type: 'object',
			properties: Object.fromEntries(
				codedElements.map(({ column, title }) => [
					column,
					{
						type: 'array',
						items: { type: 'string' },
						maxItems: MAX_ACCEPTED,
						uniqueItems: true,
						description: `${title}.`,
					},
				]),
			),
			additionalProperties: false,
		}),
		affectsCheck: true,
		restricted: true,
		read: (input, base) => {
			const valid = entries(input)
				.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
				.map(([column, values]) => [
					column,
					values.filter((value) => typeof value === 'string').slice(0, MAX_ACCEPTED),
				]);
			return { ...base, ...Object.fromEntries(valid) };
		},
		problems: acceptedColumnProblems,
	}),
	/** Categories that the district never sends, by the names of their columns. */
	notSent: setting<readonly string[]>({
		docs: 'Columns of report categories that this district never sends to Amplify. The check does not ask for them. Example: `["ext.title_i"]`.',
		default: [],
		schema: () => ({
			type: 'array',
			items: {
				type: 'string',
				enum: categories.map(({ column }) => column),
				enumDescriptions: categories.map(({ title }) => `${title}.`),
			},
			uniqueItems: true,
		}),
		affectsCheck: true,
		restricted: true,
		read: (input, base) => {
			if (!Array.isArray(input)) return base;
			const names = new Set(
				input.map((name) => (typeof name === 'string' ? normalizeColumn(name) : undefined)),
			);
			return categories.map(({ column }) => column).filter((column) => names.has(normalizeColumn(column)));
		},
	}),
	fillRules,
	/** The least width of the ranges that a saved report shows instead of counts, in students. */
	smallCounts: setting<number>({
		docs: 'A saved coverage report shows ranges of at least this many students, such as `0–9`, and no counts at all for a district with fewer students. From 5 to 30. The settings of a folder cannot change it.',
		default: 10,
		schema: () => ({ type: 'integer', ...smallCountBounds }),
		affectsCheck: false,
		restricted: false,
		scope: 'application',
		read: (input, base) => {
			const { minimum, maximum } = smallCountBounds;
			return Number.isInteger(input) && (input as number) >= minimum && (input as number) <= maximum
				? (input as number)
				: base;
		},
	}),
	'compare.alarms': compareAlarms,
	/** What an editor shows between the values. */
	inlayHints: setting<InlayHintSettings>({
		docs: "Hints that the editor shows between the values; they are not part of the file. `names` shows the student's name after a `sis_id`, `codes` what a code means. `editor.inlayHints.enabled` turns all of them off.",
		default: defaultHints,
		schema: () => ({
			type: 'object',
			properties: {
				names: {
					type: 'boolean',
					default: defaultHints.names,
					description: "Show the student's name after a sis_id.",
				},
				codes: {
					type: 'boolean',
					default: defaultHints.codes,
					description: 'Show what a code means after the code.',
				},
			},
			additionalProperties: false,
		}),
		affectsCheck: false,
		restricted: false,
		read: (input, base) => {
			const { names, codes } = isObject(input) ? input : {};
			return {
				names: typeof names === 'boolean' ? names : base.names,
				codes: typeof codes === 'boolean' ? codes : base.codes,
			};
		},
	}),
	/** Whether Tab and Shift+Tab go from field to field in the text. The condition of the keys asks for it. */
	tabMovesToNextField: setting<boolean>({
		docs: 'In the text editor, Tab goes to the next value and selects it, and Shift+Tab to the previous one. Where it is off, the keys indent, as in other files.',
		default: true,
		schema: () => ({ type: 'boolean' }),
		affectsCheck: false,
		restricted: false,
		scope: 'window',
		read: (input, base) => (typeof input === 'boolean' ? input : base),
	}),
};

/** The values of all settings. */
export type Settings = SettingValues<typeof declaredSettings>;

/** The default of every setting. */
export const defaultSettings: Settings = defaultsOf(declaredSettings);

/** The default of each setting in a list. */
export function defaultsOf<List extends SettingList>(list: List): SettingValues<List> {
	const defaults = Object.entries(list).map(([key, setting]) => [key, setting.default]);
	return Object.fromEntries(defaults) as SettingValues<List>;
}

/**
 * The settings that a client or a file gives as an object by key. What is missing or does not have the declared shape
 * is that of `base`.
 */
export function readSettings(input: unknown, base = defaultSettings): Settings {
	return readSettingsOf(declaredSettings, input, base);
}

/** Like `readSettings`, for another list. */
export function readSettingsOf<List extends SettingList>(
	list: List,
	input: unknown,
	base: SettingValues<List>,
): SettingValues<List> {
	const given = isObject(input) ? input : {};
	const values = Object.entries(list).map(([key, setting]) => [
		key,
		setting.read(valueAt(given, key), base[key]),
	]);
	return Object.fromEntries(values) as SettingValues<List>;
}

/** What has no meaning in the settings that a client gives as an object by key, in sentences for people. */
export function problemsOfSettings(input: unknown): readonly string[] {
	const given = isObject(input) ? input : {};
	return Object.keys(declaredSettings).flatMap((key) =>
		problemsOfSetting(key, valueAt(given, key), `${settingsSection}.${key}`).map(({ text }) => text),
	);
}

/** What has no meaning in the value of one setting, by its key in `declaredSettings`. `name` is what people call it. */
export function problemsOfSetting(key: string, value: unknown, name: string): readonly SettingProblem[] {
	const { problems }: Setting<unknown> = declaredSettings[key as keyof typeof declaredSettings];
	return problems ? problems(value, name) : [];
}

/** The value of a key. VS Code gives one with dots as objects in each other, a settings.json as it is. */
function valueAt(given: Readonly<Record<string, unknown>>, key: string): unknown {
	if (Object.hasOwn(given, key)) return given[key];
	let value: unknown = given;
	for (const part of key.split('.')) {
		value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
	}
	return value;
}
