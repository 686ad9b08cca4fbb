import assert from 'node:assert/strict';
import type { CsvDocument } from '../../server/src/csv/document';
import type { ContentChange } from '../../server/src/csv/edits/edit';
import { plain } from './plain';
import { open } from './support';

const TEXT = Array.from({ length: 400 }, (_, row) => `${row},"a ""${row}""",b\n`).join('');

/** Where line 20 starts. */
const LINE_20 = TEXT.indexOf('20,');

function insertion(line: number, character: number, text: string): ContentChange {
	return { range: { start: { line, character }, end: { line, character } }, text };
}

describe('a document that is read block by block', () => {
	it('reads about one block at a time until nothing is left', () => {
		const document = open(TEXT, { blockSize: 1_000 });
		let slices = 0;
		while (document.readMore()) slices++;
		assert.ok(document.complete);
		assert.equal(slices, document.blocks.length);
		// The first block has an eighth of the size, so that the first screen is there soon.
		const [first, ...others] = document.blocks.slice(0, -1).map(({ text }) => text.length);
		assert.ok(first !== undefined && first >= 125 && first < 145, `${first}`);
		assert.ok(others.length > 5 && others.every((length) => length >= 1_000 && length < 1_020));
		assert.equal(document.readMore(), false);
	});

	const questions: [string, (document: CsvDocument) => unknown, unknown][] = [
		['fields', (document) => document.fieldsOf(20)[0]?.value, '20'],
		['an offset', (document) => document.offsetAt({ line: 20, character: 2 }), LINE_20 + 2],
		['a position', (document) => document.positionAt(LINE_20 + 2), { line: 20, character: 2 }],
		['a record', (document) => document.recordAt(LINE_20), 20],
		['the span of a record', (document) => document.recordSpan(20), { start: LINE_20, end: LINE_20 + 16 }],
		['a part of the text', (document) => document.slice(LINE_20, LINE_20 + 16), '20,"a ""20""",b\n'],
	];
	for (const [name, ask, expected] of questions) {
		it(`reads up to ${name} and no further when asked for it`, () => {
			const document = open(TEXT, { blockSize: 100 });
			assert.deepEqual(ask(document), expected);
			assert.equal(document.complete, false);
			assert.equal(document.length, TEXT.length);
			assert.equal(document.getText(), TEXT);
		});
	}

	it('stays partly read when it is edited near its start', () => {
		const document = open(TEXT, { blockSize: 100 });
		document.update([insertion(3, 0, 'x')], 2);
		assert.equal(document.complete, false);
		assert.equal(document.getText(), plain.update(TEXT, [insertion(3, 0, 'x')]));
	});
});

describe('an edit of a document', () => {
	it('keeps the blocks that it does not touch', () => {
		const document = open('a,b\n'.repeat(100_000), { blockSize: 1_000 });
		document.readAll();
		const before = new Set(document.blocks);
		document.update([insertion(90_000, 1, '"'), insertion(50_000, 1, 'x\n'), insertion(10_000, 0, '"')], 2);
		const changed = document.blocks.filter((block) => !before.has(block));
		assert.ok(changed.length <= 3 * 3, `${changed.length} of ${document.blocks.length} blocks`);
	});

	it('reads each block once for ten thousand adjacent changes', () => {
		const document = open('a,"b",c\n'.repeat(100_000));
		document.readAll();
		const changes = Array.from({ length: 10_000 }, (_, index) => {
			const line = 60_000 - index;
			return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' };
		});
		const began = process.cpuUsage();
		document.update(changes, 2);
		const { user } = process.cpuUsage(began);
		assert.ok(user < 2_000_000, `${user} microseconds`);
		assert.equal(document.lineCount, 90_001);
	});
});
