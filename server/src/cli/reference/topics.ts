import { ruleById, rules } from '../../rules';
import type { Rule } from '../../rules/rule';
import { nearest } from '../../rules/suggest';
import { codedElements, type Element, findElement, type Option, type OptionSet, tables } from '../../spec';
import { codeWithLabel, distinctLabel } from '../../wording';
import { codePage, spellingsOf } from './pages/codePages';
import { columnPage } from './pages/columnPages';
import { code, page, sourceLine } from './pages/markdown';
import { rulePage } from './pages/rulePages';

/** Something that `explain` has a page about. */
export interface Topic {
	readonly kind: 'rule' | 'column' | 'codes' | 'code';
	/** What explains this topic and no other. */
	readonly name: string;
	/** What it is, in a few words. */
	readonly title: string;
	/** Its page, as Markdown. */
	readonly page: () => string;
}

const elements = [...new Set(tables.flatMap((table) => table.elements))];
const optionSets = [...new Set(codedElements.flatMap(({ optionSet }) => optionSet ?? []))];

/** All rules, columns and sets of codes: what a shell completes. */
export const topicNames: readonly string[] = [
	...rules.map(({ id }) => id),
	...elements.map(({ column }) => column),
];

/** What a word means: a rule, a column, a set of codes, or the codes that are written so; `Gender=F` is one code only. */
export function topicsOf(word: string): readonly Topic[] {
	const rule = ruleOf(word);
	const named = elements.filter((element) => tables.some((table) => findElement(table, word) === element));
	const sets = optionSets.filter(({ id, title }) => same(id, word) || same(title, word));
	const ofColumns = named.map(({ optionSet }) => optionSet);
	return [
		...(rule ? [ruleTopic(rule)] : []),
		...named.map(columnTopic),
		...sets.filter((set) => !ofColumns.includes(set)).map(setTopic),
		...codeTopics(word),
	];
}

/** Names that are spelled like a word that has no topic, nearest first. */
export function nearTopics(word: string): readonly string[] {
	const named = [
		...topicNames.map((name) => ({ name, names: [name, name.slice(name.search(/[/.]/) + 1)] })),
		...codedElements.flatMap(({ optionSet }) =>
			(optionSet?.options ?? []).map((option) => ({ name: option.code, names: [option.code, option.label] })),
		),
	];
	return [...new Set(nearest(word, named, ({ names }) => names).map(({ name }) => name))];
}

function ruleOf(word: string): Rule | undefined {
	const id = word.toLowerCase();
	const ofName = rules.filter((rule) => rule.id.slice(rule.id.indexOf('/') + 1) === id);
	return (
		ruleById(id) ??
		rules.find((rule) => rule.id.replace('/', '-') === id) ??
		(ofName.length === 1 ? ofName[0] : undefined)
	);
}

function ruleTopic(rule: Rule): Topic {
	return { kind: 'rule', name: rule.id, title: rule.title, page: () => rulePage(rule) };
}

/** With the codes that the column takes. */
function columnTopic(element: Element): Topic {
	const { column, title, optionSet } = element;
	return {
		kind: 'column',
		name: column,
		title,
		page: () => columnPage(element) + (optionSet ? `\n${codePage(optionSet)}` : ''),
	};
}

function setTopic(set: OptionSet): Topic {
	return { kind: 'codes', name: set.id, title: set.title, page: () => codePage(set) };
}

/** The codes with this spelling, in each set once; a label counts where nothing is a code. */
function codeTopics(word: string): readonly Topic[] {
	const [column, value] = word.includes('=') ? splitAt(word, word.indexOf('=')) : [undefined, word];
	const sets = optionSets.filter(
		(set) => column === undefined || columnsOf(set).some((name) => same(name, column)),
	);
	const found = (isMeant: (option: Option) => boolean): readonly Topic[] =>
		sets.flatMap((set) => set.options.filter(isMeant).map((option) => codeTopic(set, option)));
	const exact = found((option) => option.code === value);
	if (exact.length > 0) return exact;
	const inAnyCase = found((option) => same(option.code, value));
	return inAnyCase.length > 0 ? inAnyCase : found((option) => same(option.label, value));
}

function codeTopic(set: OptionSet, option: Option): Topic {
	const [column = set.id] = columnsOf(set);
	return {
		kind: 'code',
		name: `${column}=${option.code}`,
		title: codeWithLabel(option),
		page: () => optionPage(set, option),
	};
}

function optionPage(set: OptionSet, option: Option): string {
	const label = distinctLabel(option);
	const spellings = spellingsOf(option);
	return page(
		`# ${option.code}`,
		label === '' ? undefined : `${label}.`,
		option.definition === label ? undefined : option.definition,
		`This is a code of ${set.title}, for ${columnsOf(set).join(', ')}. Upper and lower case matter.`,
		spellings.length === 0
			? undefined
			: `Each of these values is reported, and its fix replaces it with the code: ${spellings.map(code).join(', ')}.`,
		`Source: ${sourceLine(set.source)}.`,
	);
}

function columnsOf(set: OptionSet): readonly string[] {
	return codedElements.filter(({ optionSet }) => optionSet === set).map(({ column }) => column);
}

function splitAt(word: string, at: number): [string, string] {
	return [word.slice(0, at), word.slice(at + 1)];
}

function same(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
