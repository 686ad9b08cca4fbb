import type { ActiveRules } from '../check/activeRules';
import { KeyCheck } from '../check/keyCheck';
import { RecordRow } from '../check/record/recordRow';
import { detached } from '../csv/detachedText';
import { Fields } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { FileBytes } from './fileBytes';
import type { RecordPlace, ReportFinding } from './listedFinding';
import { type PlacedRange, RangeReader } from './rangeReader';
import { recordsWithKeys, repeatedKeys } from './repeatedKeys';

/**
 * Runs the rules about keys over the rows whose key is repeated, which are read once more.
 *
 * @returns the number of different keys.
 */
export function checkRepeatedKeys(
	ranges: readonly PlacedRange[],
	bytes: FileBytes,
	layout: Layout,
	active: ActiveRules,
	report: ReportFinding,
): number {
	const rules = active.keyRules(layout);
	const needsDifference = rules.every((rule) => rule.needsDifference);
	const { repeated, keys } = repeatedKeys(
		ranges.map(({ buckets }) => buckets),
		needsDifference,
	);
	if (rules.length === 0) return keys;
	const row = new RecordRow(layout, new Fields());
	let place: RecordPlace | undefined;
	const check = new KeyCheck<number>(rules, active, (record, explainedBy, finding) => {
		if (place) report({ ...finding, record, explainedBy }, place);
	});
	let reader: RangeReader | undefined;
	for (const { range, index } of recordsWithKeys(ranges, repeated)) {
		if (reader?.range !== range) reader = new RangeReader(bytes, range);
		place = reader.place(index);
		row.read(place.text, place.start);
		const key = row.at(layout.keyIndex);
		check.addRow(detached(key), row, range.firstRecord + index);
	}
	return keys;
}
