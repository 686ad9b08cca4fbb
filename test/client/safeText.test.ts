import assert from 'node:assert/strict';
import { shortened } from '../../server/src/characters';
import {
	iconText,
	labelText,
	lineText,
	messageText,
	promptText,
	terminalText,
	tooltipText,
} from '../../server/src/safeText';

/** As VS Code reads them: `parseLinkedText` and `renderLabelWithIcons` of 1.100 to 1.139. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([A-Za-z0-9~-]+\)/;

/** What a person sees of a text: a zero-width space is nothing. */
const seen = (text: string): string => text.replaceAll('\u200b', '');

const hostile = [
	'[Undo all](command:workbench.action.files.newUntitledFile)',
	'[x](https://example.invalid "title")',
	'[[x](file:///etc/passwd)',
	'$(trash) and $(sync~spin)',
	'$$(trash)',
	'![x](https://example.invalid/p.png)',
	'<img src=x onerror=alert(1)>',
];

describe('a text of others', () => {
	it('is no link in a message or a prompt, and looks the same', () => {
		for (const text of hostile) {
			for (const safe of [messageText(text), promptText(text)]) {
				assert.doesNotMatch(safe, link);
				assert.equal(seen(safe), text);
			}
		}
	});

	it('is no icon in a label, a prompt or the progress of a message, and looks the same', () => {
		for (const text of hostile) {
			for (const safe of [labelText(text), promptText(text), messageText(text)]) {
				assert.doesNotMatch(safe, icon);
				assert.equal(seen(safe), text);
			}
		}
	});

	it('stays as it is where nothing is hidden in it', () => {
		for (const text of [
			"O'Brien-Núñez",
			'山田 太郎',
			'Zoë & Co. #5, 100% $20 (net)',
			'a_b*c`d',
			'😀',
			'مها',
		]) {
			for (const make of [lineText, labelText, messageText, promptText, tooltipText, terminalText])
				assert.equal(make(text), text);
		}
	});

	it('has the number of each character that shows nothing or turns the direction', () => {
		assert.equal(
			lineText('a\u202eb\u2066c\u200bd\u0000e\u009bf'),
			'a<U+202E>b<U+2066>c<U+200B>d<U+0000>e<U+009B>f',
		);
		assert.equal(terminalText('a\u202eb\u200b\ufeff'), 'a<U+202E>b<U+200B><U+FEFF>');
	});

	it('is on one line', () => {
		assert.equal(lineText('a\r\nb\u2028c\u0085d\u2029e\vf'), 'a  b c d e f');
		assert.equal(tooltipText('a\u2028b\nc'), 'a b\nc');
	});

	it('moves, colors and links nothing in a terminal', () => {
		assert.equal(
			terminalText('\u001b[31m\r\n\t\u009b2J \u001b]8;;https://x\u0007'),
			'\\u001b[31m\\r\\n\\t\\u009b2J \\u001b]8;;https://x\\u0007',
		);
	});

	it('is cut where it is long, in no character', () => {
		assert.ok(messageText('x'.repeat(10_000_000)).length < 6000);
		assert.equal(shortened('ab😀cd', 4), 'ab…');
		assert.equal(shortened('ab😀cd', 5), 'ab😀…');
		assert.equal(shortened('ab😀', 4), 'ab😀');
	});
});

describe('a label with icons of ours', () => {
	it('draws them and no others', () => {
		assert.equal(iconText`$(warning) ${labelText('2 rows')}`, '$(warning) 2 rows');
		assert.equal(seen(iconText`$(warning) ${labelText('$(trash)')}!`), '$(warning) $(trash)!');
		assert.doesNotMatch(iconText`${labelText('$(trash)')}`, icon);
	});

	it('draws none that two texts make together', () => {
		assert.doesNotMatch(iconText`${labelText('$')}${labelText('(trash)')}`, icon);
	});
});
