import { CannotCheck } from '../../disk/cannotCheck';
import { nearest } from '../../rules/suggest';
import {
	declaredSettings,
	defaultsOf,
	problemsOfSetting,
	readSettingsOf,
	type Setting,
	type SettingList,
	type SettingProblem,
	type Settings,
	type SettingValues,
	settingsSection,
} from '../../settings';
import { formatNumber, shown, wordList } from '../../wording';
import { readFileBytes } from '../wholeFile';
import { hasKeys, type SettingsLayer, type SettingsText, settingsText } from './settingsLayers';

/** In bytes. No settings.json of a person comes near it. */
const LARGEST_SETTINGS = 16 * 1024 * 1024;

/** Problems of a file that are named; who made so many sees a pattern. */
const MAX_NAMED = 10;

/** What a file has of our settings. */
export interface FileSettings {
	readonly settings: Settings;
	/** Whether the file has any of them. */
	readonly hasAny: boolean;
}

/**
 * Our settings in a settings.json of VS Code, or in a file of ours. Throws `CannotCheck` where it cannot be read or is
 * not JSON.
 *
 * @param onProblem is told what in it has no meaning, such as the id of no rule. Without it, that is thrown too.
 */
export function readSettingsFile(path: string, onProblem: (problem: string) => void = cannotCheck): Settings {
	return readFileSettings(path, declaredSettings, onProblem).settings;
}

/** Like `readSettingsFile`, for a file that is found in a folder, which cannot change what only the person may. */
export function readFoundSettings(path: string, onProblem: (problem: string) => void): FileSettings {
	return readFileSettings(path, folderSettings, onProblem);
}

/** The settings that a folder may have. */
const folderSettings: SettingList = Object.fromEntries(
	Object.entries(declaredSettings).filter(
		([, { scope }]: [string, Setting<unknown>]) => scope !== 'application',
	),
);

function readFileSettings(
	path: string,
	list: SettingList,
	onProblem: (problem: string) => void,
): FileSettings {
	const text = settingsText(new TextDecoder().decode(readFileBytes(path, LARGEST_SETTINGS)), path);
	// Looking a place up takes longer the longer the file is, so it is done for those that are named.
	const problems = [...new Map(problemsIn(text, list).map((each) => [JSON.stringify(each), each])).values()];
	const named = problems
		.slice(0, MAX_NAMED)
		.map(({ path: keys, text: problem }) => `${text.placeOf(keys)}: ${problem}`);
	const more = problems.length - named.length;
	for (const problem of named) onProblem(problem);
	if (more > 0) onProblem(`${path}: … and ${formatNumber(more)} more.`);
	const settings = { ...defaultsOf(declaredSettings), ...valuesOf(text, list) };
	return { settings, hasAny: text.layers.length > 0 };
}

function cannotCheck(problem: string): never {
	throw new CannotCheck(problem);
}

/**
 * The settings in the text of a settings file: by dotted keys (`"cleverDemographics.rules"`), or in one object for the
 * part before the dot. Where both give an entry, the dotted key wins. In a file of ours, by the keys of `list` too.
 *
 * @param path tells a file of ours, and is for the messages of `CannotCheck`.
 */
export function settingsIn<List extends SettingList>(
	text: string,
	path: string,
	list: List,
): SettingValues<List> {
	return valuesOf(settingsText(text, path), list);
}

function valuesOf<List extends SettingList>({ layers }: SettingsText, list: List): SettingValues<List> {
	return layers.reduce((base, { values }) => readSettingsOf(list, values, base), defaultsOf(list));
}

/** What in a file has no meaning, in sentences for people with the keys that lead there. */
function problemsIn({ layers, strayKeys }: SettingsText, list: SettingList): readonly SettingProblem[] {
	const stray = strayKeys
		.filter((key) => Object.hasOwn(declaredSettings, key) && !key.includes('.'))
		.map((key) => ({
			text: `the settings have no "${key}". Write "${settingsSection}.${key}".`,
			path: [key],
		}));
	const ofLayers = layers.flatMap(({ values, pathOf }) => valueProblems(values, '', pathOf, list));
	return [...stray, ...ofLayers];
}

/** Those of settings by the part of their keys after `prefix`; `pathOf` has the keys that lead to such a part. */
function valueProblems(
	values: SettingsLayer['values'],
	prefix: string,
	pathOf: SettingsLayer['pathOf'],
	list: SettingList,
): readonly SettingProblem[] {
	return Object.entries(values).flatMap(([part, value]): readonly SettingProblem[] => {
		const key = prefix + part;
		const path = pathOf(part);
		const name = path.join('.');
		if (!Object.hasOwn(declaredSettings, key)) {
			// VS Code also takes a key with dots as objects in each other.
			const isPart = Object.keys(declaredSettings).some((known) => known.startsWith(`${key}.`));
			if (isPart && hasKeys(value)) {
				return valueProblems(value, `${key}.`, (inside) => [...path, inside], list);
			}
			return [{ text: `there is no setting "${shown(name)}". ${wayOut(key, name)}`, path }];
		}
		if (!Object.hasOwn(list, key)) {
			// An editor reads a settings.json too, and says there that it does not count.
			if (name.startsWith(settingsSection)) return [];
			return [{ text: `a folder cannot change ${name}. Name the file with --settings, or remove it.`, path }];
		}
		return problemsOfSetting(key, value, name).map(({ text, path: inside }) => ({
			text,
			path: [...path, ...inside],
		}));
	});
}

function wayOut(key: string, name: string): string {
	const known = Object.keys(declaredSettings);
	const [near] = nearest(key, known, (each) => [each]);
	const prefix = name.endsWith(key) ? name.slice(0, -key.length) : '';
	return near ? `Did you mean ${prefix}${near}?` : `The settings are ${wordList(known)}.`;
}
