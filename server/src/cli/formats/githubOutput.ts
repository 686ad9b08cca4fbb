import type { Severity } from '../../rules/rule';
import { workflowText } from '../../safeText';
import { pathFromHere } from './filePlaces';
import type { CheckResult, FormatOptions } from './format';
import { type ShownFinding, shownFindings } from './shownFindings';
import { shownReadiness } from './shownReadiness';
import { fileCountsLine, totalLine } from './textOutput';
import { toolLine } from './toolFacts';

type Command = 'error' | 'warning' | 'notice';

const commands: Readonly<Record<Severity, Command>> = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions. GitHub shows ten errors, ten warnings and ten notices of a step, so the counts
 * are in the first notice, and the first finding of each rule and column comes before any second one.
 */
export function* githubChunks({ reports, folders }: CheckResult, options: FormatOptions): Iterable<string> {
	const counts = reports.map(({ path, records, counts }) => `${path}: ${fileCountsLine(records, counts)}`);
	const total = reports.length > 1 ? [`${reports.length} files: ${totalLine(reports)}`] : [];
	const states = folders.map(
		({ path, readiness }) => `${path}: ${shownReadiness(readiness, options.isRedacted).summary}`,
	);
	const summary = [...counts, ...total, ...states, toolLine].map(workflowText).join('%0A');
	yield `::notice title=Clever Demographics::${summary}\n`;
	const byCommand: Record<Command, { readonly file: string; readonly finding: ShownFinding }[]> = {
		error: [],
		warning: [],
		notice: [],
	};
	for (const report of reports) {
		const file = workflowText(pathFromHere(report.path));
		for (const finding of shownFindings(report, options)) {
			byCommand[commands[finding.severity]].push({ file, finding });
		}
	}
	for (const [command, found] of Object.entries(byCommand)) {
		const inTurn = found.sort((a, b) => a.finding.ordinal - b.finding.ordinal);
		for (const { file, finding } of inTurn) yield `${commandOf(command, file, finding)}\n`;
	}
}

function commandOf(command: string, file: string, { line, range, rule, message }: ShownFinding): string {
	const parameters = [
		`file=${file}`,
		`line=${line}`,
		...(range ? [`endLine=${range.end.line + 1}`] : []),
		// GitHub takes columns of one line only.
		...(range && range.start.line === range.end.line
			? [`col=${range.start.character + 1}`, `endColumn=${range.end.character + 1}`]
			: []),
		`title=${workflowText(rule)}`,
	];
	return `::${command} ${parameters.reduce((all, each) => `${all},${each}`)}::${workflowText(message)}`;
}
