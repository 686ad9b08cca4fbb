import type { ArtifactLocation, Fix, Region, ReportingDescriptor, Result, Run } from 'sarif';
import type { ListedFix, TextPosition } from '../../disk/listedFinding';
import { ruleById } from '../../rules';
import type { Rule, Severity } from '../../rules/rule';
import { sarifText, terminalJson } from '../../safeText';
import { rulePageAlone } from '../reference/pages/rulePages';
import { fileAddress } from './filePlaces';
import { fingerprints } from './fingerprint';
import type { CheckResult, FormatOptions } from './format';
import { hiddenCount, type ShownFinding, shownFindings } from './shownFindings';
import { folderStates, summaryOf } from './summary';
import { toolFacts } from './toolFacts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const ROOT = '%SRCROOT%';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
};

/** A SARIF 2.1.0 log with one run. */
export function* sarifChunks(result: CheckResult, options: FormatOptions): Iterable<string> {
	const { reports } = result;
	const ids = [...new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
	yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[\n`;
	const run = terminalJson(runOf(result, ids, options));
	yield `${run.slice(0, -1)},"results":[`;
	let separator = '\n';
	for (const [index, report] of reports.entries()) {
		const location = artifactLocation(report.path);
		const fingerprint = fingerprints(report.path);
		for (const finding of shownFindings(report, options)) {
			const printed: Result = {
				ruleId: finding.rule,
				ruleIndex: ids.indexOf(finding.rule),
				level: levels[finding.severity],
				message: { text: sarifText(finding.message) },
				locations: [
					{ physicalLocation: { artifactLocation: { ...location, index }, region: regionOf(finding) } },
				],
				partialFingerprints: { 'cleverDemographicsFinding/v1': fingerprint(finding) },
				...fixesOf(finding, location),
			};
			yield separator + terminalJson(printed);
			separator = ',\n';
		}
	}
	yield ']}\n]}\n';
}

/** All of the run but its results. */
function runOf(result: CheckResult, ids: readonly string[], options: FormatOptions): Run {
	const { reports, failures = [] } = result;
	const { name, version, rulesDate, cedsVersion } = toolFacts;
	return {
		tool: {
			driver: {
				name,
				version,
				semanticVersion: version,
				rules: ids.flatMap((id) => ruleById(id) ?? []).map(descriptorOf),
				properties: { rulesDate, cedsVersion },
			},
		},
		columnKind: 'utf16CodeUnits',
		originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the check was started.' } } },
		invocations: [
			{
				executionSuccessful: failures.length === 0,
				toolExecutionNotifications: failures.map((failure) => ({
					level: 'error',
					message: { text: sarifText(failure) },
				})),
			},
		],
		artifacts: reports.map((report) => ({
			location: artifactLocation(report.path),
			mimeType: 'text/csv',
			properties: { records: report.records, unlisted: hiddenCount(report, options) },
		})),
		properties: {
			summary: summaryOf(reports),
			readiness: folderStates(result, options.isRedacted),
		},
	};
}

function descriptorOf(rule: Rule): ReportingDescriptor {
	const markdown = rulePageAlone(rule);
	return {
		id: rule.id,
		shortDescription: { text: sarifText(`${rule.title}.`) },
		fullDescription: { text: sarifText(rule.why) },
		help: { text: plainText(markdown), markdown },
		...(rule.source.url !== undefined && { helpUri: rule.source.url }),
		defaultConfiguration: { level: levels[rule.severity] },
		properties: { source: rule.source.document },
	};
}

/** A page without the marks of Markdown. */
function plainText(markdown: string): string {
	return markdown
		.replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 <$2>')
		.replace(/^#+ |\*\*|^```\w*$/gm, '')
		.replace(/\\([\\`*<>[\]_])/g, '$1')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function artifactLocation(path: string): ArtifactLocation {
	const { uri, isBelow } = fileAddress(path);
	return isBelow ? { uri, uriBaseId: ROOT } : { uri };
}

function regionOf({ line, range }: ShownFinding): Region {
	return range ? between(range.start, range.end) : { startLine: line };
}

function between(start: TextPosition, end: TextPosition): Region {
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}

/** The fixes that set the value of a field, as text of CSV. */
function fixesOf({ fixes }: ShownFinding, location: ArtifactLocation): { readonly fixes?: Fix[] } {
	const printed = fixes.flatMap(({ title, edit }: ListedFix): Fix[] => {
		if (!edit) return [];
		const replacement = {
			deletedRegion: between(edit.start, edit.end),
			insertedContent: { text: edit.text },
		};
		return [
			{
				description: { text: sarifText(title) },
				artifactChanges: [{ artifactLocation: location, replacements: [replacement] }],
			},
		];
	});
	return printed.length > 0 ? { fixes: printed } : {};
}
