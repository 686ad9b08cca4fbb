import assert from 'node:assert/strict';
import { Random } from './random';
import { parse, scan } from './support';

const DISTRICTS = 2_000;
const NAMES = ['Reyes', 'Ng', 'Boone', 'de la Cruz', 'O’Hara', 'Muñoz', ''];
const QUOTED = ['"Reyes, Jr"', '"12 Main St, Apt 1"', '"Ann ""Annie"" Lee"', '"F"', '""'];
const MULTILINE_VALUES = ['"12 Main St\nApt 1"', '"Note:\n\ncall, ""soon"""', '"a,b\nc,d\ne"'];

/** Sane rows, some with quoted values, some with values of several lines. */
function district(random: Random): string {
	const columns = 2 + random.below(12);
	const quotes = random.next();
	const row = (index: number): string =>
		Array.from({ length: columns }, (_, column) => {
			if (column === 0) return `${1000 + index}`;
			if (random.chance(0.02)) return random.pick(MULTILINE_VALUES);
			return random.chance(quotes) ? random.pick(QUOTED) : random.pick(NAMES);
		}).join();
	const text = Array.from({ length: 3 + random.below(40) }, (_, index) => `${row(index)}\n`).join('');
	const lineBreak = random.pick(['\n', '\r\n', '\r']);
	return text.replaceAll('\n', lineBreak);
}

/** The number of the record that holds an offset. */
function recordWith(text: string, offset: number): number {
	return scan(text).starts.findLastIndex((start) => start <= offset);
}

/** Plants one quote and asserts that the rows before and after its own are as they were. */
function assertStays(random: Random): void {
	const text = district(random);
	const at = random.below(text.length);
	if (text.startsWith('\r\n', at - 1)) return;
	const planted = `${text.slice(0, at)}"${text.slice(at)}`;
	const before = parse(text);
	const after = parse(planted);
	const own = recordWith(text, at);
	const where = JSON.stringify({ seed: random.seed, planted });
	assert.deepEqual(after.slice(0, own), before.slice(0, own), where);
	const below = before.length - own - 1;
	assert.deepEqual(below === 0 ? [] : after.slice(-below), below === 0 ? [] : before.slice(-below), where);
}

describe('one stray quote in a district', () => {
	it(`moves no other row, in ${DISTRICTS} districts`, () => {
		for (let seed = 0; seed < DISTRICTS; seed++) assertStays(new Random(seed));
	});
});
