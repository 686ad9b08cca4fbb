import type { OffsetEdit } from './edit';

/** A part of the first text, by its offsets, or a new text. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/** Combines edits that follow each other: edits of the edited text become edits of the first text. */
export class ComposedEdits {
	#pieces: readonly Piece[];

	/** @param length of the first text, in UTF-16 units. */
	constructor(private readonly length: number) {
		this.#pieces = [{ from: 0, to: length }];
	}

	/** Adds edits, ascending and without overlaps, with offsets into the text that the edits before leave. */
	apply(edits: readonly OffsetEdit[]): void {
		const next: Piece[] = [];
		let index = 0;
		let offsetInPiece = 0;
		let at = 0;
		const advance = (until: number, keep: boolean): void => {
			while (at < until && index < this.#pieces.length) {
				const piece = this.#pieces[index] as Piece;
				const size = Math.min(sizeOf(piece) - offsetInPiece, until - at);
				if (keep && size > 0) next.push(part(piece, offsetInPiece, offsetInPiece + size));
				at += size;
				offsetInPiece += size;
				if (offsetInPiece < sizeOf(piece)) continue;
				index++;
				offsetInPiece = 0;
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

	/** All edits as edits of the first text: ascending, without overlaps. */
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
