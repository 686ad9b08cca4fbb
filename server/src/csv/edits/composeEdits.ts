import type { OffsetEdit } from './edit';

type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/** A text as pieces of an older one with new text between them, so that edits of edits become edits of the first. */
export class ComposedEdits {
	#pieces: readonly Piece[];

	/** @param length of the first text, in UTF-16 units. */
	constructor(private readonly length: number) {
		this.#pieces = [{ from: 0, to: length }];
	}

	/** Applies edits, ascending and apart, whose offsets count in the text as it is now. */
	apply(edits: readonly OffsetEdit[]): void {
		const next: Piece[] = [];
		let index = 0;
		let within = 0;
		let at = 0;
		const advance = (until: number, keep: boolean): void => {
			while (at < until && index < this.#pieces.length) {
				const piece = this.#pieces[index] as Piece;
				const size = Math.min(sizeOf(piece) - within, until - at);
				if (keep && size > 0) next.push(part(piece, within, within + size));
				at += size;
				within += size;
				if (within < sizeOf(piece)) continue;
				index++;
				within = 0;
			}
		};
		for (const { start, end, text } of edits) {
			advance(start, true);
			advance(end, false);
			if (text !== '') next.push({ text });
		}
		advance(Number.POSITIVE_INFINITY, true);
		this.#pieces = next;
	}

	/** What leads from the first text to this one, ascending. */
	edits(): readonly OffsetEdit[] {
		const edits: OffsetEdit[] = [];
		let end = 0;
		let text = '';
		const close = (from: number): void => {
			if (from > end || text !== '') edits.push({ start: end, end: from, text });
			text = '';
		};
		for (const piece of this.#pieces) {
			if ('text' in piece) {
				text += piece.text;
				continue;
			}
			close(piece.from);
			end = piece.to;
		}
		close(this.length);
		return edits;
	}
}

function sizeOf(piece: Piece): number {
	return 'text' in piece ? piece.text.length : piece.to - piece.from;
}

function part(piece: Piece, from: number, to: number): Piece {
	return 'text' in piece
		? { text: piece.text.slice(from, to) }
		: { from: piece.from + from, to: piece.from + to };
}
