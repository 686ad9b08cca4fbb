import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../server/src/features/markdown';
import { plainText } from '../../server/src/features/plainText';
import { hoverAt } from '../support/features';

describe('Markdown as plain text', () => {
	it('drops the marks and keeps the text', () => {
		assert.equal(
			plainText('**a\\_b**: `X` is \\*\\*\n\n_Source: [A \\[1\\]](https://x.org/a_b) (read)_'),
			'a_b: X is **\n\nSource: A [1] (https://x.org/a_b) (read)',
		);
	});

	it('restores every escaped character', () => {
		for (const text of ['_a_', '**', 'a\\b', '[x](y)', '`c`', '"F" is not #1 | <b> & $x', '\\\\_\\']) {
			assert.equal(plainText(escapeMarkdown(text)), text);
		}
	});

	it('leaves no mark in a hover', () => {
		const { markdown = '' } = hoverAt('students_ext.csv', 'sis_id,ext.primary_disability_type‸\n') ?? {};
		const text = plainText(markdown);
		assert.match(text, /^ext\.primary_disability_type: /);
		assert.match(text, /CEDS 000218 Primary Disability Type \(https:\/\/ceds\.ed\.gov\/element\/000218\)\./);
		assert.match(text, /^- AUT Autism/m);
		assert.match(text, /^Source: /m);
		assert.doesNotMatch(text, /\\|\*\*|`/);
	});
});
