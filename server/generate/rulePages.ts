import { rules } from '../src/rules';
import type { Rule } from '../src/rules/rule';
import { settingsSection } from '../src/settings';
import { tables } from '../src/spec';
import { type ExampleFinding, type PageExample, runExample } from './example';
import { code, csvBlock, jsonBlock, markdownTable, page, sourceLine } from './markdown';

/** The pages that a finding links to, by file name. They ship, so they link to each other and to the web only. */
export function rulePages(): ReadonlyMap<string, string> {
	return new Map([
		['README.md', index()],
		...rules.map((rule) => [fileName(rule.id), rulePage(rule)] as const),
	]);
}

function fileName(ruleId: string): string {
	return `${ruleId.replace('/', '-')}.md`;
}

function index(): string {
	return page(
		'# What is checked',
		'Each finding carries the id of its rule. An empty field is never wrong, but for the key.',
		markdownTable(
			['Rule', 'Severity', 'What is wrong'],
			rules.map(({ id, severity, title, cliOnly }) => [
				`[${id}](${fileName(id)})`,
				severity,
				title + (cliOnly ? ' (command line only)' : ''),
			]),
		),
		'A district can change how serious a rule is, or turn it off: each page says how.',
	);
}

function rulePage(rule: Rule): string {
	const bad = runExample(rule, 'bad');
	const own = bad.findings.filter(({ rule: id }) => id === rule.id);
	if (own.length === 0) throw new Error(`The example of ${rule.id} does not raise it`);
	const good = runExample(rule, 'good');
	return page(
		`# ${rule.id}`,
		`**${rule.title}.** Severity: ${rule.severity}.`,
		rule.why,
		rule.cliOnly
			? 'Only the command line says so: an editor shows the text of a file and not its bytes.'
			: undefined,
		beside(rule),
		'## Wrong',
		example(bad),
		'The check says:',
		own.map(saidLine).join('\n'),
		bad.text === '' ? undefined : others(bad.findings, rule),
		'## Right',
		example(good),
		'## If it is no fault in your district',
		turnDown(rule, own),
		`## Source\n\n${sourceLine(rule.source)}`,
		'[All rules](README.md)',
	);
}

function beside({ example: { beside: text, table } }: Rule): string | undefined {
	const { foreignKey } = tables.find(({ fileName: name }) => name === table) ?? {};
	return text && foreignKey && `Beside it lies ${code(foreignKey.fileName)}:\n\n${csvBlock(text)}`;
}

function example({ fileName: name, text }: PageExample): string {
	return `${code(name)}${text === '' ? '' : `:\n\n${csvBlock(text)}`}`;
}

function saidLine({ severity, place, message, fixes }: ExampleFinding): string {
	const said = `- ${[severity, place].filter((part) => part !== '').join(', ')}: ${inText(message)}`;
	const lines = fixes.map(
		({ title, preferred }) => `  - Fix: ${inText(title)}${preferred ? ' (preferred)' : ''}`,
	);
	return [said, ...lines].join('\n');
}

/** A message quotes what stands in a file. */
function inText(text: string): string {
	return text.replace(/[\\`*<>[\]]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** What the file gets besides, since a page that leaves it out would say too little. */
function others(said: readonly ExampleFinding[], rule: Rule): string | undefined {
	const ids = [...new Set(said.map(({ rule: id }) => id))].filter((id) => id !== rule.id);
	if (ids.length === 0) return undefined;
	return `The same file also gets ${ids.map((id) => `[${id}](${fileName(id)})`).join(', ')}.`;
}

function turnDown(rule: Rule, own: readonly ExampleFinding[]): string {
	const quieter = rule.severity === 'hint' || rule.severity === 'information' ? 'off' : 'information';
	const how = rule.cliOnly
		? 'Name a settings file with `--settings`, and write in it'
		: `In the light bulb on the finding choose "Turn ${rule.id} off", or write in the settings`;
	return page(
		how,
		jsonBlock({ [`${settingsSection}.rules`]: { [rule.id]: quieter } }),
		`The levels are \`error\`, \`warning\`, \`information\`, \`hint\` and \`off\`.`,
		acceptance(rule, own),
	).trimEnd();
}

/** Offered where it works: the example is run again with its value accepted. */
function acceptance(rule: Rule, own: readonly ExampleFinding[]): string | undefined {
	const { column, value } = own[0] as ExampleFinding;
	if (column === null || value === '') return undefined;
	const accepted = { [column]: [value] };
	const left = runExample(rule, 'bad', { acceptedValues: accepted }).findings;
	if (left.some(({ rule: id }) => id === rule.id)) return undefined;
	return page(
		'If only one value is meant, accept it:',
		jsonBlock({ [`${settingsSection}.acceptedValues`]: accepted }),
	).trimEnd();
}
