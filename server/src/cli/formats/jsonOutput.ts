import { terminalJson } from '../../safeText';
import { checkedFiles, checkedFinding } from './checkedFile';
import type { CheckResult, FormatOptions } from './format';
import { shownFindings } from './shownFindings';
import { statisticsOf } from './statistics';
import { folderStates, summaryOf } from './summary';
import { toolFacts } from './toolFacts';

/** A `CheckOutput` as JSON. */
export function* jsonChunks(result: CheckResult, options: FormatOptions): Iterable<string> {
	const fileOf = checkedFiles(result, options);
	yield '{"files":[';
	let fileSeparator = '\n';
	for (const report of result.reports) {
		const file = terminalJson(fileOf(report));
		yield `${fileSeparator}${file.slice(0, -1)},"findings":[`;
		let findingSeparator = '\n';
		for (const finding of shownFindings(report, options)) {
			yield findingSeparator + terminalJson(checkedFinding(finding));
			findingSeparator = ',\n';
		}
		yield ']}';
		fileSeparator = ',\n';
	}
	const statistics = result.reports.flatMap((report) => statisticsOf(report, options.isRedacted));
	const counted = options.hasStatistics ? `,\n"statistics":${terminalJson(statistics)}` : '';
	yield `],\n"summary":${terminalJson(summaryOf(result.reports))},\n"readiness":${terminalJson(folderStates(result, options.isRedacted))},\n"tool":${terminalJson(toolFacts)}${counted}}\n`;
}
