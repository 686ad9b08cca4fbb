import type { Finding } from '../../check/finding';
import { findingFacts } from '../../check/findingFacts';
import type { Checker } from '../../check/live/checker';
import { checkerFacts } from '../../coverage/checkerFacts';
import type { FileReport } from '../../disk/fileCheck';
import { FileTotals } from '../../disk/fileTotals';
import { findingPrinter, type RecordPlace } from '../../disk/listedFinding';

/** What the check of a file on the disk would report of a text that a checker has checked to its end. */
export function fixReport(path: string, checker: Checker): FileReport {
	const { document, layout, active, table } = checker;
	const text = document.getText();
	const toListed = findingPrinter(layout, active);
	const totals = new FileTotals();
	let ofRecord: Finding[] = [];
	const addRecord = (): void => {
		ofRecord.sort((one, other) => rankOf(one) - rankOf(other));
		for (const finding of ofRecord)
			totals.add(finding, false, () => toListed(finding, placeOf(finding.record)));
		ofRecord = [];
	};
	for (const finding of checker.findingsInGroups()) {
		if (finding.record !== ofRecord[0]?.record) addRecord();
		ofRecord.push(finding);
	}
	addRecord();
	const facts = checkerFacts(checker);
	return {
		path,
		table: table.fileName,
		records: checker.records,
		...totals.report(),
		// With blank rows, so that these are never fewer.
		rowsWithId: checker.records - checker.unread,
		groups: facts?.findings ?? findingFacts(totals.groups, layout),
		facts,
	};

	function placeOf(record: number): RecordPlace {
		const { start } = document.recordSpan(record);
		return {
			text,
			start,
			line: document.positionAt(start).line,
			isHeader: record === 0,
			followsCr: () => text[start - 1] === '\r',
			textAfter: () => '',
		};
	}
}

/** The check on the disk lists what it finds in single records first, then by key, and last by the other file. */
function rankOf({ rule, record }: Finding): number {
	if ('checkLostLetters' in rule) return record === 0 ? 0 : 3;
	if ('checkStudent' in rule || 'checkCount' in rule) return 2;
	return 'checkKey' in rule ? 1 : 0;
}
