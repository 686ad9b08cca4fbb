import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from '../../server/src/csv/edits/edit';
import { nextField, type TextLines } from '../../server/src/csv/nextField';
import { FAULTY, Fields, QUOTED, recordReader } from '../../server/src/csv/scan';
import { positionIn, rangeOfText, textIn } from '../support/features';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The lines of a text, as an editor splits it. */
function linesOf(text: string): TextLines {
	const lines = text.split(/\r\n|\r|\n/);
	return { count: lines.length, at: (line) => lines[line] as string };
}

/** Where each press of a key leads from a selection, until one leads nowhere. */
function walk(text: string, from: Range, backward: boolean): Range[] {
	const lines = linesOf(text);
	const places: Range[] = [];
	for (let at: Range | undefined = from; at; ) {
		at = nextField(lines, at, backward);
		if (at) places.push(at);
		assert.ok(places.length <= text.length + 1, 'the walk goes in a circle');
	}
	return places;
}

/** The contents of all fields of a text, as the scanner splits it. */
function contents(text: string): Range[] {
	const fields = new Fields();
	const found: Range[] = [];
	const breaks = [...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length);
	let line = 0;
	/** The position of an offset that is not before the last one. */
	const position = (offset: number) => {
		while (offset >= (breaks[line] ?? Number.POSITIVE_INFINITY)) line++;
		return { line, character: offset - (breaks[line - 1] ?? 0) };
	};
	for (let at = 0; at < text.length; ) {
		at = recordReader.read(text, at, fields);
		for (let column = 0; column < fields.count; column++) {
			const flags = fields.flags[column] as number;
			const quotes = (flags & QUOTED) !== 0 && (flags & FAULTY) === 0 ? 1 : 0;
			const start = (fields.starts[column] as number) + quotes;
			const end = (fields.ends[column] as number) - quotes;
			found.push({ start: position(start), end: position(end) });
		}
	}
	return found;
}

describe('the next field', () => {
	const text = 'Student_id,Last_name,First_name\r\n1,"Reyes, ""A""",\r\n2,Boone,Max\r\n';
	const next = (selection: Range, backward = false): string | undefined => {
		const range = nextField(linesOf(text), selection, backward);
		return range && textIn(text, range);
	};
	const at = (part: string, offset = 0): Range => {
		const place = positionIn(text, text.indexOf(part) + offset);
		return { start: place, end: place };
	};

	it('is what is between its quotes', () => {
		assert.equal(next(at('1,"')), 'Reyes, ""A""');
		assert.equal(next(rangeOfText(text, '1')), 'Reyes, ""A""');
	});

	it('is the place of an empty field', () => {
		const range = nextField(linesOf(text), at('Reyes', 3), false);
		const end = positionIn(text, text.indexOf('\r\n2'));
		assert.deepEqual(range, { start: end, end });
	});

	it('is in the next row after the last of a row, and in the row above before the first', () => {
		assert.equal(next(at('\r\n2')), '2');
		assert.equal(next(at('2,Boone'), true), '');
		assert.equal(next(at('1,"'), true), 'First_name');
	});

	it('is nowhere at the ends of the file', () => {
		assert.equal(next(at('Max', 1)), undefined);
		assert.equal(next(at('Student_id', 4), true), undefined);
		const end = positionIn(text, text.length);
		assert.equal(next({ start: end, end }), undefined);
		assert.equal(next({ start: end, end }, true), 'Max');
	});

	it('is counted from the end of a selection, and backward from its start', () => {
		const rows: Range = { start: at('1,"').start, end: at('2,Boone').start };
		assert.equal(next(rows), '2');
		assert.equal(next({ start: at('Boone', 2).start, end: at('Max', 1).start }, true), '2');
	});

	it("is the scanner's in a row that cannot be read", () => {
		const faulty = 'Student_id,Last_name\n1,"Reyes" jr,x\n2,O"Neil\n3,"open\n4,Diaz\n';
		const found = walk(faulty, START, false).map((range) => textIn(faulty, range));
		assert.deepEqual(found, ['Last_name', '1', '"Reyes" jr', 'x', '2', 'O"Neil', '3', '"open', '4', 'Diaz']);
	});

	it('visits each field of any text once, in the order of the scanner, both ways', () => {
		const part = fc.constantFrom(
			'a',
			'bc',
			',',
			',',
			'"',
			'"x"',
			'"p,q"',
			'"l\nm"',
			'""',
			'\n',
			'\r\n',
			'\r',
			' ',
			'😀',
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
				const text = parts.join('');
				const fields = contents(text);
				const [first = START] = fields;
				assert.deepEqual(walk(text, first, false), fields.slice(1));
				assert.deepEqual(walk(text, fields.at(-1) ?? START, true), fields.slice(0, -1).reverse());
			}),
			{ numRuns: 500 },
		);
	});

	const noise = fc.constantFrom(
		'"',
		'"a',
		'a"',
		'","',
		'"x\ny',
		'y",z',
		'""',
		'O"Neil,"',
		'1,"open',
		'" ',
		'"a" b',
	);
	const tall = fc.integer({ min: 1, max: 70 }).map((lines) => `"${'l,\n'.repeat(lines)}"`);
	const row = fc.oneof(
		{ weight: 12, arbitrary: fc.constantFrom('1,5,Boone', '"1","5","Reyes, A"', '', '2,"p\nq",', '"",""') },
		{ weight: 2, arbitrary: fc.tuple(noise, noise).map((parts) => parts.join('')) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(fc.constantFrom('', '7,'), tall, fc.constantFrom('', ',x', 'x'))
				.map((parts) => parts.join('')),
		},
		{
			weight: 1,
			arbitrary: fc.integer({ min: 1, max: 200 }).map((rows) => Array(rows).fill('","').join('\n')),
		},
	);
	const longText = fc
		.tuple(fc.array(row, { minLength: 40, maxLength: 400 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
		.map(([rows, lineBreak, ends]) => rows.join('\n').replaceAll('\n', lineBreak) + (ends ? lineBreak : ''));

	it('is the same whether a text of hundreds of lines is read around the place or from its start', () => {
		fc.assert(
			fc.property(longText, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (text, picks) => {
				const fields = contents(text);
				const lines = linesOf(text);
				for (const pick of picks) {
					const at = pick % fields.length;
					const field = fields[at] as Range;
					assert.deepEqual(nextField(lines, field, false), fields[at + 1]);
					assert.deepEqual(nextField(lines, field, true), fields[at - 1]);
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('skips a byte order mark', () => {
		const marked = `\ufeff"a",b\n`;
		assert.equal(textIn(marked, nextField(linesOf(marked), START, false) as Range), 'b');
		assert.equal(textIn(marked, nextField(linesOf(marked), rangeOfText(marked, 'b'), true) as Range), 'a');
	});

	it('reads the same few lines of a file, however long it is', () => {
		for (const row of ['Reyes,Ana,M', '"Reyes, A","Ana",', '"","",""', '1,"open', 'a",b', '"Reyes,\n A",x']) {
			const rows = Array.from({ length: 100_000 }, () => row).join('\n');
			const { count, at } = linesOf(rows);
			let asked = 0;
			const counted = {
				count,
				at: (line: number) => {
					asked++;
					return at(line);
				},
			};
			const place = { line: 70_000, character: 1 };
			nextField(counted, { start: place, end: place }, false);
			nextField(counted, { start: place, end: place }, true);
			assert.ok(asked <= 2 * 3 * 256, `${asked} lines of ${row} were read`);
		}
	});

	it('is found where nothing but the start of the file tells what the quotes mean', () => {
		const rows = '","\n'.repeat(2000);
		const place = { line: 1000, character: 1 };
		const found = nextField(linesOf(rows), { start: place, end: place }, false);
		assert.deepEqual(found, { start: { line: 1001, character: 1 }, end: { line: 1001, character: 2 } });
		const shifted = `x,"${rows}`;
		const other = nextField(linesOf(shifted), { start: place, end: place }, false);
		assert.deepEqual(
			other,
			contents(shifted).find(({ start }) => start.line === 1000),
		);
	});
});
