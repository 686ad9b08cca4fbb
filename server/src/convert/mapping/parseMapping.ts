/** Checks a mapping file: every problem names its line and its key, and says what to do. */

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Table } from '../../spec';
import { yesNoCodes } from '../../spec/optionSets/yesNo';
import { codeTables, codeTablesFor, exportSystems, findCodeTable, findSystem } from '../../spec/systems';
import { countOf } from '../../wording';
import { MAX_JSON_NESTING, tooDeepAt } from '../jsonNesting';
import { delimiters, encodings } from '../read/exportFormat';
import {
	codesIn,
	fileNames,
	isTarget,
	keyColumn,
	LAST_HEADER_ROW,
	type Mapping,
	mappingDocs,
} from './mapping';

/**
 * A mapping, or what is wrong with its file, each in sentences for people. `withoutThem` is the mapping without the codes
 * that its columns do not have, where nothing else is wrong: their values are not decided.
 */
export type ParsedMapping =
	| { readonly mapping: Mapping }
	| { readonly problems: readonly string[]; readonly withoutThem?: Mapping };

/** How many problems of a mapping are listed; the others are counted. */
const MAX_LISTED = 100;

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
	const found = problemsOf(root, roster);
	const unknown = found.flatMap(({ unknownCode }) => unknownCode ?? []);
	const problems = found.slice(0, MAX_LISTED).map(({ node, message }) => inLine(node, message));
	const more = found.length - problems.length;
	if (more > 0) problems.push(`${countOf(more, 'more mistake is', 'more mistakes are')} not listed.`);
	if (found.length > unknown.length) return { problems };
	const mapping = JSON.parse(json) as Mapping;
	return found.length > 0 ? { problems, withoutThem: withoutCodes(mapping, unknown) } : { mapping };
}

/** A value of a column of the new files, by the column's exact name. */
interface CodedValue {
	readonly element: string;
	readonly value: string;
}

function withoutCodes(mapping: Mapping, unknown: readonly CodedValue[]): Mapping {
	const values = new Map<string, Set<string>>();
	for (const { element, value } of unknown) {
		values.set(element, (values.get(element) ?? new Set()).add(value));
	}
	const codes = Object.entries(mapping.codes ?? {}).map(([element, chosen]) => [
		element,
		Object.fromEntries(Object.entries(chosen).filter(([value]) => !values.get(element)?.has(value))),
	]);
	return { ...mapping, codes: Object.fromEntries(codes) };
}

const systemNames: readonly string[] = exportSystems.map(({ name }) => name);

/** Whether a name is one that a person can pick as the system: that of a system, or of a table of codes. */
function isSystemName(name: string): boolean {
	return (
		findSystem(name) !== undefined ||
		codeTables.some((table) => table.elements.some((element) => findCodeTable(name, element)))
	);
}

interface Problem {
	readonly node: Node;
	readonly message: string;
	/** The value whose code the column does not have; undefined if something else is wrong. */
	readonly unknownCode?: CodedValue;
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
	headerRow: (node) =>
		Number.isInteger(node.value) && node.value > 0 && node.value <= LAST_HEADER_ROW
			? []
			: [{ node, message: '"headerRow" must be the number of a row, from 1 and without quotes.' }],
	sheet: (node) => nameOf(node, 'sheet', 'the name of a sheet'),
	system: (node) => {
		const wrong = nameOf(node, 'system', 'the name of a system');
		if (wrong.length > 0 || isSystemName(node.value)) return wrong;
		const message = `system: ${JSON.stringify(node.value)} is not known. Remove the line, or use ${oneOfText(systemNames)}.`;
		return [{ node, message }];
	},
	columns: (node) => inObject(node, 'columns', checkColumn),
	flags: (node, roster) => inObject(node, 'flags', (property) => checkFlags(property, roster)),
	codeTables: (node, roster) => inObject(node, 'codeTables', (property) => checkCodeTable(property, roster)),
	codes: (node, roster) =>
		inObject(node, 'codes', (property) => checkCodes(property, roster, hasFlags(node, property.key))),
	files: (node) =>
		node.type === 'array'
			? (node.children ?? []).flatMap((file) => oneOf(file, 'files', fileNames))
			: [{ node, message: `"files" must be a list: ${JSON.stringify(fileNames)}.` }],
	exportColumns: (node) =>
		node.type === 'array' && (node.children ?? []).every(({ type }) => type === 'string')
			? []
			: [{ node, message: '"exportColumns" must be a list of names in quotes. Remove it, or import again.' }],
};

function problemsOf(root: Node, roster: Table): Problem[] {
	const properties = propertiesOf(root);
	const unknown = properties
		.filter(({ key }) => !Object.hasOwn(checks, key))
		.map(({ key, keyNode }) => ({
			node: keyNode,
			message: `"${key}" is not a key of a mapping. Use ${oneOfText(Object.keys(mappingDocs))}.`,
		}));
	const wrong = properties.flatMap(({ key, value }) =>
		Object.hasOwn(checks, key) ? checks[key as keyof typeof checks](value, roster) : [],
	);
	return [...duplicates(properties, ''), ...unknown, ...wrong];
}

function checkColumn({ key, keyNode, value }: Property): Problem[] {
	if (!isTarget(key)) {
		const message = `columns."${key}" is not a column of ${fileNames.join(' or ')}. Press Ctrl+Space to choose one, or remove the line.`;
		return [{ node: keyNode, message }];
	}
	const names = value.type === 'array' ? (value.children ?? []) : [value];
	if (key === keyColumn && names.length > 1) {
		const message = `columns."${key}" is one column: an ID cannot be joined of several. Keep the name of one, without the list.`;
		return [{ node: value, message }];
	}
	const isNamed = names.length > 0 && names.every((name) => name.type === 'string' && name.value !== '');
	if (isNamed || value.type === 'null') return [];
	const message = `columns."${key}" must be the name of a column of the export, in quotes, or a list of names. If there is none, write null.`;
	return [{ node: value, message }];
}

function checkFlags({ key, keyNode, value }: Property, roster: Table): Problem[] {
	const codes = codesIn(roster, key);
	if (!codes) return [uncoded('flags', key, keyNode)];
	return inObject(value, `flags."${key}"`, (flag) => {
		if (codes.some((code) => code === flag.value.value)) return [];
		const message = `flags."${key}"."${flag.key}": ${valueText(flag.value)} is not a code of ${key}. Use ${oneOfText(codes)}.`;
		return [{ node: flag.value, message }];
	});
}

function checkCodeTable({ key, keyNode, value }: Property, roster: Table): Problem[] {
	if (!codesIn(roster, key)) return [uncoded('codeTables', key, keyNode)];
	const wrong = nameOf(value, `codeTables."${key}"`, 'the name of a table of codes');
	if (wrong.length > 0 || findCodeTable(value.value, key)) return wrong;
	const names = codeTablesFor(key).map(({ name }) => name);
	const way = names.length > 0 ? `use ${oneOfText(names)}` : 'choose the codes one by one';
	const message = `codeTables."${key}": ${JSON.stringify(value.value)} is no table of codes for ${key}. Remove the line, or ${way}.`;
	return [{ node: value, message }];
}

function uncoded(path: string, key: string, node: Node): Problem {
	return {
		node,
		message: `${path}."${key}" is not a column with codes. Press Ctrl+Space to choose one, or remove it.`,
	};
}

/** Whether the mapping has flags for a column, whose values are then answers. @param codes the node of "codes". */
function hasFlags(codes: Node, column: string): boolean {
	const root = codes.parent?.parent;
	const flags = root && propertiesOf(root).find(({ key }) => key === 'flags');
	return flags !== undefined && propertiesOf(flags.value).some(({ key }) => key === column);
}

function checkCodes({ key, keyNode, value }: Property, roster: Table, isAnswer: boolean): Problem[] {
	const codes = isAnswer ? yesNoCodes.options.map(({ code }) => code) : codesIn(roster, key);
	if (!codes) return [uncoded('codes', key, keyNode)];
	return inObject(value, `codes."${key}"`, (chosen) => {
		const code: unknown = chosen.value.value;
		// A code is always text: a number or true without quotes would be written in another form.
		if (chosen.value.type === 'null' || code === '' || codes.some((one) => one === code)) return [];
		return [
			{
				node: chosen.value,
				message: `codes."${key}"."${chosen.key}": ${valueText(chosen.value)} is not a code of ${key}. Use ${oneOfText(codes)}, "" to empty the field, or null to leave the value unchanged.`,
				// Any other type is a mistake of the one who wrote it.
				...(typeof code === 'string' ? { unknownCode: { element: key, value: chosen.key } } : {}),
			},
		];
	});
}

function oneOf(node: Node, key: string, allowed: readonly string[]): Problem[] {
	if (node.type === 'string' && allowed.includes(node.value)) return [];
	return [{ node, message: `"${key}" takes ${oneOfText(allowed.map((value) => JSON.stringify(value)))}.` }];
}

function nameOf(node: Node, key: string, what: string): Problem[] {
	if (node.type === 'string' && node.value !== '') return [];
	return [{ node, message: `${key} must be ${what}, in quotes.` }];
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
