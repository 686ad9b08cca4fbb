import assert from 'node:assert/strict';
import type { CsvDocument } from '../../server/src/csv/document';
import type { ContentChange } from '../../server/src/csv/edits/edit';
import { RecordReader } from '../../server/src/csv/scan';
import { drawEvent, EVENTS, type Kind } from './events';
import { plain } from './plain';
import { Random } from './random';
import { open, scan } from './support';

const EVENTS_PER_DOCUMENT = 8;

/** A change event, and what is done with the document around it. */
interface Step {
	/** The name of the kind of event. */
	readonly name: string;
	/** How often a block is read before it. */
	readonly reads: number;
	readonly changes: readonly ContentChange[];
	/** Whether the document is compared afterwards, which reads all of it: the next event may meet a partly read one. */
	readonly compares: boolean;
}

/** A document and its edits. */
export interface EditedDocument {
	readonly text: string;
	readonly blockSize: number;
	readonly maxQuotedLines: number;
	/** Chooses the offsets and records that are compared. */
	readonly seed: number;
	readonly steps: readonly Step[];
}

/** Draws a document and its edits. */
export function drawEditedDocument(random: Random, kind: Kind, maxQuotedLines: number): EditedDocument {
	const text = random.text(kind.pieces, random.below(kind.textLength));
	let now = text;
	const steps = Array.from({ length: EVENTS_PER_DOCUMENT }, (_, event): Step => {
		const reads = random.below(4);
		const name = drawEvent(random);
		const changes = EVENTS[name]?.(random, now, kind) ?? [];
		now = plain.update(now, changes);
		return { name, reads, changes, compares: event === EVENTS_PER_DOCUMENT - 1 || random.chance(0.6) };
	});
	return { text, blockSize: kind.blockSize, maxQuotedLines, seed: random.below(2 ** 31), steps };
}

/** Asserts that a document equals a new one of the same text, after each of its edits. */
export function assertEditsKeepUp({
	text: first,
	blockSize,
	maxQuotedLines,
	seed,
	steps,
}: EditedDocument): void {
	const reader = new RecordReader({ maxQuotedLines });
	const random = new Random(seed);
	const document = open(first, { blockSize, reader });
	let text = first;
	for (const [event, { name, reads, changes, compares }] of steps.entries()) {
		for (let left = reads; left > 0; left--) document.readMore();
		const before = text;
		text = plain.update(text, changes);
		try {
			document.update(changes, event);
			assert.equal(document.getText(), text, 'text, perhaps not all of it read');
			if (compares) assertAsNew(document, text, reader, random);
		} catch (error) {
			const what = JSON.stringify({ event, name, blockSize, maxQuotedLines, before, changes });
			throw new Error(`${what}\n${error instanceof Error ? error.message : error}`, { cause: error });
		}
	}
}

function recordStarts(document: CsvDocument): number[] {
	return document.blocks.flatMap((block, index) =>
		Array.from(block.starts, (start) => document.firstOffsetOf(index) + start),
	);
}

/** Asserts that an edited document equals a new one of the same text. */
function assertAsNew(document: CsvDocument, text: string, reader: RecordReader, random: Random): void {
	document.readAll();
	const fresh = open(text, { reader });
	fresh.readAll();
	assert.equal(document.blocks.map((block) => block.text).join(''), text, 'the blocks joined');
	const scanned = scan(text, reader);
	assert.deepEqual(recordStarts(document), scanned.starts, 'record starts');
	assert.deepEqual(recordStarts(fresh), scanned.starts, 'record starts of a new document');
	for (const [index, block] of document.blocks.entries()) {
		assert.ok(block.text.length > 0, 'no block is empty');
		const first = index === 0 && text.startsWith('\uFEFF') ? 1 : 0;
		assert.equal(block.starts[0] ?? 1, first, 'a block starts at a record');
	}
	assert.equal(document.recordCount, scanned.starts.length);
	assert.equal(document.length, text.length);
	assert.equal(document.lineCount, plain.lines(text).length, 'line count');
	assert.equal(fresh.lineCount, document.lineCount);
	for (let count = 0; count < 4; count++) {
		const offset = random.below(text.length + 1);
		const position = plain.positionAt(text, offset);
		assert.deepEqual(document.positionAt(offset), position, `position of ${offset}`);
		assert.deepEqual(fresh.positionAt(offset), position);
		assert.equal(document.offsetAt(position), plain.offsetAt(text, position), `back from ${offset}`);
		assert.equal(fresh.offsetAt(position), document.offsetAt(position));
		assert.equal(document.recordAt(offset), fresh.recordAt(offset), `record at ${offset}`);
		const record = random.below(scanned.starts.length + 1);
		assert.deepEqual(document.fieldsOf(record), fresh.fieldsOf(record), `fields of record ${record}`);
		assert.deepEqual(
			document.fieldsOf(record).map(({ value }) => value),
			scanned.values[record] ?? [],
		);
	}
}
