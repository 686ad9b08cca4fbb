import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdown, markdownCode, markdownText } from '../../server/src/safeText';

/** What `markdown-it` offers and this test uses; it brings no types. */
interface Renderer {
	render(markdown: string): string;
}
const MarkdownIt = require('markdown-it') as new (options: Readonly<Record<string, boolean>>) => Renderer;
/** With everything that an editor may switch on: HTML, links for bare addresses, line breaks as they are. */
const renderer = new MarkdownIt({ html: true, linkify: true, breaks: true });

/** Marks of CommonMark and of its extensions, and what may stand around them. */
const marks = [
	...['![x](https://e.invalid/p.png)', '[x](command:y)', '[a]: https://e.invalid', '<img src=x>', '<!--'],
	...['https://e.invalid', 'www.e.invalid', 'a@e.invalid', 'mailto:a@b.cd', '//e.invalid', 'ftp://e.invalid'],
	...['`', '``', '```', '~~~', '***', '___', '---', '===', '|', '- ', '+ ', '# ', '1. ', '1) ', '> ', '[^1]'],
	...[
		'\n',
		'\n\n',
		'\r',
		'\u2028',
		'\u2029',
		'\u0085',
		'\v',
		'\f',
		'\t',
		'    ',
		' ',
		'\u00a0',
		'\u200b',
		'\u202e',
	],
	...[
		'&lt;',
		'&#33;',
		'$(trash)',
		'\\',
		'[',
		']',
		'(',
		')',
		'!',
		'<',
		'>',
		':',
		'"',
		"'",
		'^',
		'x',
		'é',
		'山',
	],
];
const hostile = fc.array(fc.constantFrom(...marks), { maxLength: 8 }).map((parts) => parts.join(''));

/** The text that a reader sees. */
function readable(html: string): string {
	const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
	return html
		.replace(/<[^>]+>/g, '')
		.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '');
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a text of others in Markdown', () => {
	it('is nothing but text to a reader of Markdown, in every place', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				for (const safe of [markdownText(text), markdownCode(text)]) {
					for (const place of [safe, markdown`**${safe}**: ${safe}`, markdown`- ${safe}\n- ${safe}`]) {
						const html = renderer.render(place);
						assert.doesNotMatch(html, /<(?!\/?(p|code|strong|ul|li)>)/, html);
					}
				}
			}),
			{ numRuns: 3000 },
		);
	});

	it('looks as it is, but for spaces, line breaks and what hides', () => {
		const visible = hostile.filter((text) => !/[\u200b\u202e]/.test(text));
		fc.assert(
			fc.property(visible, (text) => {
				const expected = onOneLine(text.replace(/[\u0085\u00a0]/g, ' '));
				for (const safe of [markdownText(text), markdownCode(text)])
					assert.equal(onOneLine(readable(renderer.render(safe))), expected);
			}),
			{ numRuns: 1000 },
		);
	});

	it('has the numbers of the characters that hide', () => {
		assert.equal(
			onOneLine(readable(renderer.render(markdownText('a\u202eb\u200bc')))),
			'a<U+202E>b<U+200B>c',
		);
		assert.equal(
			onOneLine(readable(renderer.render(markdownCode('a\u202eb\u200bc')))),
			'a<U+202E>b<U+200B>c',
		);
	});
});
