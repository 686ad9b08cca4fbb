import type { ContentChange, Position } from '../../server/src/csv/edits/edit';

/** Lines, positions and changes as LSP defines them, in the simplest way: every question splits the text again. */
export const plain = {
	lines(text: string): string[] {
		return text.split(/\r\n|\n|\r/);
	},

	offsetAt(text: string, { line, character }: Position): number {
		const wanted = line > 0 ? Math.floor(line) : 0;
		let start = 0;
		let index = 0;
		for (const match of text.matchAll(/\r\n|\n|\r/g)) {
			if (index === wanted) return start + plain.within(character, match.index - start);
			start = match.index + match[0].length;
			index++;
		}
		return index === wanted ? start + plain.within(character, text.length - start) : text.length;
	},

	positionAt(text: string, offset: number): Position {
		let start = 0;
		let line = 0;
		for (const match of text.matchAll(/\r\n|\n|\r/g)) {
			const next = match.index + match[0].length;
			if (next > offset) break;
			start = next;
			line++;
		}
		return { line, character: offset - start };
	},

	within(character: number, length: number): number {
		return Math.min(character > 0 ? Math.floor(character) : 0, length);
	},

	/** Applies changes one after the other, each to the text that the one before left. */
	update(text: string, changes: readonly ContentChange[]): string {
		let now = text;
		for (const { range, text: inserted } of changes) {
			if (!range) {
				now = inserted;
				continue;
			}
			const one = plain.offsetAt(now, range.start);
			const other = plain.offsetAt(now, range.end);
			now = now.slice(0, Math.min(one, other)) + inserted + now.slice(Math.max(one, other));
		}
		return now;
	},
};
