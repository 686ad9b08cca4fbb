import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { MAX_JSON_NESTING, tooDeepAt } from '../../convert/jsonNesting';
import { CannotCheck } from '../../disk/cannotCheck';
import {
	declaredSettings,
	defaultsOf,
	problemsOfSettings,
	readSettingsOf,
	type SettingList,
	type Settings,
	type SettingValues,
	settingsSection,
} from '../../settings';
import { firstSentences } from '../../wording';
import { readFileBytes } from './inputFiles';

/** In bytes. No settings.json of a person comes near it. */
const LARGEST_SETTINGS = 16 * 1024 * 1024;

/** Problems of a file that are named; who made so many sees a pattern. */
const MAX_NAMED = 10;

/**
 * Our settings in a settings.json of VS Code. Throws `CannotCheck` where it cannot be read or is not JSON.
 *
 * @param onProblem is told what in it has no meaning, such as the id of no rule. Without it, that is thrown too.
 */
export function readSettingsFile(path: string, onProblem: (problem: string) => void = cannotCheck): Settings {
	const text = new TextDecoder().decode(readFileBytes(path, LARGEST_SETTINGS));
	const settings = settingsIn(text, path, declaredSettings);
	const { nested, dotted } = valuesIn(text, path, declaredSettings);
	const problems = [...new Set([nested, dotted].flatMap(problemsOfSettings))];
	for (const problem of firstSentences(problems, MAX_NAMED)) onProblem(`${path}: ${problem}`);
	return settings;
}

function cannotCheck(problem: string): never {
	throw new CannotCheck(problem);
}

/**
 * The settings in the text of a settings.json: by dotted keys (`"cleverDemographics.rules"`), or in one object for the
 * part before the dot. Where both give an entry, the dotted key wins. `path` is for the messages of `CannotCheck`.
 */
export function settingsIn<List extends SettingList>(
	text: string,
	path: string,
	list: List,
): SettingValues<List> {
	const { nested, dotted } = valuesIn(text, path, list);
	return readSettingsOf(list, dotted, readSettingsOf(list, nested, defaultsOf(list)));
}

/** What the text of a settings.json has of a list in one object, and by dotted keys; both by the keys of the list. */
function valuesIn(
	text: string,
	path: string,
	list: SettingList,
): { readonly nested: unknown; readonly dotted: unknown } {
	const tooDeep = tooDeepAt(text);
	if (tooDeep) {
		throw new CannotCheck(
			`${path}:${tooDeep.line}:${tooDeep.column}: this is nested more than ${MAX_JSON_NESTING} levels deep. Remove it`,
		);
	}
	const errors: ParseError[] = [];
	const content: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true }) ?? {};
	const [error] = errors;
	if (error) {
		const linesBefore = text.slice(0, error.offset).split(/\r\n|\r|\n/);
		const place = `${linesBefore.length}:${(linesBefore.at(-1)?.length ?? 0) + 1}`;
		throw new CannotCheck(
			`${path}:${place}: the settings are not JSON (${printParseErrorCode(error.error)})`,
		);
	}
	if (!isObject(content)) throw new CannotCheck(`${path}: the settings must be an object, { … }`);
	const dotted = Object.keys(list).map((key) => [key, ownValue(content, `${settingsSection}.${key}`)]);
	return { nested: ownValue(content, settingsSection), dotted: Object.fromEntries(dotted) };
}

/** The value of a key of the file. The parser makes a key `__proto__` the object's prototype, whose keys are none. */
function ownValue(content: Readonly<Record<string, unknown>>, key: string): unknown {
	return Object.hasOwn(content, key) ? content[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
