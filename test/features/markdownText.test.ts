import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type MarkdownText, markdown, markdownCode, markdownText } from '../../server/src/safeText';

/** What CommonMark and GitHub's additions make of a text. */
function commonMark(text: string): string {
	return micromark(text, {
		allowDangerousHtml: true,
		allowDangerousProtocol: true,
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
	});
}

/** What the library makes of a text with which VS Code and @codemirror/lsp-client draw Markdown. */
function drawn(text: string): string {
	const page = marked.parse(text, { gfm: true, async: false });
	// It leaves what looks like an entity to the browser, to which a name does not begin with a digit.
	return page
		.replaceAll('&#39;', "'")
		.replace(/&(?=\d\w*;)/g, '&amp;')
		.trim();
}

/** A text in HTML. */
function html(text: string): string {
	const entities: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
	};
	return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** A place that our templates give a text, beside another one, and the HTML of its block. */
interface Place {
	readonly of: (one: MarkdownText, other: MarkdownText) => MarkdownText;
	readonly html: (one: string, other: string) => string;
}
const places: readonly Place[] = [
	{ of: (one) => one, html: (one) => `<p>${one}</p>` },
	{ of: (one, other) => markdown`${one} · ${other}`, html: (one, other) => `<p>${one} · ${other}</p>` },
	{
		of: (one, other) => markdown`${other} ${one} ${other}`,
		html: (one, other) => `<p>${other} ${one} ${other}</p>`,
	},
	{ of: (one, other) => markdown`A ${one}: ${other}`, html: (one, other) => `<p>A ${one}: ${other}</p>` },
	{
		of: (one, other) => markdown`**${one}**: ${other}`,
		html: (one, other) => `<p><strong>${one}</strong>: ${other}</p>`,
	},
	{
		of: (one, other) => markdown`_Source: ${one} ${other} (read ${one})_`,
		html: (one, other) => `<p><em>Source: ${one} ${other} (read ${one})</em></p>`,
	},
	{
		of: (one, other) => markdown`- ${one} · ${other}`,
		html: (one, other) => `<ul>\n<li>${one} · ${other}</li>\n</ul>`,
	},
	{
		of: (one, other) => markdown`- ${one}\n- ${other}`,
		html: (one, other) => `<ul>\n<li>${one}</li>\n<li>${other}</li>\n</ul>`,
	},
];

/** Marks of CommonMark and of its extensions, and what may stand around them. */
const marks = [
	...['![x](https://e.invalid/p.png)', '[x](command:y)', '[a]: https://e.invalid', '<img src=x>', '<!--'],
	...['https://e.invalid', 'www.e.invalid', 'a@e.invalid', 'mailto:a@b.cd', '//e.invalid', 'ftp://e.invalid'],
	...['`', '``', '```', '~~~', '~', '~~', '*', '**', '***', '_', '___', '---', '===', '|', '- ', '+ ', '# '],
	...['1. ', '1) ', '> ', '[^1]', '[ ] ', '[x]', '&lt;', '&#33;', '$(trash)', '\\', '](', ']:'],
	...['\n', '\n\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\t', '    ', ' ', '\u00a0'],
	...[
		'\u200b',
		'\u202e',
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
		'.',
		'x',
		'é',
		'山',
		'𝒜',
		'🙂',
	],
];
const hostile = fc.array(fc.constantFrom(...marks), { maxLength: 8 }).map((parts) => parts.join(''));
const parts = [
	'a',
	'Bc',
	'5',
	' ',
	' ',
	' ',
	'.',
	', ',
	"'s",
	'"',
	'(',
	')',
	'-',
	' - ',
	'/',
	': ',
	'; ',
	'&',
	'%',
	'#',
	'$',
	'+',
];
/** What people write: words, numbers and punctuation, now and then with a mark in it. */
const prose = fc
	.array(
		fc.constantFrom(
			...parts,
			...parts,
			...parts,
			'_',
			'*',
			' * ',
			'<',
			'>',
			'=',
			'[',
			']',
			'@',
			'!',
			'?',
			'1.',
			'\\',
		),
		{
			maxLength: 12,
		},
	)
	.map((words) => words.join(''));
const anyText = fc.oneof(hostile, prose);

/** A text on one line, without what hides. */
function line(text: string): string {
	return text
		.replace(/[\s\u0085]+/g, ' ')
		.replace(
			/[\u200b\u202e]/g,
			(character) => ({ '\u200b': '<U+200B>', '\u202e': '<U+202E>' })[character] ?? '',
		);
}

const seen = (text: string): string => line(text).trim();

describe('a text of others in Markdown', () => {
	it('is that text and nothing else to a reader of Markdown, in every place', () => {
		fc.assert(
			fc.property(anyText, anyText, (one, other) => {
				for (const text of [one, other]) fc.pre(seen(text) !== '');
				for (const place of places) {
					const source = place.of(markdownText(one), markdownText(other));
					const expected = place.html(html(seen(one)), html(seen(other)));
					assert.equal(commonMark(source), expected, source);
					assert.equal(drawn(source), expected, source);
				}
			}),
			{
				numRuns: 800,
				// Once, the end of bold text was not found, and a footnote was.
				examples: [
					['![x](https://e.invalid/p.png)', '](+ 1)'],
					['x', '[^1](]:[a]: https://e.invalid'],
				],
			},
		);
	});

	it('is no tag to a browser, for readers that pass on what they do not know as HTML', () => {
		for (const tag of ['<a/href=https://e.invalid>', '<img/src=https://e.invalid/p.png>', '</a/>', '<x-y/z'])
			assert.ok(markdownText(`5 ${tag} x`).startsWith('5 \\<'), tag);
	});

	it('has no backslash that could be left out', () => {
		const others = ['x', '*x', 'x*', '_x', 'x_', 'x>', 'x -->', 'x?>', '[x', 'x) [x', 'x]: y'].map(
			markdownText,
		);
		const changes = (text: MarkdownText, at: number): boolean => {
			const less = (text.slice(0, at) + text.slice(at + 1)) as MarkdownText;
			return places.some((place) =>
				[undefined, ...others].some((other) =>
					[commonMark, drawn].some(
						(read) => read(place.of(text, other ?? text)) !== read(place.of(less, other ?? less)),
					),
				),
			);
		};
		fc.assert(
			fc.property(prose, (one) => {
				// What looks like a tag or a link is always escaped: whether it is one, often only its company tells.
				fc.pre(!/<[\w/!?-]|\]\(/.test(one));
				const text = markdownText(one);
				for (const { index } of text.matchAll(/(?<!\\)\\[!-/:-@[-`{-~]/g))
					assert.ok(changes(text, index), `${text} at ${index}`);
			}),
			{ numRuns: 300 },
		);
		for (const text of [
			'St. John\'s (1.5), "A-B" & C/D: 5 < 6 > 4; a * b_c #1 50% $5 + 7 = [x] | {y}!',
			'a\\b',
		])
			assert.equal(markdownText(text), text);
	});
});

describe('code in Markdown', () => {
	it('is that code and nothing else, in every place', () => {
		const code = (text: string): string => `<code>${html(text)}</code>`;
		// Text instead, as the next test shows.
		const plain = hostile.filter(
			(text) =>
				!line(text).includes('](') && (!/`/.test(text) || !/[[\]*_~<>&\\:@]|\u200b|\u202e/.test(text)),
		);
		fc.assert(
			fc.property(plain, hostile, (one, other) => {
				for (const text of [one, other]) fc.pre(seen(text) !== '');
				for (const place of places) {
					const source = place.of(markdownCode(one), markdownText(other));
					const expected = place.html(code(line(one)), html(seen(other)));
					for (const read of [commonMark, drawn]) assert.equal(read(source), expected, source);
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('is text where it has backticks and other marks', () => {
		assert.equal(markdownCode('a`b'), '``a`b``');
		assert.equal(markdownCode('`a` ``b``'), '``` `a` ``b`` ```');
		for (const text of ['`](https://e.invalid)', ']](', '](https://e.invalid)'])
			assert.equal(markdownCode(text), markdownText(text));
	});

	it('is no link, whatever it has of one', () => {
		fc.assert(
			fc.property(hostile, hostile, (one, other) => {
				fc.pre(seen(one) !== '' && seen(other) !== '');
				for (const place of places) {
					const source = place.of(markdownCode(`${one}](${one}`), markdownText(other));
					for (const read of [commonMark, drawn]) assert.doesNotMatch(read(source), /<(?:a|img)\b/, source);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
