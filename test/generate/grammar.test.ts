import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { columnScopes, grammar } from '../../server/generate/grammar';
import { MAX_QUOTED_LINES } from '../../server/src/csv/scan';
import { students, studentsExt, type Table } from '../../server/src/spec';

/** The longest line that VS Code colors, in UTF-16 units. */
const LONGEST_LINE = 20_000;
/** In ms. It takes half a second on an idle machine; the limit only has to catch minutes. */
const SLOW_MACHINE = 10_000;

async function load(table: Table): Promise<IGrammar> {
	const wasm = readFileSync(join(__dirname, '../..', 'node_modules/vscode-oniguruma/release/onig.wasm'));
	// A second call answers at once.
	await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
	const registry = new Registry({
		onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
		loadGrammar: async () => parseRawGrammar(JSON.stringify(grammar(table)), 'grammar.json'),
	});
	const loaded = await registry.loadGrammar(`text.csv.${table.languageId}`);
	assert.ok(loaded);
	return loaded;
}

/** The text of each token with the number of its column (0 for a comma), and `b` for a known header. */
function colors(loaded: IGrammar, text: string): string[][] {
	let stack = INITIAL;
	return text.split('\n').map((line) => {
		const { tokens, ruleStack } = loaded.tokenizeLine(line, stack);
		stack = ruleStack;
		return tokens
			.filter(({ startIndex, endIndex }) => endIndex > startIndex && startIndex < line.length)
			.map(({ startIndex, endIndex, scopes }) => {
				const own = scopes.findLast((scope) => /column-\d+|separator/.test(scope)) ?? '';
				const known = scopes.some((scope) => scope.startsWith('markup.bold')) ? 'b' : '';
				return `${line.slice(startIndex, endIndex)} ${/column-(\d+)/.exec(own)?.[1] ?? 0}${known}`;
			});
	});
}

/** The colors of the rows below a header. */
function rows(loaded: IGrammar, text: string): string[][] {
	return colors(loaded, `h\n${text}`).slice(1);
}

describe('the grammar', () => {
	let roster: IGrammar;
	let extension: IGrammar;
	before(async () => {
		roster = await load(students);
		extension = await load(studentsExt);
	});

	it('gives each column its color', () => {
		assert.deepEqual(rows(roster, 'a,b,,d\ne'), [['a 1', ', 0', 'b 2', ', 0', ', 0', 'd 4'], ['e 1']]);
	});

	it('repeats the colors after the last one', () => {
		const count = columnScopes.length;
		const line = Array.from({ length: count * 2 + 1 }, (_, index) => `v${index}`).join(',');
		const values = rows(roster, line)[0]?.filter((token) => !token.startsWith(','));
		assert.deepEqual(
			values?.map((token) => Number(token.split(' ')[1])),
			Array.from({ length: count * 2 + 1 }, (_, index) => (index % count) + 1),
		);
	});

	it('does not split at a quoted comma or end at a doubled quote', () => {
		assert.deepEqual(rows(roster, '1,"a, b",c'), [['1 1', ', 0', '" 2', 'a, b 2', '" 2', ', 0', 'c 3']]);
		assert.deepEqual(rows(roster, '"a""b",c'), [['" 1', 'a 1', '"" 1', 'b 1', '" 1', ', 0', 'c 2']]);
		assert.deepEqual(rows(roster, '"",""""'), [['" 1', '" 1', ', 0', '" 2', '"" 2', '" 2']]);
	});

	it('continues in the same column after a quoted field of several lines', () => {
		assert.deepEqual(rows(roster, '1,"a\n\nb"" ,\n",c\n2,d'), [
			['1 1', ', 0', '" 2', 'a 2'],
			[],
			['b 2', '"" 2', ' , 2'],
			['" 2', ', 0', 'c 3'],
			['2 1', ', 0', 'd 2'],
		]);
	});

	it('leaves a quote inside a field, and text after a closing quote, in the field', () => {
		assert.deepEqual(rows(roster, 'a"b,"c"d,e\nf'), [
			['a"b 1', ', 0', '" 2', 'c 2', '" 2', 'd 2', ', 0', 'e 3'],
			['f 1'],
		]);
	});

	it('starts a new row where the check treats a quote as never closed', () => {
		const filler = Array.from({ length: MAX_QUOTED_LINES - 1 }, () => 'x,y');
		const found = rows(roster, ['1,"a', ...filler, 'p,q', '"r",s'].join('\n'));
		assert.deepEqual(found[MAX_QUOTED_LINES - 1], ['x 2', ',y 2']);
		assert.deepEqual(found[MAX_QUOTED_LINES], ['p 1', ', 0', 'q 2']);
		assert.deepEqual(found[MAX_QUOTED_LINES + 1], ['" 1', 'r 1', '" 1', ', 0', 's 2']);
	});

	it('allows a quoted field as many lines as the check does', () => {
		const filler = Array.from({ length: MAX_QUOTED_LINES - 2 }, () => 'x');
		const found = rows(roster, ['"a', ...filler, 'y",b', 'c'].join('\n'));
		assert.deepEqual(found.slice(-2), [['y 1', '" 1', ', 0', 'b 2'], ['c 1']]);
	});

	it('distinguishes known headers from unknown ones, in every spelling', () => {
		assert.deepEqual(colors(roster, 'Student_id,"LAST NAME",Shoe size,ext.migrant_status'), [
			['Student_id 1b', ', 0', '"LAST NAME" 2b', ', 0', 'Shoe size 3', ', 0', 'ext.migrant_status 4b'],
		]);
		assert.deepEqual(colors(extension, 'sis_id,ext.flyerconnect,Student_id,sis_id2\nsis_id'), [
			['sis_id 1b', ', 0', 'ext.flyerconnect 2', ', 0', 'Student_id 3', ', 0', 'sis_id2 4'],
			['sis_id 1'],
		]);
	});

	it('never uses string or comment tokens, in which VS Code offers no completions', () => {
		const { tokens } = roster.tokenizeLine('a,"b, c",d,e,f,g,h,i', INITIAL);
		for (const { scopes } of tokens) assert.doesNotMatch(scopes.join(' '), /\b(string|comment|regex)\b/);
	});

	it('colors the longest line that VS Code colors, and the lines after a longer one', () => {
		for (const line of [
			','.repeat(LONGEST_LINE),
			'a,"b",'.repeat(LONGEST_LINE / 6),
			'"'.repeat(LONGEST_LINE),
		]) {
			const first = roster.tokenizeLine('h', INITIAL);
			const start = performance.now();
			const { ruleStack, stoppedEarly } = roster.tokenizeLine(line, first.ruleStack);
			assert.ok(performance.now() - start < SLOW_MACHINE, `${performance.now() - start} ms`);
			assert.ok(!stoppedEarly);
			assert.equal(ruleStack.depth, 1);
		}
	});
});
