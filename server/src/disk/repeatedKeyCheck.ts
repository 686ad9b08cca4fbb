import type { ActiveRules } from '../check/activeRules';
import { KeyCheck } from '../check/keyCheck';
import { RecordRow } from '../check/record/recordRow';
import { detached } from '../csv/detachedText';
import { Fields } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { FileBytes } from './fileBytes';
import type { RecordPlace, ReportFinding } from './listedFinding';
import { type PlacedRange, RangeReader } from './rangeReader';
import { repeatedRecords } from './repeatedKeys';

/** Runs the rules about keys over the rows whose key is repeated, which are read once more. */
export function checkRepeatedKeys(
	ranges: readonly PlacedRange[],
	bytes: FileBytes,
	layout: Layout,
	active: ActiveRules,
	report: ReportFinding,
): void {
	const rules = active.keyRules(layout);
	if (rules.length === 0) return;
	const row = new RecordRow(layout, new Fields());
	let place: RecordPlace | undefined;
	const check = new KeyCheck<number>(rules, active, (record, explainedBy, finding) => {
		if (place) report({ ...finding, record, explainedBy }, place);
	});
	let reader: RangeReader | undefined;
	const needsDifference = rules.every((rule) => rule.needsDifference);
	for (const { range, index } of repeatedRecords(ranges, needsDifference)) {
		if (reader?.range !== range) reader = new RangeReader(bytes, range);
		place = reader.place(index);
		row.read(place.text, place.start);
		const key = row.at(layout.keyIndex);
		check.addRow(detached(key), row, range.firstRecord + index);
	}
}
