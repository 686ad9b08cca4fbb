import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExplainOutput } from '../../server/src/cli/reference/explainCommand';
import type { RulesOutput } from '../../server/src/cli/reference/rulesCommand';
import { terminalPage } from '../../server/src/cli/reference/terminalPage';
import { nearTopics, topicsOf } from '../../server/src/cli/reference/topics';
import { rules } from '../../server/src/rules';
import { codedElements, tables } from '../../server/src/spec';
import { buildCli, root, run } from './support';

const plain = { bold: String };
const namesOf = (word: string): string[] => topicsOf(word).map(({ kind, name }) => `${kind} ${name}`);

describe('CLI: rules', () => {
	before(buildCli);

	it('lists every rule once, with its severity and whether --fix fixes it', async () => {
		const { status, stdout, stderr } = await run(['rules', '--format', 'json']);
		assert.deepEqual([status, stderr], [0, '']);
		const list = (JSON.parse(stdout) as RulesOutput).rules;
		assert.deepEqual(
			list.map(({ id, severity, title }) => [id, severity, title]),
			rules.map(({ id, severity, title }) => [id, severity, title]),
		);
		const fixable = new Map(list.map(({ id, fixable: isFixed }) => [id, isFixed]));
		assert.deepEqual(
			['field/unknown-code', 'csv/blank-line', 'dataset/conflicting-value'].map((id) => fixable.get(id)),
			[true, true, false],
		);
		const text = await run(['rules']);
		assert.match(text.stdout, /^field\/unknown-code +error +fix +The column has no such code$/m);
		assert.match(text.stdout, /^file\/name +warning +The file name is not/m);
	});
});

describe('CLI: explain', () => {
	before(buildCli);

	it('finds every rule, column, set of codes and code', () => {
		for (const { id } of rules) assert.deepEqual(namesOf(id), [`rule ${id}`]);
		for (const { column } of tables.flatMap(({ elements }) => elements)) {
			assert.ok(namesOf(column).includes(`column ${column}`), column);
		}
		for (const { optionSet, column } of codedElements) {
			for (const { code } of optionSet?.options ?? []) {
				assert.equal(topicsOf(`${column}=${code}`).length, 1, `${column}=${code}`);
				assert.ok(topicsOf(code).length > 0, code);
			}
		}
	});

	it('takes other spellings of a name, a label, and a part of an id', () => {
		assert.deepEqual(namesOf('Field/Unknown-Code'), ['rule field/unknown-code']);
		assert.deepEqual(namesOf('field-unknown-code'), ['rule field/unknown-code']);
		assert.deepEqual(namesOf('unknown-code'), ['rule field/unknown-code']);
		assert.deepEqual(namesOf('student id'), ['column Student_id']);
		assert.deepEqual(namesOf('race'), ['column Race']);
		assert.deepEqual(namesOf('yes-no'), ['codes yes-no']);
		assert.deepEqual(namesOf('aut'), ['code ext.primary_disability_type=AUT']);
		assert.deepEqual(namesOf('Autism'), ['code ext.primary_disability_type=AUT']);
		assert.deepEqual(namesOf('F'), ['code Gender=F', 'code Frl_status=F']);
		assert.deepEqual(namesOf('gender=f'), ['code Gender=F']);
		assert.deepEqual(namesOf('=F'), []);
	});

	it('prints the page that the documentation has', async () => {
		const { status, stdout } = await run(['explain', 'field/unknown-code', '--format', 'json']);
		const { topics } = JSON.parse(stdout) as ExplainOutput;
		assert.equal(status, 0);
		assert.equal(topics[0]?.page, readFileSync(join(root, 'docs/rules/field-unknown-code.md'), 'utf8'));
	});

	it('prints a column with its codes, without marks of Markdown', async () => {
		const { status, stdout } = await run(['explain', 'Race']);
		assert.equal(status, 0);
		assert.match(stdout, /^Race\n\nThe student's race\.\n\nThis is a column of students\.csv\.\n/);
		assert.match(stdout, /\n {2}Code {2}Label +Definition\n {2}A {5}Asian\n/);
		assert.doesNotMatch(stdout, /`|\*\*|\]\(|\| ---/);
	});

	it('lists what a word may mean', async () => {
		const { status, stdout } = await run(['explain', 'F']);
		assert.equal(status, 0);
		assert.equal(
			stdout,
			'This has 2 meanings. Ask for one of them:\n' +
				'  explain Gender=F  code: F (Female)\n' +
				'  explain Frl_status=F  code: F (Free)\n',
		);
	});

	it('names what an unknown word is spelled like, and is 2', async () => {
		const { status, stdout, stderr } = await run(['explain', 'field/unknwon-code', '--format', 'json']);
		assert.deepEqual([status, JSON.parse(stdout)], [2, { topics: [] }]);
		assert.equal(
			stderr,
			'error: There is no rule, column or code "field/unknwon-code". Did you mean field/unknown-code?\n',
		);
		assert.deepEqual(nearTopics('Home_langage'), ['Home_language']);
		const hostile = await run(['explain', 'x\u001b[31m\u202e']);
		assert.equal(hostile.status, 2);
		assert.ok(!hostile.stderr.includes('\u001b') && !hostile.stderr.includes('\u202e'));
	});

	it('leaves the text of an example as it is', () => {
		const page =
			'# a/b\n\n```csv\n*x*,`y`,[z](w)\n```\n\n| A | B |\n| --- | --- |\n| `1` | a \\| b |\n\n[All rules](README.md)\n';
		assert.equal(terminalPage(page, plain), 'a/b\n\n    *x*,`y`,[z](w)\n\n  A  B\n  1  a | b\n');
	});
});
