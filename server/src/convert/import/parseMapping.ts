/** Checks a mapping file: every problem names its line and its key, and says what to do. */

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Table } from '../../spec';
import { MAX_JSON_NESTING, tooDeepAt } from '../jsonNesting';
import { delimiters, encodings } from './exportFormat';
import { codesIn, fileNames, isTarget, keyColumn, type Mapping, mappingDocs } from './mapping';

/** A mapping, or what is wrong with its file, each in sentences for people. */
export type ParsedMapping = { readonly mapping: Mapping } | { readonly problems: readonly string[] };

/** Reads the text of a mapping file; `roster` as in `codesOf`. */
export function parseMapping(text: string, roster: Table): ParsedMapping {
	const json = text.replace(/^\ufeff/, '');
	const tooDeep = tooDeepAt(json);
	if (tooDeep) {
		const message = `this is nested more than ${MAX_JSON_NESTING} levels deep. A mapping needs three: remove the rest.`;
		return { problems: [`Line ${tooDeep.line}: ${message}`] };
	}
	const errors: ParseError[] = [];
	const lineAt = lineFinder(json);
	const root = parseTree(json, errors, { disallowComments: true });
	const inLine = ({ offset }: Pick<Node, 'offset'>, message: string): string =>
		`Line ${lineAt(offset)}: ${message}`;
	const [error] = errors;
	if (error && root) {
		const what = printParseErrorCode(error.error)
			.replace(/([a-z])([A-Z])/g, '$1 $2')
			.toLowerCase();
		return { problems: [inLine(error, `not valid JSON (${what}). Fix this line or the one before.`)] };
	}
	if (root?.type !== 'object') {
		return { problems: ['The mapping must be a JSON object: { "columns": { … } }.'] };
	}
	const problems = problemsOf(root, roster).map(({ node, message }) => inLine(node, message));
	return problems.length > 0 ? { problems } : { mapping: JSON.parse(json) as Mapping };
}

interface Problem {
	readonly node: Node;
	readonly message: string;
}

interface Property {
	readonly key: string;
	readonly keyNode: Node;
	readonly value: Node;
}

type Check = (value: Node, roster: Table) => Problem[];

/** The check of each key; only editors use `$schema`. */
const checks: { readonly [Key in keyof Required<Mapping>]: Check } & { readonly $schema: Check } = {
	$schema: () => [],
	encoding: (node) => oneOf(node, 'encoding', Object.keys(encodings)),
	delimiter: (node) => oneOf(node, 'delimiter', Object.keys(delimiters)),
	header: (node) =>
		node.type === 'boolean' ? [] : [{ node, message: '"header" must be true or false, without quotes.' }],
	columns: checkColumns,
	codes: (node, roster) => inObject(node, 'codes', (property) => checkCodes(property, roster)),
	files: (node) =>
		node.type === 'array'
			? (node.children ?? []).flatMap((file) => oneOf(file, 'files', fileNames))
			: [{ node, message: `"files" must be a list: ${JSON.stringify(fileNames)}.` }],
};

function problemsOf(root: Node, roster: Table): Problem[] {
	const properties = propertiesOf(root);
	const unknown = properties
		.filter(({ key }) => !Object.hasOwn(checks, key))
		.map(({ key, keyNode }) => ({
			node: keyNode,
			message: `"${key}" is not a key of a mapping. Use ${oneOfText(Object.keys(mappingDocs))}.`,
		}));
	const missing = properties.some(({ key }) => key === 'columns')
		? []
		: [{ node: root, message: `"columns" is missing. Add "columns": { "${keyColumn}": "…" }.` }];
	const wrong = properties.flatMap(({ key, value }) =>
		Object.hasOwn(checks, key) ? checks[key as keyof typeof checks](value, roster) : [],
	);
	return [...duplicates(properties, ''), ...unknown, ...missing, ...wrong];
}

function checkColumns(node: Node): Problem[] {
	const problems = inObject(node, 'columns', ({ key, keyNode, value }) => {
		if (!isTarget(key)) {
			const message = `columns."${key}" is not a column of ${fileNames.join(' or ')}. Press Ctrl+Space to choose one, or remove the line.`;
			return [{ node: keyNode, message }];
		}
		if (value.type === 'string' && value.value !== '') return [];
		return [
			{
				node: value,
				message: `columns."${key}" must be the name of a column of the export, in quotes. If there is none, remove the line.`,
			},
		];
	});
	const hasKey = node.type !== 'object' || propertiesOf(node).some(({ key }) => key === keyColumn);
	const message = `columns."${keyColumn}" is missing. Name the column of the export that holds the student ID that Clever uses.`;
	return hasKey ? problems : [...problems, { node, message }];
}

function checkCodes({ key, keyNode, value }: Property, roster: Table): Problem[] {
	const codes = codesIn(roster, key);
	if (!codes) {
		return [
			{
				node: keyNode,
				message: `codes."${key}" is not a column with codes. Press Ctrl+Space to choose one, or remove it.`,
			},
		];
	}
	return inObject(value, `codes."${key}"`, (chosen) => {
		const code: unknown = chosen.value.value;
		// A code is always text: a number or true without quotes would be written in another form.
		if (chosen.value.type === 'null' || code === '' || codes.some((one) => one === code)) return [];
		return [
			{
				node: chosen.value,
				message: `codes."${key}"."${chosen.key}": ${valueText(chosen.value)} is not a code of ${key}. Use ${oneOfText(codes)}, "" to empty the field, or null to leave the value unchanged.`,
			},
		];
	});
}

function oneOf(node: Node, key: string, allowed: readonly string[]): Problem[] {
	if (node.type === 'string' && allowed.includes(node.value)) return [];
	return [{ node, message: `"${key}" takes ${oneOfText(allowed.map((value) => JSON.stringify(value)))}.` }];
}

function inObject(node: Node, path: string, check: (property: Property) => Problem[]): Problem[] {
	if (node.type !== 'object') return [{ node, message: `${path} must be an object: { "…": "…" }.` }];
	const properties = propertiesOf(node);
	return [...duplicates(properties, `${path}.`), ...properties.flatMap(check)];
}

/** Keys that appear twice: JSON silently takes the last one. */
function duplicates(properties: readonly Property[], path: string): Problem[] {
	const keys = new Set<string>();
	return properties
		.filter(({ key }) => keys.size === keys.add(key).size)
		.map(({ key, keyNode }) => ({
			node: keyNode,
			message: `${path}"${key}" appears twice. Remove one of the two.`,
		}));
}

function propertiesOf(node: Node): readonly Property[] {
	return (node.children ?? []).flatMap(({ children }) => {
		const [keyNode, value] = children ?? [];
		return keyNode && value ? [{ key: String(keyNode.value), keyNode, value }] : [];
	});
}

/** A value as its file has it; for a list or an object only its type. */
function valueText({ type, value }: Node): string {
	return type === 'number' || type === 'boolean' ? `${value} without quotes` : JSON.stringify(value ?? type);
}

/** "a, b or c", with no more words than a message can hold. */
function oneOfText(words: readonly string[]): string {
	const most = 15;
	if (words.length > most) return `${words.slice(0, most).join(', ')} or another of its ${words.length}`;
	return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

/** Tells the line of an offset, from 1. A file with many mistakes asks often. */
function lineFinder(text: string): (offset: number) => number {
	const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
	return (offset) => {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((ends[middle] as number) < offset) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	};
}
