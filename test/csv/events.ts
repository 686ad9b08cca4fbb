import type { ContentChange } from '../../server/src/csv/edits/edit';
import { plain } from './plain';
import type { Random } from './random';

const PIECES = ['a', 'b', ',', ',', '"', '"', '""', '\n', '\n', '\r', '\r\n', ' ', '😀', '\uFEFF'];
/** Parts of texts in which a quote is closed dozens of lines further down, or not at all. */
const LONG_PIECES = [
	...Array<string>(60).fill('\n'),
	...Array<string>(8).fill('a\r\n'),
	'b,c\n',
	'd\r',
	'"',
	'"',
	'""',
	',"',
];

/** What random documents and edits are made of. */
export interface Kind {
	readonly pieces: readonly string[];
	readonly textLength: number;
	readonly editLength: number;
	readonly blockSize: number;
}

type MakeChanges = (random: Random, text: string, kind: Kind) => ContentChange[];

function change(text: string, start: number, end: number, inserted: string): ContentChange {
	return {
		range: { start: plain.positionAt(text, start), end: plain.positionAt(text, end) },
		text: inserted,
	};
}

function insertion(random: Random, kind: Kind): string {
	return random.chance(0.3) ? '' : random.text(kind.pieces, 1 + random.below(kind.editLength));
}

/** Changes that each apply to the text that the one before left, at the offsets that `place` returns. */
function sequential(
	random: Random,
	text: string,
	kind: Kind,
	place: (text: string, before: { start: number; length: number } | undefined) => number,
): ContentChange[] {
	const changes: ContentChange[] = [];
	let now = text;
	let before: { start: number; length: number } | undefined;
	for (let count = 1 + random.below(5); count > 0; count--) {
		const start = Math.min(now.length, place(now, before));
		const end = Math.min(now.length, start + (random.chance(0.5) ? 0 : random.below(kind.editLength * 2)));
		const next = change(now, start, end, insertion(random, kind));
		changes.push(next);
		before = { start, length: next.text.length };
		now = plain.update(now, [next]);
	}
	return changes;
}

/** Makes an event of each kind that a client may send, for a text. */
export const EVENTS: Record<string, MakeChanges> = {
	'one change': (random, text, kind) =>
		sequential(random, text, kind, (now) => random.below(now.length + 1)).slice(0, 1),

	'descending, as VS Code sends many cursors': (random, text, kind) => {
		const offsets = Array.from({ length: 2 * (1 + random.below(6)) }, () => random.below(text.length + 1));
		offsets.sort((one, other) => other - one);
		const changes: ContentChange[] = [];
		for (let index = 0; index < offsets.length; index += 2) {
			const end = offsets[index] as number;
			const start = random.chance(0.4) ? end : (offsets[index + 1] as number);
			changes.push(change(text, start, end, insertion(random, kind)));
		}
		return changes;
	},

	'ascending, one after the other': (random, text, kind) =>
		sequential(random, text, kind, (now, before) =>
			before ? before.start + before.length + random.below(6) : random.below(now.length + 1),
		),

	'close together, one after the other': (random, text, kind) =>
		sequential(random, text, kind, (now, before) =>
			before ? Math.max(0, before.start - 2 + random.below(5)) : random.below(now.length + 1),
		),

	'anywhere, one after the other': (random, text, kind) =>
		sequential(random, text, kind, (now) => random.below(now.length + 1)),

	'positions outside the text': (random, _text, kind) =>
		Array.from({ length: 1 + random.below(4) }, () => {
			const place = () => ({ line: random.below(12) - 2, character: random.below(16) - 4 });
			return { range: { start: place(), end: place() }, text: insertion(random, kind) };
		}),

	'the whole text': (random, _text, kind) => [
		{ text: random.text(kind.pieces, random.below(kind.textLength)) },
	],

	'a change, the whole text, changes': (random, text, kind) => {
		const whole = random.text(kind.pieces, random.below(kind.textLength));
		const place = (now: string) => random.below(now.length + 1);
		return [
			...sequential(random, text, kind, place),
			{ text: whole },
			...sequential(random, whole, kind, place),
		];
	},
};

/** Names of events, each as often as it is drawn. A new text is rare, so that the traces of many edits add up. */
const DRAWN = Object.keys(EVENTS).flatMap((name) => Array<string>(name.includes('whole') ? 1 : 6).fill(name));

/** Draws the name of an event. */
export function drawEvent(random: Random): string {
	return random.pick(DRAWN);
}

/** Short texts with all that matters to CSV close together. */
export const short = (random: Random): Kind => ({
	pieces: PIECES,
	textLength: 1 + random.below(120),
	editLength: 1 + random.below(6),
	blockSize: 2 + random.below(40),
});

/** Many lines with few quotes: an edit may change a record that starts dozens of lines before it. */
export const long = (random: Random): Kind => ({
	pieces: LONG_PIECES,
	textLength: 100 + random.below(300),
	editLength: 1 + random.below(random.chance(0.1) ? 80 : 4),
	blockSize: 2 + random.below(100),
});
