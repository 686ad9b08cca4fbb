import type { FileReport } from '../../disk/fileCheck';
import { rules } from '../../rules';
import { markupText } from '../../safeText';
import { formatNumber } from '../../wording';
import type { CheckResult, FormatOptions } from './format';
import { hiddenCount, type ShownFinding, shownFindings } from './shownFindings';
import { fileCountsLine } from './textOutput';
import { toolFacts } from './toolFacts';

/**
 * JUnit's XML, as the schema of Jenkins has it: a suite for each file, and in it a test for each rule, so that a build
 * server can say since when one fails. As for the exit status, only errors fail: the other findings are its output.
 */
export function* junitChunks(
	{ reports, failures = [] }: CheckResult,
	options: FormatOptions,
): Iterable<string> {
	const failed = reports.map((report) => rulesWithErrors(report).size);
	const tests = reports.length * rules.length + failures.length;
	yield '<?xml version="1.0" encoding="UTF-8"?>\n';
	yield `<testsuites name="${toolFacts.name}" tests="${tests}" failures="${failed.reduce((sum, each) => sum + each, 0)}" errors="${failures.length}">\n`;
	for (const report of reports) yield* suiteOf(report, options);
	if (failures.length > 0) yield* notChecked(failures);
	yield '</testsuites>\n';
}

function* suiteOf(report: FileReport, options: FormatOptions): Iterable<string> {
	const { path, table, records, counts } = report;
	const wrong = rulesWithErrors(report);
	yield `<testsuite name="${markupText(path)}" tests="${rules.length}" failures="${wrong.size}" errors="0" file="${markupText(path)}">\n`;
	const { version, rulesDate, cedsVersion } = toolFacts;
	yield `<properties>${Object.entries({ version, rulesDate, cedsVersion })
		.map(([name, value]) => `<property name="${name}" value="${markupText(value)}"/>`)
		.join('')}</properties>\n`;
	const byRule = new Map<string, ShownFinding[]>();
	for (const finding of shownFindings(report, options)) {
		const ofRule = byRule.get(finding.rule);
		if (ofRule) ofRule.push(finding);
		else byRule.set(finding.rule, [finding]);
	}
	for (const { id, title } of rules) {
		yield `<testcase classname="${markupText(table)}" name="${markupText(`${id}: ${title}`)}"`;
		const found = byRule.get(id) ?? [];
		const errors = found.filter(({ severity }) => severity === 'error');
		const others = found.filter(({ severity }) => severity !== 'error');
		if (found.length === 0 && !wrong.has(id)) {
			yield '/>\n';
			continue;
		}
		yield '>\n';
		if (wrong.has(id)) {
			yield `<failure type="error" message="${markupText(`${title} (${formatNumber(wrong.get(id) ?? 0)})`)}">`;
			for (const error of errors) yield `${findingLine(error)}\n`;
			yield '</failure>\n';
		}
		if (others.length > 0) {
			yield '<system-out>';
			for (const other of others) yield `${findingLine(other)}\n`;
			yield '</system-out>\n';
		}
		yield '</testcase>\n';
	}
	const hidden = hiddenCount(report, options);
	const more = hidden > 0 ? ` ${formatNumber(hidden)} of them are not listed.` : '';
	yield `<system-out>${markupText(`${fileCountsLine(records, counts)}.${more}`)}</system-out>\n</testsuite>\n`;
}

function findingLine({ line, range, severity, message }: ShownFinding): string {
	const column = range ? `:${range.start.character + 1}` : '';
	return markupText(`${line}${column} ${severity} ${message}`);
}

/** How many errors each rule has, those that are not listed included. */
function rulesWithErrors({ groups }: FileReport): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { rule, severity, count } of groups) {
		if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + count);
	}
	return counts;
}

/** The files that could not be checked, as tests that could not be run. */
function* notChecked(failures: readonly string[]): Iterable<string> {
	yield `<testsuite name="not checked" tests="${failures.length}" failures="0" errors="${failures.length}">\n`;
	for (const failure of failures) {
		yield `<testcase classname="not checked" name="${markupText(failure)}"><error type="not checked" message="${markupText(failure)}"/></testcase>\n`;
	}
	yield '</testsuite>\n';
}
