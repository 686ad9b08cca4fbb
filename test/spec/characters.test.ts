import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	codePointName,
	firstControl,
	firstOdd,
	idBeginsWith,
	isPlain,
	isUnseen,
	joinedVisibleText,
	trimUnseen,
	visibleText,
} from '../../server/src/characters';

/** White_Space of Unicode 16 (PropList.txt) beyond the plain space, and what is drawn as an empty space. */
const spaces = [
	...'\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
	...'\u2028\u2029\u202f\u205f\u3000\u2800\u3164\u115f\u1160\uffa0',
];
/** How many of them people type, and see. */
const LINE_BREAKS_AND_TABS = 3;
/** Default_Ignorable_Code_Point (DerivedCoreProperties.txt) that is no space, and control characters. */
const invisible = [
	...'\u00ad\u034f\u061c\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f',
	...'\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe00\ufe0f\ufeff',
	...'\u{e0001}\u{e0041}\u{e0100}\v\f\u0085\0\u0001\u001f\u007f\u0080\u009f',
];
const unseen = [' ', ...spaces, ...invisible];

describe('characters that people cannot see', () => {
	it('are trimmed, and alone they are nothing', () => {
		for (const one of unseen) {
			assert.equal(trimUnseen(`${one}1 2${one}`), '1 2', codePointName(one));
			assert.ok(isUnseen(one) && isUnseen(one + one), codePointName(one));
		}
		assert.ok(isUnseen(''));
		for (const seen of ['1', 'é', '\u200b1', ' é', '😀', 'O’Neil', '\ufffd'])
			assert.ok(!isUnseen(seen), seen);
	});

	it('are gone from the text that people see, whatever their place', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,8}[A-Za-z0-9]$/),
				fc.array(fc.tuple(fc.nat(), fc.constantFrom(...spaces.slice(LINE_BREAKS_AND_TABS), ...invisible)), {
					minLength: 1,
					maxLength: 4,
				}),
				(text, inserted) => {
					const units = [...text];
					for (const [at, one] of inserted) units.splice(at % (units.length + 1), 0, one);
					const hidden = units.join('');
					assert.equal(joinedVisibleText(hidden), text);
					assert.ok(!isPlain(hidden, 0, hidden.length));
					assert.notEqual(firstOdd(hidden), undefined);
				},
			),
		);
	});

	it('leave a plain space where they look like one', () => {
		for (const one of spaces) assert.equal(visibleText(`a${one}b`), 'a b', codePointName(one));
		for (const one of invisible) assert.equal(visibleText(`a${one}b`), 'ab', codePointName(one));
	});

	it('have a name and a number', () => {
		for (const [one, name, number] of [
			['\u200b', 'a zero-width space', 'U+200B'],
			['\u00a0', 'a no-break space', 'U+00A0'],
			['\u00ad', 'a soft hyphen', 'U+00AD'],
			['\u200e', 'a left-to-right mark', 'U+200E'],
			['\u200f', 'a right-to-left mark', 'U+200F'],
			['\u2060', 'a word joiner', 'U+2060'],
			['\u202e', 'a mark for the direction of text', 'U+202E'],
			['\u{e0041}', 'a tag that cannot be seen', 'U+E0041'],
			['\0', 'a null character', 'U+0000'],
			['\u001f', 'a control character', 'U+001F'],
			['\u009f', 'a control character', 'U+009F'],
		] as const) {
			const odd = firstOdd(`1${one}`);
			assert.deepEqual([odd?.character, odd?.name, codePointName(odd?.character ?? '')], [one, name, number]);
		}
		for (const one of [...spaces.slice(LINE_BREAKS_AND_TABS), ...invisible])
			assert.ok(firstOdd(`1${one}1`)?.name, codePointName(one));
	});
});

describe('characters that only look right', () => {
	it('become the ones of the keyboard', () => {
		for (const [odd, plain, name] of [
			['１２３', '123', 'a full-width "1"'],
			['Ａb', 'Ab', 'a full-width "A"'],
			['𝟏2', '12', 'a full-width "1"'],
			['А1', 'A1', 'a Cyrillic letter that looks like "A"'],
			['Α1', 'A1', 'a Greek letter that looks like "A"'],
			['S\u201112', 'S-12', 'a no-break hyphen'],
			['e\u0301', 'é', 'an accent that is a character of its own'],
		] as const) {
			assert.equal(visibleText(odd), plain);
			assert.deepEqual([firstOdd(odd)?.name, firstOdd(odd)?.kind], [name, 'shape'], odd);
		}
	});

	it('are left alone among letters that have no look-alike', () => {
		for (const text of ['Жар', 'Ωμ', 'Muñoz', 'Ångström', 'O’Neil', '日本', 'a b', ' a ', 'x²', 'ª']) {
			assert.equal(visibleText(text), text.trim());
			assert.equal(firstOdd(text), undefined, text);
		}
	});
});

describe('control characters', () => {
	it('are all of category Cc but tabs and line breaks', () => {
		for (let code = 0; code < 0x100; code++) {
			const isControl = (code < 32 && ![9, 10, 13].includes(code)) || (code >= 127 && code < 160);
			assert.equal(firstControl(`a${String.fromCharCode(code)}b`) !== undefined, isControl, String(code));
		}
	});
});

describe('an ID', () => {
	it('is found by its beginning, with the zeros it starts with or without them', () => {
		for (const typed of ['0', '00', '0012', '12', '12003', ' 12'])
			assert.ok(idBeginsWith('0012003', typed), typed);
		for (const typed of ['2003', '012', '000', '120030']) assert.ok(!idBeginsWith('0012003', typed), typed);
		assert.ok(idBeginsWith('00AB7', 'ab'));
		assert.ok(!idBeginsWith('5001', '0'), 'a zero is no beginning of an ID without zeros');
		assert.ok(idBeginsWith('000', '0'));
	});
});
