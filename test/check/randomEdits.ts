/** Random edits of messy files, and what a checker finds after them. */
import { messageOf } from '../../server/src/check/finding';
import type { Checker } from '../../server/src/check/live/checker';
import type { CsvDocument } from '../../server/src/csv/document';
import { findingRange } from '../../server/src/features/findingRange';
import type { Random } from '../csv/random';
import { IDS, row, VALUES } from '../support/messyFiles';

const PIECES = [
	',',
	',',
	'"',
	'"',
	'""',
	'\n',
	'\n',
	'\r\n',
	'\r',
	' ',
	'x',
	'1',
	',,,\n',
	'\n\n',
	'\uFFFD',
	'Gender',
	';',
];

/** A replaced part of a text, in UTF-16 units. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** A position of an editor is never between the CR and the LF of a line break. */
function outside(text: string, { start, end, text: inserted }: Edit): Edit {
	const moved = (offset: number): number =>
		offset > 0 && text.startsWith('\r\n', offset - 1) ? offset - 1 : offset;
	return { start: moved(start), end: moved(end), text: inserted };
}

function edit(random: Random, text: string, columns: number): Edit {
	const headerEnd = Math.max(0, text.search(/[\r\n]/));
	const from = random.chance(0.1) ? 0 : headerEnd;
	const start = from + random.below(text.length + 1 - from);
	const kind = random.next();
	if (kind < 0.3) return { start, end: start, text: random.pick(PIECES) };
	if (kind < 0.5) return { start, end: Math.min(text.length, start + 1 + random.below(3)), text: '' };
	if (kind < 0.6) return { start, end: Math.min(text.length, start + random.below(60)), text: '' };
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	if (kind < 0.75) return { start: lineStart, end: lineStart, text: `${row(random, columns)}\n` };
	const lineEnd = text.indexOf('\n', start) + 1 || text.length;
	if (kind < 0.85) return { start: lineStart, end: Math.max(lineStart, lineEnd), text: '' };
	const end = Math.min(text.length, start + random.below(4));
	return { start, end, text: random.pick(random.chance(0.5) ? VALUES : IDS) };
}

/** The findings of a checker, each with its place and message. */
export function said(checker: Checker): string[] {
	return checker.findings().map((finding) => {
		const { start, end } = findingRange(checker.document, finding);
		const place = [start.line, start.character, end.line, end.character].join(' ');
		const { rule, severity, record, column, explainedBy = '' } = finding;
		return `${rule.id} ${severity} ${record}:${column} (${place}) ${explainedBy} ${messageOf(finding)}`;
	});
}

/** Edits of one event, from the end of the text to its start, that do not overlap. */
export function put(document: CsvDocument, edits: readonly Edit[]): void {
	const changes = edits.map(({ start, end, text }) => ({
		range: { start: document.positionAt(start), end: document.positionAt(end) },
		text,
	}));
	document.update(changes, document.version + 1);
}

/** Mostly one edit; now and then many, like those of a fix of many fields. */
export function drawEdits(random: Random, text: string, columns: number): readonly Edit[] {
	const count = random.chance(0.7) ? 1 : 2 + random.below(6);
	const drawn = Array.from({ length: count }, () => outside(text, edit(random, text, columns)));
	drawn.sort((a, b) => b.start - a.start || b.end - a.end);
	return drawn.filter((one, index) => index === 0 || one.end < (drawn[index - 1] as Edit).start);
}

/** A text after edits that `drawEdits` has drawn. */
export function edited(text: string, edits: readonly Edit[]): string {
	return edits.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

/** Stops a check after a few records. */
export function counting(random: Random): () => boolean {
	let left = random.below(5);
	return () => left-- <= 0;
}
