import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { fileEdits } from '../../server/src/bulk/fileEdits';
import { replaceValue } from '../../server/src/bulk/replaceValue';
import { edited } from '../support/features';
import { done, editedText, extension } from './support';

describe('the edits of a file for an editor', () => {
	const textOf = (rows: number, every: number, breaks: string, other = 'é𝄞'): string => {
		const notes = Array.from({ length: rows }, (_, row) => (row % every === 0 ? '"Yes"' : other));
		return `sis_id,ext.note${breaks}${notes.map((note, row) => `${row},${note}${breaks}`).join('')}`;
	};

	const editsOf = (text: string) => {
		const file = extension(text);
		const { edits } = done(replaceValue(file, 1, 'Yes', 'No, never'));
		const [made] = done(fileEdits(file.document, edits));
		return { edits, made: made?.edits ?? [], wanted: editedText(file, edits) };
	};

	it('are one for each field while there are few', () => {
		const { made } = editsOf(textOf(1000, 1, '\n'));
		assert.equal(made.length, 1000);
	});

	it('are merged if thousands of fields change, and make the same text', () => {
		const text = textOf(20_000, 3, '\r\n');
		const { edits, made, wanted } = editsOf(text);
		assert.ok(edits.length > 6000 && made.length < 20, `${made.length} of ${edits.length}`);
		assert.equal(edited(text, made as TextEdit[]), wanted);
	});

	it('do not cover the text between fields that are far apart', () => {
		const text = textOf(2200, 2, '\n', 'x'.repeat(5000));
		const { edits, made } = editsOf(text);
		assert.equal(made.length, edits.length);
	});

	it('are an empty list if nothing changes', () => {
		assert.deepEqual(done(fileEdits(extension('sis_id\n1\n').document, [])), []);
	});
});
