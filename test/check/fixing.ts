import assert from 'node:assert/strict';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import type { Checker } from '../../server/src/check/live/checker';
import { toTextEdits } from '../../server/src/csv/ranges';
import { applied } from '../support/checking';
import { edited } from '../support/features';

/** The text after "fix all", which must be the same by offsets and by LSP positions. */
export function fixedBy(checker: Checker): string {
	const text = checker.document.getText();
	const edits = fixAllEdits(checker);
	const after = applied(text, edits);
	assert.equal(edited(text, toTextEdits(checker.document, edits)), after);
	for (const { start, end, text: written } of edits) {
		assert.notEqual(text.slice(start, end), written, 'no edit that changes nothing');
	}
	assert.equal(checker.document.getText(), text, 'the document is not touched');
	return after;
}
