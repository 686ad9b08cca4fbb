import { terminalJson } from '../../safeText';
import { checkedFiles, checkedFinding } from './checkedFile';
import type { CheckResult, FormatOptions } from './format';
import { shownFindings } from './shownFindings';
import { statisticsOf } from './statistics';
import { folderStates, summaryOf } from './summary';
import { toolFacts } from './toolFacts';

/** A line of JSON for each finding, each with its file, and a last one with the counts: what is cut off is noticed. */
export function* jsonlChunks(result: CheckResult, options: FormatOptions): Iterable<string> {
	for (const report of result.reports) {
		const { path, table } = report;
		for (const finding of shownFindings(report, options)) {
			yield `${terminalJson({ type: 'finding', path, table, ...checkedFinding(finding) })}\n`;
		}
	}
	const files = result.reports.map(checkedFiles(result, options));
	const readiness = folderStates(result, options.isRedacted);
	const summary = summaryOf(result.reports);
	const statistics = result.reports.flatMap((report) => statisticsOf(report, options.isRedacted));
	const counted = options.hasStatistics && { statistics };
	yield `${terminalJson({ type: 'summary', files, summary, readiness, tool: toolFacts, ...counted })}\n`;
}
