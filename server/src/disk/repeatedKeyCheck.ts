import type { ActiveRules } from '../check/activeRules';
import type { Finding } from '../check/finding';
import { KeyCheck } from '../check/keyCheck';
import { RecordRow } from '../check/record/recordRow';
import { detached } from '../csv/detachedText';
import { Fields } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { FileBytes } from './fileBytes';
import type { RecordPlace } from './listedFinding';
import { type PlacedRange, RangeReader } from './rangeReader';
import { repeatedRows } from './repeatedKeys';

/** Reads the rows of repeated keys once more, and asks the rules on keys about them. */
export function checkRepeats(
	ranges: readonly PlacedRange[],
	bytes: FileBytes,
	layout: Layout,
	active: ActiveRules,
	found: (finding: Finding, place: RecordPlace) => void,
): void {
	const row = new RecordRow(layout, new Fields());
	let place: RecordPlace | undefined;
	const rules = active.key(layout);
	if (rules.length === 0) return;
	const needsDifference = rules.every((rule) => rule.needsDifference);
	const check = new KeyCheck<number>(rules, active, (record, explainedBy, finding) => {
		if (place) found({ ...finding, record, explainedBy }, place);
	});
	let reader: RangeReader | undefined;
	for (const { range, index } of repeatedRows(ranges, needsDifference)) {
		if (reader?.range !== range) reader = new RangeReader(bytes, range);
		place = reader.place(index);
		row.read(place.text, place.start);
		const key = row.at(layout.keyIndex);
		check.row(detached(key), row, range.firstRecord + index);
	}
}
