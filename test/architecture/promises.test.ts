/** That docs/privacy.md names tests that exist, and that `npm test` runs without a condition. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minimatch } from 'minimatch';
import ts from 'typescript';
import { nodes, root } from './sources';

interface NamedTest {
	readonly file: string;
	readonly title: string;
}

/** The promises of the page's table, each with the tests in its second column. */
function promises(): readonly (readonly [promise: string, tests: readonly NamedTest[]])[] {
	const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
	const table = page.split('\n').filter((line) => /^\| \*\*/.test(line));
	return table.map((line) => {
		const [promise = '', tests = ''] = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
		return [promise, tests.split('<br>').map(named)];
	});
}

function named(text: string): NamedTest {
	const [, file, title] = /^`([^`]+)` (.+)$/.exec(text) ?? [];
	assert.ok(file && title, `no file and title: ${text}`);
	return { file, title };
}

interface Suite {
	readonly spec: readonly string[];
	readonly ignore: readonly string[];
}

/** The patterns of the files that each step of `npm test` runs. */
function suites(): readonly Suite[] {
	const runner = readFileSync(join(root, 'test/run.ts'), 'utf8');
	const configs = [...runner.matchAll(/'([\w./]*\.mocharc\.json)'/g)].map(([, path]) => String(path));
	assert.ok(/mocha\('unit and protocol'/.test(runner), 'the unit tests run with .mocharc.json');
	assert.ok(runner.includes('test/editor/host/runBrowser.ts'));
	const read = (path: string): Suite => ({
		ignore: [],
		...JSON.parse(readFileSync(join(root, path), 'utf8')),
	});
	const inVsCode: Suite = { spec: ['test/editor/vscode/*.test.ts'], ignore: [] };
	return [inVsCode, ...['.mocharc.json', ...configs].map(read)];
}

function isRun(file: string): boolean {
	const matches = (pattern: string): boolean => minimatch(file, pattern);
	return suites().some(({ spec, ignore }) => spec.some(matches) && !ignore.some(matches));
}

/** The titles of the tests that a file declares whatever happens: in `describe`, and under no condition. */
function titlesIn(tree: ts.SourceFile): readonly string[] {
	const titles: string[] = [];
	const visit = (statements: ts.NodeArray<ts.Statement>): void => {
		for (const statement of statements) {
			if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue;
			const { expression, arguments: args } = statement.expression;
			const [title, body] = args;
			if (!ts.isIdentifier(expression) || !title || !body) continue;
			if (expression.text === 'it' && ts.isStringLiteralLike(title)) titles.push(title.text);
			const isFunction = ts.isArrowFunction(body) || ts.isFunctionExpression(body);
			if (expression.text !== 'describe' || !isFunction || !ts.isBlock(body.body)) continue;
			visit(body.body.statements);
		}
	};
	visit(tree.statements);
	return titles;
}

/** Whether a file leaves out tests: by `skip` or `xit`, or because it runs only one. */
function leavesOut(tree: ts.SourceFile): boolean {
	return [...nodes(tree)].some(
		(node) => ts.isIdentifier(node) && /^(skip|only|xit|xdescribe|pending)$/.test(node.text),
	);
}

describe('the promises in docs/privacy.md', () => {
	const all = promises();

	it('are all there', () => {
		const names = all.map(([promise]) => /\*\*(.+?)[.,]?\*\*/.exec(promise)?.[1]);
		assert.deepEqual(names, [
			'No network',
			'No telemetry',
			'No value in a log',
			'Nothing stored',
			'Whole or not there',
			'Nothing replaced without a question',
			'A list without values tells none',
			'A folder that you do not trust hides no problem',
			'A fix changes the values it names',
			'Small counts stay hidden in a saved report',
			'A password is never shown',
			'Text of a file is only text',
			'Nothing runs from a folder',
		]);
	});

	it('name tests that exist and that npm test runs', () => {
		for (const { file, title } of all.flatMap(([, tests]) => tests)) {
			assert.ok(existsSync(join(root, file)), file);
			assert.ok(isRun(file), `npm test does not run ${file}`);
			const tree = ts.createSourceFile(
				file,
				readFileSync(join(root, file), 'utf8'),
				ts.ScriptTarget.Latest,
				true,
			);
			assert.ok(!leavesOut(tree), `${file} leaves out tests`);
			assert.ok(titlesIn(tree).includes(title), `${file} has no test "${title}"`);
		}
	});

	it('would not be proven by a test that is skipped, conditional or not run', () => {
		const tree = ts.createSourceFile(
			'x.ts',
			"describe('a', () => { it('b', f); if (x) it('c', f); it.skip('d', f); }); if (x) { it('e', f) }",
			ts.ScriptTarget.Latest,
		);
		assert.deepEqual(titlesIn(tree), ['b']);
		assert.ok(leavesOut(tree));
		assert.ok(!isRun('test/editor/host/other.test.ts'));
	});
});
