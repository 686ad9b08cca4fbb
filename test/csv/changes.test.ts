import assert from 'node:assert/strict';
import type { ContentChange } from '../../server/src/csv/edits/edit';
import { plain } from './plain';
import { open } from './support';

function insertion(line: number, character: number, text: string): ContentChange {
	return { range: { start: { line, character }, end: { line, character } }, text };
}

describe('each change of an event applies to the text that the one before left', () => {
	const cases: [string, string, ContentChange[], string][] = [
		[
			'further down a line that just grew',
			'abc\n',
			[insertion(0, 3, 'xyz'), insertion(0, 5, '!')],
			'abcxy!z\n',
		],
		['on a line that was just inserted', 'a', [insertion(0, 1, '\n\nb'), insertion(2, 1, '!')], 'a\n\nb!'],
		['after a CR that just became CRLF', 'a\rb', [insertion(1, 0, '\n'), insertion(1, 0, '!')], 'a\r\n!b'],
		['twice at one position', 'ab', [insertion(0, 1, '1'), insertion(0, 1, '2')], 'a21b'],
		[
			'on two lines that were just joined',
			'abc\ndef',
			[
				{ range: { start: { line: 0, character: 3 }, end: { line: 1, character: 0 } }, text: '' },
				insertion(0, 5, '!'),
			],
			'abcde!f',
		],
	];
	for (const [name, text, changes, expected] of cases) {
		it(name, () => {
			const document = open(text);
			document.update(changes, 2);
			assert.equal(document.getText(), expected);
			assert.equal(plain.update(text, changes), expected);
		});
	}
});
