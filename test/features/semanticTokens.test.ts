import assert from 'node:assert/strict';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';
import { encoded, semanticTokens, tokenLegend } from '../../server/src/features/display/semanticTokens';
import { type Table, tables } from '../../server/src/spec';
import { checked, offsetIn, positionIn } from '../support/features';
import { all } from '../support/filePair';

/** Decodes tokens as a client does, to a line `text type modifier` each. */
function tokensOf(
	name: string,
	text: string,
	lines?: readonly [number, number],
	multiline = false,
): string[] {
	const end = positionIn(text, text.length);
	const range = lines
		? { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } }
		: { start: { line: 0, character: 0 }, end };
	const data = encoded(all(semanticTokens(checked(name, text), range, multiline)));
	const tokens: string[] = [];
	let line = 0;
	let character = 0;
	for (let at = 0; at < data.length; at += 5) {
		const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
		line += down;
		character = down === 0 ? character + right : right;
		const start = offsetIn(text, { line, character });
		const modifier = tokenLegend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
		tokens.push([text.slice(start, start + length), tokenLegend.tokenTypes[type], ...modifier].join(' '));
	}
	return tokens;
}

const categoriesOf = ({ elements }: Table): string[] =>
	elements.filter(({ kind }) => kind === 'demographic').map(({ column }) => column);

describe('semantic tokens', () => {
	it('have standard types', () => {
		const types = new Set<string>(Object.values(SemanticTokenTypes));
		const modifiers = new Set<string>(Object.values(SemanticTokenModifiers));
		for (const type of tokenLegend.tokenTypes) assert.ok(types.has(type), type);
		for (const modifier of tokenLegend.tokenModifiers) assert.ok(modifiers.has(modifier), modifier);
	});

	it('give each category its own type, the same in both files and in any order of columns', () => {
		const types = new Map<string, string>();
		for (const table of tables) {
			for (const columns of [categoriesOf(table), categoriesOf(table).reverse()]) {
				const text = `${[table.primaryKey, ...columns].join(',')}\n`;
				const [key, ...tokens] = tokensOf(table.fileName, text);
				assert.equal(key, `${table.primaryKey} variable readonly`);
				assert.equal(tokens.length, columns.length);
				for (const token of tokens) {
					const [column = '', type = ''] = token.split(' ');
					assert.equal(types.get(column) ?? type, type, column);
					types.set(column, type);
				}
			}
		}
		assert.equal(types.size, 14);
		assert.equal(new Set(types.values()).size, 14);
	});

	it('leave all other columns to the grammar', () => {
		const tokens = tokensOf('students.csv', 'Last_name,Gender,Shoe,Student_id,Password\nReyes,F,7,1001,x\n');
		assert.deepEqual(
			tokens.map((token) => token.split(' ')[0]),
			['Gender', 'Student_id', 'F', '1001'],
		);
	});

	it('cover only the requested rows and no empty fields', () => {
		const text = 'sis_id,ext.title_i\n1,Yes\n2,\n3,No\n4,No\n';
		assert.deepEqual(
			tokensOf('students_ext.csv', text, [2, 3]).map((token) => token.split(' ')[0]),
			['2', '3', 'No'],
		);
	});

	it('split a field of several lines by line, unless the client supports tokens of several lines', () => {
		const text = 'sis_id,ext.title_i\n"a\r\n\r\nb",Yes\n';
		const of = (multiline: boolean): string[] =>
			tokensOf('students_ext.csv', text, [1, 4], multiline).map((token) => token.replace(/ [a-z ]*$/, ''));
		assert.deepEqual(of(false), ['"a', 'b"', 'Yes']);
		assert.deepEqual(of(true), ['"a\r\n\r\nb"', 'Yes']);
	});

	it('are empty for an empty file', () => {
		assert.deepEqual(tokensOf('students_ext.csv', ''), []);
	});
});
