import type { Block } from '../../csv/block';
import { hasLostLetters } from '../../csv/probes';
import type { BlockFinding } from '../finding';
import type { LostLetters } from '../record/lostLetters';
import type { RecordCheck } from '../record/recordCheck';
import { CheckedBlock } from './checkedBlock';
import type { UnchangedRecords } from './unchangedRecords';

/** Records of a step. */
const RECORDS_PER_STEP = 32;

/**
 * Checks a block of a document, with a step every few records: rules that run for the first time are slow, as they
 * are not compiled yet.
 *
 * @param from the first record of the block to check: 1 where the block holds the header.
 * @param ahead the text of records from one of the block on, as `RecordView.ahead` says.
 * @param before the block before an edit: a record that is unchanged keeps its findings and is not checked again.
 */
export function* blockCheckSteps(
	check: RecordCheck,
	block: Block,
	from: number,
	ahead: (record: number) => string,
	before?: UnchangedRecords,
): Generator<void, CheckedBlock> {
	const findings: BlockFinding[] = [];
	const { text, starts } = block;
	const keys = new Int32Array(starts.length);
	const possibleIds = new Map<number, readonly number[]>();
	const lostLetters = new Map<number, LostLetters>();
	const valueCounts = check.slots.none();
	let looksBelow = false;
	const source = {
		text,
		hasLostLetters: hasLostLetters(text),
		ahead: (record: number): string => {
			looksBelow = true;
			return ahead(record);
		},
	};
	for (let record = from; record < starts.length; record++) {
		const old = before?.oldIndexOf(record) ?? -1;
		if (before && old >= from) {
			before.keep(old);
			for (const finding of before.findings(old)) findings.push({ ...finding, record });
			keys[record] = before.key(old);
			const ids = before.possibleIds(old);
			if (ids) possibleIds.set(record, ids);
			const lost = before.lostLetters(old);
			if (lost) lostLetters.set(record, lost);
			continue;
		}
		const result = check.check(source, starts[record] as number, record, findings, valueCounts);
		keys[record] = result.keyHash;
		if (result.possibleIds.length > 0) possibleIds.set(record, result.possibleIds);
		if (result.lostLetters) lostLetters.set(record, result.lostLetters);
		if (record % RECORDS_PER_STEP === 0) yield;
	}
	before?.countKept(check, valueCounts);
	return new CheckedBlock(block, findings, keys, possibleIds, lostLetters, looksBelow, valueCounts);
}
