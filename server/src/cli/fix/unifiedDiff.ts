import type { OffsetEdit } from '../../csv/edits/edit';
import { DiffLines, linesOf } from './diffLines';

/** Lines that are shown above and below a change, as other programs do. */
const CONTEXT = 3;

/** Changed lines: the old ones from the 0-based line `start` to before `end`, and the new ones in their place. */
interface ChangedLines {
	readonly start: number;
	readonly end: number;
	readonly lines: readonly string[];
}

/**
 * What edits change in a text, as a unified diff that `patch -p0` and `git apply -p0` take. Lines end with a line feed
 * only, as for these programs. No chunk for a text that stays the same.
 *
 * @param edits ascending, without overlaps.
 */
export function* unifiedDiff(path: string, text: string, edits: readonly OffsetEdit[]): Iterable<string> {
	if (edits.length === 0) return;
	const old = new DiffLines(text);
	yield `--- ${headerName(path)}\n+++ ${headerName(path)}\n`;
	let added = 0;
	for (const hunk of hunksOf(changesOf(old, edits))) {
		yield* hunkText(old, hunk, added);
		for (const { start, end, lines } of hunk) added += lines.length - (end - start);
	}
}

/** The lines that edits change, ascending; those of an edit that spans lines which stay the same are left out at both ends. */
function* changesOf(old: DiffLines, edits: readonly OffsetEdit[]): Iterable<ChangedLines> {
	const { text } = old;
	let start = 0;
	let replaced = '';
	let at = -1;
	for (const [index, edit] of edits.entries()) {
		if (at < 0) {
			start = old.at(edit.start);
			at = old.startOf(start);
			replaced = '';
		}
		replaced += text.slice(at, edit.start) + edit.text;
		at = edit.end;
		const line = old.at(at);
		const isWhole = at === old.startOf(line) && (replaced === '' || replaced.endsWith('\n'));
		const end = isWhole ? line : Math.min(line + 1, old.count);
		const next = edits[index + 1];
		if (next && old.at(next.start) < end) continue;
		replaced += text.slice(at, old.startOf(end));
		at = -1;
		const change = withoutEqualEnds(old, { start, end, lines: linesOf(replaced) });
		if (change.start < change.end || change.lines.length > 0) yield change;
	}
}

function withoutEqualEnds(old: DiffLines, { start, end, lines }: ChangedLines): ChangedLines {
	const most = Math.min(end - start, lines.length);
	let above = 0;
	while (above < most && old.line(start + above) === lines[above]) above++;
	let below = 0;
	while (below < most - above && old.line(end - 1 - below) === lines[lines.length - 1 - below]) below++;
	return { start: start + above, end: end - below, lines: lines.slice(above, lines.length - below) };
}

/** Changes whose context would overlap belong together. */
function* hunksOf(changes: Iterable<ChangedLines>): Iterable<readonly ChangedLines[]> {
	let hunk: ChangedLines[] = [];
	for (const change of changes) {
		const last = hunk.at(-1);
		if (last && change.start - last.end > 2 * CONTEXT) {
			yield hunk;
			hunk = [];
		}
		hunk.push(change);
	}
	if (hunk.length > 0) yield hunk;
}

/** @param added how many lines more the new text has above the hunk. */
function* hunkText(old: DiffLines, hunk: readonly ChangedLines[], added: number): Iterable<string> {
	const first = Math.max(0, (hunk[0]?.start ?? 0) - CONTEXT);
	const end = Math.min(old.count, (hunk.at(-1)?.end ?? 0) + CONTEXT);
	const more = hunk.reduce((sum, { start, end: until, lines }) => sum + lines.length - (until - start), 0);
	yield `@@ -${span(first, end - first)} +${span(first + added, end - first + more)} @@\n`;
	let at = first;
	for (const { start, end: until, lines } of hunk) {
		for (; at < start; at++) yield marked(' ', old.line(at));
		for (; at < until; at++) yield marked('-', old.line(at));
		for (const line of lines) yield marked('+', line);
	}
	for (; at < end; at++) yield marked(' ', old.line(at));
}

/** Lines of a hunk in its header: of none, the line above is named. */
function span(first: number, count: number): string {
	return `${count === 0 ? first : first + 1},${count}`;
}

function marked(mark: ' ' | '-' | '+', line: string): string {
	return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** A path as GNU patch and git read it: in quotes where it has more than letters, and a tab after one with spaces. */
function headerName(path: string): string {
	if (!NEEDS_QUOTES.test(path)) return path.includes(' ') ? `${path}\t` : path;
	const bytes = [...new TextEncoder().encode(path)].map((byte) => {
		const character = String.fromCharCode(byte);
		if (character === '"' || character === '\\') return `\\${character}`;
		return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : character;
	});
	return `"${bytes.join('')}"`;
}

/** Control characters, quotes and backslashes. */
const NEEDS_QUOTES = /[\p{Cc}"\\]/u;
