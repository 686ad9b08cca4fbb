/** What every file keeps to, whatever room it is in. */

import assert from 'node:assert/strict';
import ts from 'typescript';
import { ruleById } from '../../server/src/rules';
import { all, client, nodes, type SourceFile, server, shipped } from './sources';

describe('the house', () => {
	it('names no rule outside of rules/', () => {
		const found = [...server, ...client]
			.filter(({ path }) => !/^server\/src\/rules\/|\.generated\.ts$/.test(path))
			.flatMap(({ path, tree }) =>
				[...nodes(tree)]
					.filter((node) => ts.isStringLiteralLike(node) && ruleById(node.text) !== undefined)
					.map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`),
			);
		assert.deepEqual(found, []);
	});

	it('knows no `any` and no `enum`', () => {
		const found = all.flatMap(({ path, tree }) =>
			[...nodes(tree)]
				.filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword || kind === ts.SyntaxKind.EnumDeclaration)
				.map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`),
		);
		assert.deepEqual(found, []);
	});
});

describe('numbers and plurals for people', () => {
	const wording = 'server/src/wording.ts';
	const others = shipped.filter(({ path }) => path !== wording);
	const places = (isWrong: (node: ts.Node) => boolean): string[] =>
		others.flatMap(({ path, tree }) =>
			[...nodes(tree)]
				.filter(isWrong)
				.map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`),
		);

	it(`are written in ${wording} only`, () => {
		const names = /^(toLocaleString|NumberFormat|PluralRules)$/;
		assert.deepEqual(
			places((node) => ts.isIdentifier(node) && names.test(node.text)),
			[],
		);
	});

	it('are never chosen by a comparison with one', () => {
		const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
		/** `count === 1 ? 'it' : 'they'`, and the same with any other comparison. */
		const isPlural = (node: ts.Node): boolean =>
			ts.isConditionalExpression(node) &&
			isText(node.whenTrue) &&
			isText(node.whenFalse) &&
			ts.isBinaryExpression(node.condition) &&
			ts.isNumericLiteral(node.condition.right) &&
			node.condition.right.text === '1';
		assert.deepEqual(places(isPlural), []);
	});
});

describe('its rooms', () => {
	const over = (files: readonly SourceFile[], most: number): string[] =>
		files.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines} lines`);

	it('are small', () => {
		assert.deepEqual(over(all, 400), []);
		const sizes = shipped.map(({ lines }) => lines).sort((a, b) => a - b);
		const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
		assert.ok(median < 80, `the median is ${median} lines`);
	});

	it('are smaller still where messages are only carried', () => {
		assert.deepEqual(
			over(
				shipped.filter(({ path }) => path === 'server/src/server.ts'),
				120,
			),
			[],
		);
		const hosts = shipped.filter(({ path }) => /\/(node|browser|cli)\/main\.ts$/.test(path));
		assert.equal(hosts.length, 5);
		assert.deepEqual(over(hosts, 60), []);
	});

	it('are called by what they hold', () => {
		const vague = all.filter(({ path }) => /(manager|helper|util)s?\b[^/]*$/i.test(path));
		assert.deepEqual(
			vague.map(({ path }) => path),
			[],
		);
	});
});
