import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { CannotCheck } from '../disk/cannotCheck';
import { readSettings, type Settings, settingsSection } from '../settings';
import { readFileBytes } from './inputFiles';

/** Our settings in a settings.json of VS Code: dotted keys, or an object for the part before the dot. */
export function readSettingsFile(path: string): Settings {
	const text = new TextDecoder().decode(readFileBytes(path));
	const errors: ParseError[] = [];
	const said: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true }) ?? {};
	const [first] = errors;
	if (first) {
		const before = text.slice(0, first.offset).split(/\r\n|\r|\n/);
		const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
		throw new CannotCheck(
			`${path}:${place}: the settings are not JSON (${printParseErrorCode(first.error)})`,
		);
	}
	if (!isObject(said)) throw new CannotCheck(`${path}: the settings must be an object, { … }`);
	const nested = readSettings(said[settingsSection]);
	const dotted = readSettings({
		rules: said[`${settingsSection}.rules`],
		acceptedValues: said[`${settingsSection}.acceptedValues`],
	});
	return {
		...nested,
		rules: { ...nested.rules, ...dotted.rules },
		acceptedValues: { ...nested.acceptedValues, ...dotted.acceptedValues },
	};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
