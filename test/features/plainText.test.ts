import assert from 'node:assert/strict';
import { plainText } from '../../server/src/features/plainText';
import { markdown, markdownCode, markdownText } from '../../server/src/safeText';
import { hoverAt } from '../support/features';

describe('Markdown as plain text', () => {
	it('loses its formatting characters and keeps its text', () => {
		assert.equal(
			plainText('**a\\_b**: `X` is \\*\\*\n\n_Source: [A \\[1\\]](https://x.org/a_b) (read)_'),
			'a_b: X is **\n\nSource: A [1] (https://x.org/a_b) (read)',
		);
	});

	it('has every escaped character restored', () => {
		for (const text of [
			'_a_',
			'**',
			'a\\b',
			'[x](y)',
			'`c`',
			'a ** b [x](y z)',
			'"F" is not #1 | <b> & $x',
			'\\\\_\\',
		]) {
			assert.equal(plainText(markdownText(text)), text);
			assert.equal(plainText(markdown`- ${markdownCode(text)}: ${markdownText(text)}`), `- ${text}: ${text}`);
		}
	});

	it('has no formatting characters in any hover', () => {
		const { markdown = '' } = hoverAt('students_ext.csv', 'sis_id,ext.primary_disability_type‸\n') ?? {};
		const text = plainText(markdown);
		assert.match(text, /^ext\.primary_disability_type: /);
		assert.match(text, /CEDS 000218 Primary Disability Type \(https:\/\/ceds\.ed\.gov\/element\/000218\)\./);
		assert.match(text, /^- AUT Autism/m);
		assert.match(text, /^Source: /m);
		assert.doesNotMatch(text, /\\|\*\*|`/);
	});
});
