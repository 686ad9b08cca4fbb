import type { FileReport } from '../../disk/fileCheck';
import { terminalText } from '../../safeText';
import { formatNumber, shown } from '../../wording';
import type { FormatOptions } from './format';
import { statisticsOf } from './statistics';
import { toolLine } from './toolFacts';

/** The widest column of a table, in UTF-16 units. */
const MAX_WIDTH = 40;

/** The counts by rule, column and value as a table, most frequent first, and what they were made by. */
export function* statisticsLines(
	reports: readonly FileReport[],
	{ isRedacted, colors }: FormatOptions,
): Iterable<string> {
	for (const report of reports) {
		const rows = [...statisticsOf(report, isRedacted)].sort((a, b) => b.count - a.count);
		if (rows.length === 0) continue;
		const cells = rows.map(({ count, severity, rule, column }) => [
			formatNumber(count),
			severity,
			rule,
			terminalText(shown(column ?? '', MAX_WIDTH)),
		]);
		const widths = [0, 1, 2].map((at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
		yield `${colors.bold(terminalText(report.path))}: ${isRedacted ? 'findings by rule and column' : 'findings by rule, column and value'}\n`;
		for (const [at, [count = '', severity = '', rule = '', column = '']] of cells.entries()) {
			const [first = 0, second = 0, third = 0] = widths;
			const line = `${count.padStart(first)}  ${severity.padEnd(second)}  ${rule.padEnd(third)}  ${column}`;
			yield `${line.trimEnd()}\n`;
			for (const { value, count: rowsWith } of rows[at]?.values ?? []) {
				yield `${' '.repeat(first)}    ${formatNumber(rowsWith)} × "${terminalText(shown(value))}"\n`;
			}
		}
	}
	yield `${toolLine}\n`;
}
