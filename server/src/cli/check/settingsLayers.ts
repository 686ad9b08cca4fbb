import {
	findNodeAtLocation,
	getNodePath,
	type Node,
	type ParseError,
	parse,
	parseTree,
	printParseErrorCode,
} from 'jsonc-parser';
import { MAX_JSON_NESTING, tooDeepAt } from '../../convert/jsonNesting';
import { CannotCheck } from '../../disk/cannotCheck';
import { settingsSection } from '../../settings';

/** The settings that one part of a file gives. */
export interface SettingsLayer {
	/** By their keys without `cleverDemographics.`. */
	readonly values: Readonly<Record<string, unknown>>;
	/** The keys that lead to a setting in the file. */
	pathOf(key: string): readonly string[];
}

/** The text of a settings file, understood. */
export interface SettingsText {
	/** A later one wins. */
	readonly layers: readonly SettingsLayer[];
	/** Keys of the file that are none of a settings.json, but are ours without their prefix; none in a file of ours. */
	readonly strayKeys: readonly string[];
	/** `path:line:column` of the value at these keys; the path alone where there is none. */
	placeOf(keys: readonly string[]): string;
}

/** The name of a file in a folder that has our settings only. */
export const ownSettingsName = '.clever-demographics.json';

/** How the name of any such file ends. */
const OWN_NAME = 'clever-demographics.json';

/** Whether a file holds our settings only, without a prefix, by its name. */
export function isOwnSettingsFile(path: string): boolean {
	return path.toLowerCase().endsWith(OWN_NAME);
}

/**
 * Reads the text of a settings.json of VS Code, or of a file of ours, whose keys may lack the prefix. A settings.json
 * may also have the settings in one object for the prefix. Throws `CannotCheck` where the text is not JSON.
 */
export function settingsText(text: string, path: string): SettingsText {
	const content = contentOf(text, path);
	const prefix = `${settingsSection}.`;
	const isOwn = isOwnSettingsFile(path);
	const own = Object.entries(content).filter(
		([key]) => !key.startsWith(prefix) && key !== '$schema' && (isOwn || key !== settingsSection),
	);
	const dotted = Object.entries(content).filter(([key]) => key.startsWith(prefix));
	const nested = !isOwn && Object.hasOwn(content, settingsSection) ? content[settingsSection] : undefined;
	const layers: SettingsLayer[] = [
		...(isOwn ? [{ values: Object.fromEntries(own), pathOf: (key: string) => [key] }] : []),
		...(hasKeys(nested) ? [{ values: nested, pathOf: (key: string) => [settingsSection, key] }] : []),
		{
			values: Object.fromEntries(dotted.map(([key, value]) => [key.slice(prefix.length), value])),
			pathOf: (key) => [prefix + key],
		},
	];
	let tree: Node | undefined;
	return {
		layers: layers.filter(({ values }) => Object.keys(values).length > 0),
		strayKeys: isOwn ? [] : own.map(([key]) => key),
		placeOf: (keys) => {
			tree ??= parseTree(text, [], { allowTrailingComma: true });
			const node = tree && findNodeAtLocation(tree, [...keys]);
			return node ? `${path}:${placeAt(text, keyOffset(node))}` : path;
		},
	};
}

/** Where the key of a value begins: that is what people look for. */
function keyOffset(node: Node): number {
	const isProperty = node.parent?.type === 'property' && getNodePath(node).length > 0;
	return isProperty ? (node.parent as Node).offset : node.offset;
}

function contentOf(text: string, path: string): Readonly<Record<string, unknown>> {
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
		throw new CannotCheck(
			`${path}:${placeAt(text, error.offset)}: the settings are not JSON (${printParseErrorCode(error.error)})`,
		);
	}
	if (!hasKeys(content)) throw new CannotCheck(`${path}: the settings must be an object, { … }`);
	return content;
}

/** Line and column of an offset, both from 1. */
function placeAt(text: string, offset: number): string {
	const linesBefore = text.slice(0, offset).split(/\r\n|\r|\n/);
	return `${linesBefore.length}:${(linesBefore.at(-1)?.length ?? 0) + 1}`;
}

/** Whether a value is an object with keys, and no list. */
export function hasKeys(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
