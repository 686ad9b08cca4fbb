import { assertEditsKeepUp, drawEditedDocument, type EditedDocument } from '../../csv/editedDocument';
import { long, short } from '../../csv/events';
import type { Target } from '../target';

/** A document after any edits equals a new one of the same text: its text, records, lines and positions. */
export const document: Target<EditedDocument> = {
	name: 'document',
	draw: (random) => {
		const kind = random.chance(0.6) ? short(random) : long(random);
		return drawEditedDocument(random, kind, random.pick([1, 2, 3, 64]));
	},
	corpus: [],
	check: assertEditsKeepUp,
};
