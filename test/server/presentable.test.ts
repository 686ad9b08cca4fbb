import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { presentable } from '../../server/src/lsp/presentable';
import { shows } from './client';

const start = { line: 0, character: 0 };
const range = { start, end: start };

function diagnostic(): Diagnostic {
	return {
		range,
		message: 'Gender has no code 7.',
		codeDescription: { href: 'file:///rules/field-unknown-code.md' },
		relatedInformation: [{ location: { uri: 'file:///students.csv', range }, message: 'Row 2' }],
		tags: [1],
	};
}

describe('diagnostics for a client', () => {
	it('lack what it cannot show, and the originals keep it', () => {
		const original = diagnostic();
		assert.deepEqual(presentable({}, [original]), [{ range, message: original.message }]);
		assert.deepEqual(original, diagnostic());
	});

	it('keep each part that it announces, pushed or pulled', () => {
		const pulls = { textDocument: { diagnostic: { tagSupport: { valueSet: [1 as const] } } } };
		const [tagged] = presentable(pulls, [diagnostic()]);
		assert.deepEqual(tagged, { range, message: diagnostic().message, tags: [1] });
	});

	it('are not copied if it shows everything', () => {
		const all = [diagnostic()];
		assert.equal(presentable(shows, all), all);
	});
});
