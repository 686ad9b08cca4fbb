import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { CsvDocument } from '../../server/src/csv/document';
import { FAULTY, Fields, QUOTED, recordReader } from '../../server/src/csv/scan';
import { nextField } from '../../server/src/features/navigation/nextField';
import { checkerOf } from '../support/checking';
import { checked, positionIn, rangeOfText, textIn } from '../support/features';
import { pets } from '../support/pets';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where each press of a key leads from a selection, until one leads nowhere. */
function walk(text: string, from: Range, backward: boolean): Range[] {
	const checker = checkerOf(pets, text, undefined, { blockSize: 16 });
	const places: Range[] = [];
	for (let at: Range | undefined = from; at; ) {
		at = nextField(checker, at, backward);
		if (at) places.push(at);
		assert.ok(places.length <= text.length + 1, 'the walk goes in a circle');
	}
	return places;
}

/** The contents of all fields of a text, as the scanner splits it. */
function contents(text: string): Range[] {
	const fields = new Fields();
	const found: Range[] = [];
	for (let at = 0; at < text.length; ) {
		at = recordReader.read(text, at, fields);
		for (let column = 0; column < fields.count; column++) {
			const flags = fields.flags[column] as number;
			const quotes = (flags & QUOTED) !== 0 && (flags & FAULTY) === 0 ? 1 : 0;
			const start = (fields.starts[column] as number) + quotes;
			const end = (fields.ends[column] as number) - quotes;
			found.push({ start: positionIn(text, start), end: positionIn(text, end) });
		}
	}
	return found;
}

describe('the next field', () => {
	const text = 'Student_id,Last_name,First_name\r\n1,"Reyes, ""A""",\r\n2,Boone,Max\r\n';
	const next = (selection: Range, backward = false): string | undefined => {
		const range = nextField(checked('students.csv', text), selection, backward);
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
		const range = nextField(checked('students.csv', text), at('Reyes', 3), false);
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

	it('reads no row of a large file but those that it leads over', () => {
		const rows = Array.from({ length: 100_000 }, (_, at) => `${at},"Reyes, A",Ana,M\n`);
		const checker = checkerOf(pets, `Pet_id,Name,Owner,Size\n${rows.join('')}`);
		checker.document.readAll();
		const read = CsvDocument.prototype.fieldsOf;
		let asked = 0;
		CsvDocument.prototype.fieldsOf = function (record) {
			asked++;
			return read.call(this, record);
		};
		try {
			const place = { line: 70_000, character: 1 };
			nextField(checker, { start: place, end: place }, false);
		} finally {
			CsvDocument.prototype.fieldsOf = read;
		}
		assert.ok(asked <= 4, `${asked} rows were read`);
	});
});
