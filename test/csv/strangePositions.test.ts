import assert from 'node:assert/strict';
import type { ContentChange } from '../../server/src/csv/edits/edit';
import { plain } from './plain';
import { open, parse, valuesOf } from './support';

const TYPED: ContentChange = {
	range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
	text: 'x,',
};

describe('positions and changes that a client may send', () => {
	const TEXT = '\uFEFFa,"b\r\nb",c\nd😀\r\r\n"';
	/** JSON has no NaN: it arrives as null. */
	const NULL = null as unknown as number;
	const NUMBERS = [
		0,
		1,
		3,
		7,
		0.5,
		-0,
		-1,
		-1e9,
		NaN,
		NULL,
		2 ** 31,
		2 ** 32,
		2 ** 53,
		1e308,
		Infinity,
		-Infinity,
	];
	const POSITIONS = NUMBERS.flatMap((line) => NUMBERS.map((character) => ({ line, character })));

	it('moves any position into the text', () => {
		const document = open(TEXT, { blockSize: 4 });
		for (const position of POSITIONS) {
			assert.equal(document.offsetAt(position), plain.offsetAt(TEXT, position), JSON.stringify(position));
		}
		for (const offset of NUMBERS) {
			const inside = Math.min(TEXT.length, Math.max(0, Math.floor(offset) || 0));
			assert.deepEqual(document.positionAt(offset), plain.positionAt(TEXT, inside), `${offset}`);
			assert.equal(typeof document.recordAt(offset), 'number');
		}
	});

	it('applies a change with any range, and the edits after it', () => {
		for (const [index, start] of POSITIONS.entries()) {
			for (const end of [
				start,
				POSITIONS[(index * 7 + 5) % POSITIONS.length] ?? start,
				{ line: 1, character: 1 },
			]) {
				const document = open(TEXT, { blockSize: 4 });
				const changes = [{ range: { start, end }, text: '"\n' }, TYPED];
				document.update(changes, 2);
				const text = plain.update(TEXT, changes);
				assert.equal(document.getText(), text, JSON.stringify({ start, end }));
				assert.deepEqual(valuesOf(document), parse(text));
				document.update([TYPED], 3);
				assert.equal(document.getText(), `x,${text}`);
			}
		}
	});

	it('finds no text in a range that ends before it starts', () => {
		const document = open('a,b\nc,d\n');
		const [one, other] = [
			{ line: 0, character: 1 },
			{ line: 1, character: 2 },
		];
		assert.equal(document.getText({ start: one, end: other }), ',b\nc,');
		assert.equal(document.getText({ start: other, end: one }), '');
	});

	it('finds no fields in a record that does not exist', () => {
		const document = open('a\nb\n');
		for (const record of [-1, 2, 1e9, Infinity]) assert.deepEqual(document.fieldsOf(record), []);
	});

	it('changes only the version if there are no changes', () => {
		const document = open(TEXT);
		document.update([], 7);
		assert.equal(document.version, 7);
		assert.equal(document.getText(), TEXT);
	});
});
