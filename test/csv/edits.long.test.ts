import assert from 'node:assert/strict';
import type { CsvDocument } from '../../server/src/csv/document';
import { RecordReader } from '../../server/src/csv/scan';
import { drawEvent, EVENTS, type Kind, long, short } from './events';
import { plain } from './plain';
import { Random } from './random';
import { open, scan } from './support';

/** Rounds per bound; a round is one change event. There are 32,000 in all. */
const SHORT_ROUNDS = 8_000;
const LONG_ROUNDS = 4_000;
const EVENTS_PER_DOCUMENT = 8;

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

function assertEditsKeepUp(
	seed: number,
	maxQuotedLines: number,
	rounds: number,
	draw: (random: Random) => Kind,
): void {
	const reader = new RecordReader({ maxQuotedLines });
	const counts: Record<string, number> = {};
	for (let round = 0; round < rounds; round += EVENTS_PER_DOCUMENT) {
		const random = new Random(seed * 1_000_000 + round);
		const kind = draw(random);
		let text = random.text(kind.pieces, random.below(kind.textLength));
		const document = open(text, { blockSize: kind.blockSize, reader });
		for (let event = 0; event < EVENTS_PER_DOCUMENT; event++) {
			for (let reads = random.below(4); reads > 0; reads--) document.readMore();
			const name = drawEvent(random);
			const changes = EVENTS[name]?.(random, text, kind) ?? [];
			const before = text;
			text = plain.update(text, changes);
			counts[name] = (counts[name] ?? 0) + 1;
			try {
				document.update(changes, event);
				assert.equal(document.getText(), text, 'text, perhaps not all of it read');
				// The assertion reads the whole text; skipping it sometimes lets the next event meet a partly read one.
				if (event === EVENTS_PER_DOCUMENT - 1 || random.chance(0.6))
					assertAsNew(document, text, reader, random);
			} catch (error) {
				const what = JSON.stringify({ seed: random.seed, event, name, ...kind, pieces: 0, before, changes });
				throw new Error(`${what}\n${error instanceof Error ? error.message : error}`, { cause: error });
			}
		}
	}
	for (const name of Object.keys(EVENTS))
		assert.ok((counts[name] ?? 0) > rounds / 80, `${name}: ${counts[name]}`);
}

describe('an edited document equals a new one of the same text', () => {
	for (const bound of [1, 2, 3]) {
		it(`where a quoted field may span ${bound} lines`, () =>
			assertEditsKeepUp(bound, bound, SHORT_ROUNDS, short));
	}
	it('where a quoted field may span 3 lines and quotes are rare', () =>
		assertEditsKeepUp(4, 3, LONG_ROUNDS, long));
	it('where a quoted field may span 64 lines', () => assertEditsKeepUp(64, 64, LONG_ROUNDS, long));
});
