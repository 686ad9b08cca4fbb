import { InvalidArgumentError } from 'commander';
import { ruleById, rules } from '../../rules';
import { nearest } from '../../rules/suggest';
import { problemsOfSetting, type RuleLevel, readSettings, type Settings } from '../../settings';
import { normalizeColumn } from '../../spec';
import { shown } from '../../wording';

/** What the arguments change in the settings of every file. */
export interface RuleOptions {
	readonly rule: Readonly<Record<string, RuleLevel>>;
	readonly accept: readonly Accepted[];
	/** Ids of rules; undefined if the option is not given. */
	readonly select?: readonly string[];
	readonly ignore?: readonly string[];
}

/** A value that a column accepts. */
export interface Accepted {
	readonly column: string;
	readonly value: string;
}

/** The settings as the arguments change them: an argument that names one rule wins over `select` and `ignore`. */
export function adjusted(settings: Settings, { rule, accept, select, ignore = [] }: RuleOptions): Settings {
	const off = rules.filter(({ id }) => ignore.includes(id) || select?.includes(id) === false);
	const acceptedValues: Record<string, readonly string[]> = { ...settings.acceptedValues };
	for (const { column, value } of accept) {
		const key =
			Object.keys(acceptedValues).find((each) => normalizeColumn(each) === normalizeColumn(column)) ?? column;
		acceptedValues[key] = [...(acceptedValues[key] ?? []), value];
	}
	const levels = { ...Object.fromEntries(off.map(({ id }) => [id, 'off'])), ...rule };
	return readSettings({ rules: levels, acceptedValues }, settings);
}

/** Reads `id=severity`, and adds it to those that were given before. */
export function readRule(text: string, before: RuleOptions['rule'] = {}): RuleOptions['rule'] {
	const [id, level] = splitAtEquals(text, 'a rule and its severity, such as <rule>=warning');
	const [problem] = problemsOfSetting('rules', { [id]: level }, '--rule');
	if (problem) throw new InvalidArgumentError(problem.text);
	return { ...before, [id]: level as RuleLevel };
}

/** Reads `column=value`, and adds it to those that were given before. */
export function readAccepted(text: string, before: readonly Accepted[] = []): readonly Accepted[] {
	const [name, value] = splitAtEquals(text, 'a column and a value, such as Gender=X');
	const [problem] = problemsOfSetting('acceptedValues', { [name]: [value] }, '--accept');
	if (problem) throw new InvalidArgumentError(problem.text);
	return [...before, { column: name, value }];
}

/** Reads ids of rules and scopes, separated by commas, as ids of rules, and adds them to those that were given before. */
export function readRuleIds(text: string, before: readonly string[] = []): readonly string[] {
	const names = text.trim().split(/[\s,]+/);
	return [...new Set([...before, ...names.flatMap(rulesNamed)])];
}

function rulesNamed(name: string): readonly string[] {
	if (ruleById(name)) return [name];
	const ofScope = rules.filter(({ id }) => scopeOf(id) === name).map(({ id }) => id);
	if (ofScope.length > 0) return ofScope;
	const scopes = [...new Set(rules.map(({ id }) => scopeOf(id)))];
	const [near] = nearest(name, [...scopes, ...rules.map(({ id }) => id)], (id) => [
		id,
		id.slice(id.indexOf('/') + 1),
	]);
	const wayOut = near
		? `Did you mean ${near}?`
		: `The scopes are ${scopes.join(', ')}; docs/rules has the rules.`;
	throw new InvalidArgumentError(`There is no rule "${shown(name)}". ${wayOut}`);
}

function scopeOf(id: string): string {
	return id.slice(0, id.indexOf('/'));
}

function splitAtEquals(text: string, expected: string): readonly [string, string] {
	const at = text.indexOf('=');
	const [before, after] = [text.slice(0, at).trim(), text.slice(at + 1)];
	if (at < 1 || before === '' || after === '') throw new InvalidArgumentError(`It takes ${expected}.`);
	return [before, after];
}
