/** csv/scan.ts has two readers of one grammar: one searches ahead, one reads unit by unit. They must agree. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { Fields, RecordReader, recordReader } from '../../server/src/csv/scan';
import { Random } from './random';

const comma = recordReader;
const semicolon = new RecordReader({ delimiter: ';' });

/** A text with few quotes and with some lines that are longer than the window that is searched at once. */
function textOf(random: Random): string {
	const words = [
		'a',
		'Reyes',
		'',
		'é',
		'漢字',
		'😀',
		'"',
		'"x, y"',
		'"a\n""b"""',
		'x;y',
		'"a""b"',
		'x"y',
		'"x"y',
	];
	const plain = words.slice(0, 6);
	const lineBreaks = random.pick([['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']]);
	let text = '';
	for (let records = random.below(60); records > 0; records--) {
		const fields = random.chance(0.05) ? random.below(3_000) : random.below(12);
		const from = random.chance(0.3) ? words : plain;
		text += Array.from({ length: fields + 1 }, () => random.pick(from)).join(random.pick([',', ',', ';']));
		text += random.pick(lineBreaks);
	}
	return random.chance(0.5) ? text : `${text}a,b`;
}

function valuesOf(fields: Fields): object {
	const { count, end, sawEnd, allFlags } = fields;
	const first = (list: ArrayLike<number>): number[] => Array.from(list).slice(0, count);
	return {
		starts: first(fields.starts),
		ends: first(fields.ends),
		flags: first(fields.flags),
		end,
		sawEnd,
		allFlags,
	};
}

/** The record read unit by unit: a faulty field in front forces that reader, and its offsets are subtracted again. */
function readByUnits(text: string, start: number, reader: RecordReader): object {
	const before = reader === comma ? 'x",' : 'x";';
	const fields = new Fields();
	reader.read(before + text.slice(start), 0, fields);
	const moved = (list: Int32Array): number[] =>
		Array.from(list)
			.slice(1, fields.count)
			.map((at) => at - before.length + start);
	const flags = Array.from(fields.flags).slice(1, fields.count);
	return {
		starts: moved(fields.starts),
		ends: moved(fields.ends),
		flags,
		end: fields.end - before.length + start,
		sawEnd: fields.sawEnd,
		allFlags: flags.reduce((all, flag) => all | flag, 0),
	};
}

describe('searching ahead', () => {
	it('reads every record as the reader unit by unit does, in any order', () => {
		const random = new Random(7);
		const fields = new Fields();
		const other = new Fields();
		for (let round = 0; round < 120; round++) {
			const text = textOf(random);
			const reader = random.pick([comma, comma, semicolon]);
			const starts: number[] = [];
			for (let at = 0; at < text.length; ) {
				starts.push(at);
				const expected = readByUnits(text, at, reader);
				const next = reader.read(text, at, fields);
				assert.deepEqual(valuesOf(fields), expected, JSON.stringify({ round, at }));
				assert.equal(reader.skip(text, at, other), next, JSON.stringify({ round, at }));
				at = next;
			}
			for (let again = 0; again < 5 && starts.length > 0; again++) {
				const at = random.pick(starts);
				reader.read(text, at, fields);
				assert.deepEqual(
					valuesOf(fields),
					readByUnits(text, at, reader),
					JSON.stringify({ round, at, again }),
				);
			}
		}
	});

	it('reads what csv-parse reads in a text of many windows', () => {
		const rows = Array.from({ length: 2_000 }, (_, at) => [`${at}`, 'Reyes', at % 50 ? 'é' : 'x "y", z', '']);
		const quoted = (value: string): string =>
			/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
		for (const lineBreak of ['\n', '\r\n', '\r']) {
			const text = rows.map((row) => row.map(quoted).join(',') + lineBreak).join('');
			const records: string[][] = parse(text, { record_delimiter: lineBreak });
			const fields = new Fields();
			let at = 0;
			for (const record of records) {
				const from = at;
				at = recordReader.read(text, at, fields);
				const values = Array.from({ length: fields.count }, (_, index) =>
					text.slice(fields.starts[index], fields.ends[index]),
				);
				assert.deepEqual(values, record.map(quoted), `${from}`);
			}
			assert.equal(at, text.length);
		}
	});
});
