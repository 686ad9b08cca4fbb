import { rules } from '../../../rules';
import type { Rule } from '../../../rules/rule';
import { settingsSection } from '../../../settings';
import { tables } from '../../../spec';
import { type ExampleFinding, type PageExample, runExample } from './example';
import { code, csvBlock, jsonBlock, markdownTable, page, sourceLine } from './markdown';

/** The pages that findings link to, by file name. They ship, so they link only to each other and to the web. */
export function rulePages(): ReadonlyMap<string, string> {
	return new Map([
		['README.md', index()],
		...rules.map((rule) => [fileName(rule.id), rulePage(rule)] as const),
	]);
}

/** The page of a rule where it stands alone: the links to other pages would lead nowhere. */
export function rulePageAlone(rule: Rule): string {
	return rulePage(rule)
		.replace('\n[All rules](README.md)\n', '')
		.replace(/\[([^\]]+)\]\([\w-]+\.md\)/g, '$1');
}

function fileName(ruleId: string): string {
	return `${ruleId.replace('/', '-')}.md`;
}

function index(): string {
	return page(
		'# What is checked',
		'Each problem names its rule. An empty field is never wrong, except for the student ID.',
		markdownTable(
			['Rule', 'Severity', 'What is wrong'],
			rules.map(({ id, severity, title, needsBytes }) => [
				`[${id}](${fileName(id)})`,
				severity,
				title + (needsBytes ? ' (only in files that are not open)' : ''),
			]),
		),
		'Your district can change the severity of a rule or turn it off. Each page says how.',
	);
}

/** The page of a rule, as Markdown. */
export function rulePage(rule: Rule): string {
	const bad = runExample(rule, 'bad');
	const ofRule = bad.findings.filter(({ rule: id }) => id === rule.id);
	if (ofRule.length === 0) throw new Error(`The example of ${rule.id} does not raise it`);
	const good = runExample(rule, 'good');
	return page(
		`# ${rule.id}`,
		`**${rule.title}.** Severity: ${rule.severity}.`,
		rule.why,
		rule.needsBytes
			? 'This is checked in a file that is not open, and on the command line, because an editor does not show the bytes of a file.'
			: undefined,
		siblingFile(rule),
		'## Wrong',
		example(bad),
		'The check reports:',
		ofRule.map(findingLine).join('\n'),
		bad.text === '' ? undefined : otherRules(bad.findings, rule),
		'## Right',
		example(good),
		'## If this is right in your district',
		configuration(rule, ofRule),
		`## Source\n\n${sourceLine(rule.source)}`,
		'[All rules](README.md)',
	);
}

function siblingFile({ example: { sibling: text, table } }: Rule): string | undefined {
	const { foreignKey } = tables.find(({ fileName: name }) => name === table) ?? {};
	return text && foreignKey && `${code(foreignKey.fileName)} in the same folder:\n\n${csvBlock(text)}`;
}

function example({ fileName: name, text }: PageExample): string {
	return `${code(name)}${text === '' ? '' : `:\n\n${csvBlock(text)}`}`;
}

function findingLine({ severity, place, message, fixes }: ExampleFinding): string {
	const finding = `- ${[severity, place].filter((part) => part !== '').join(', ')}: ${inText(message)}`;
	const lines = fixes.map(
		({ title, preferred }) => `  - Fix: ${inText(title)}${preferred ? ' (preferred)' : ''}`,
	);
	return [finding, ...lines].join('\n');
}

/** Escapes Markdown in a message, which quotes values. */
function inText(text: string): string {
	return text.replace(/[\\`*<>[\]]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** The other findings of the file, since the page would be incomplete without them. */
function otherRules(findings: readonly ExampleFinding[], rule: Rule): string | undefined {
	const ids = [...new Set(findings.map(({ rule: id }) => id))].filter((id) => id !== rule.id);
	if (ids.length === 0) return undefined;
	return `In the same file, the check also reports ${ids.map((id) => `[${id}](${fileName(id)})`).join(', ')}.`;
}

function configuration(rule: Rule, ofRule: readonly ExampleFinding[]): string {
	const quieter = rule.severity === 'hint' || rule.severity === 'information' ? 'off' : 'information';
	const action = quieter === 'off' ? 'Turn Off' : 'Show as Information Only';
	const how = rule.needsBytes
		? 'Add this to your settings. On the command line, name the settings file with `--settings`:'
		: `Click the light bulb next to the problem and choose *${action}: ${rule.title}*, or add this to your settings:`;
	return page(
		how,
		jsonBlock({ [`${settingsSection}.rules`]: { [rule.id]: quieter } }),
		'The levels are `error`, `warning`, `information`, `hint` and `off`.',
		acceptance(rule, ofRule),
	).trimEnd();
}

/** How to accept the value, where that silences the rule: the example runs again with its value accepted. */
function acceptance(rule: Rule, ofRule: readonly ExampleFinding[]): string | undefined {
	const { column, value } = ofRule[0] as ExampleFinding;
	if (column === null || value === '') return undefined;
	const accepted = { [column]: [value] };
	const remaining = runExample(rule, 'bad', { acceptedValues: accepted }).findings;
	if (remaining.some(({ rule: id }) => id === rule.id)) return undefined;
	return page(
		'To accept only this value, add this:',
		jsonBlock({ [`${settingsSection}.acceptedValues`]: accepted }),
	).trimEnd();
}
