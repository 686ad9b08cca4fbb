/** What the pages for people say of the command line: each option, each format, and the JSON as it is. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOptions } from '../../server/src/cli/check/checkOptions';
import { formatNames, redactedFormats } from '../../server/src/cli/formats/formats';
import { toolFacts, toolLine } from '../../server/src/cli/formats/toolFacts';
import { buildCli, root, runJson } from './support';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** The rows of a page's tables, as their first cell and the others. */
const rows = (page: string): readonly (readonly string[])[] =>
	page
		.split('\n')
		.filter((line) => line.startsWith('| `'))
		.map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

describe('the pages on the command line', () => {
	before(buildCli);

	it('list each option of check, and no other', () => {
		const named = rows(read('docs/check.md'))
			.flatMap(([first = '']) => first.match(/--[a-z-]+/g) ?? [])
			.sort();
		const declared = checkOptions().map(({ long }) => long);
		assert.deepEqual(named, declared.sort());
	});

	it('list each format of check with its section, and say which ones are redacted', () => {
		const page = read('docs/formats.md');
		const listed = rows(page).map(([name, , redacted]) => [name, redacted]);
		assert.deepEqual(
			listed,
			formatNames.map((name) => [
				`\`${name}\``,
				redactedFormats.has(name) ? 'unless `--no-redact`' : 'on request',
			]),
		);
		const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
		assert.deepEqual(sections.slice(1), [...formatNames]);
		assert.deepEqual(new Set(page.match(/^clever-demographics \d.*$/gm)), new Set([toolLine]));
		assert.ok(page.includes(`"tool":${JSON.stringify(toolFacts)}}`));
	});

	it('show the JSON of the samples as it is', async () => {
		const [, example = ''] = /```json\n(\{\n {2}"files":[\s\S]*?)```/.exec(read('README.md')) ?? [];
		const shown = JSON.parse(example);
		const { json } = await runJson(['samples/students.csv'], { cwd: root });
		const [file] = json.files;
		const [finding] = shown.files[0].findings;
		assert.deepEqual(
			file?.findings.find(({ line, column }) => line === finding.line && column === finding.column),
			finding,
		);
		const [state] = json.readiness;
		assert.deepEqual(
			{
				...json,
				files: [{ ...file, findings: [finding] }],
				readiness: [{ ...state, reasons: state?.reasons.slice(0, 1) }],
			},
			shown,
		);
	});
});
