import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, folder, rosterHeader, run } from './support';

/** It colors, links, clears the screen, rings, goes to the start of the line, and turns the direction of text. */
const hostile = '\u001b[31m\u001b]8;;https://example.invalid\u0007\u009b2J\u202e\u2066\u200b\ufeff\u2028x';
/** What a terminal or a log obeys, other than the end of a line. */
const obeyed = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u;
const header = `${rosterHeader},${hostile}`;

describe('CLI: a terminal', () => {
	before(buildCli);

	/** A folder, a file, a header, a value and a setting, all hostile; `arguments` go before the path. */
	async function check(...options: readonly string[]) {
		const cwd = folder({
			'settings.json': JSON.stringify({
				'cleverDemographics.acceptedValues': { [`Gen${hostile}`]: [hostile] },
			}),
		});
		const name = `students${hostile.replaceAll('/', '')}.csv`;
		mkdirSync(join(cwd, name));
		const rows = `5,1,Reyes,Ana,"F${hostile}",\n6,1,Boone,Lee,${hostile},=1\n`;
		writeFileSync(join(cwd, name, name), `${header}\n${rows}`);
		const paths = [join(name, name), name];
		return run(['check', ...paths, ...options, '--settings', 'settings.json'], { cwd });
	}

	it('obeys no text of a file, its name, a folder or a setting', async () => {
		const { stdout, stderr } = await check();
		assert.match(stdout, /Gender/);
		assert.match(stdout, /<U\+202E>/);
		assert.match(stderr, /<U\+202E>/);
		assert.doesNotMatch(stdout, obeyed);
		assert.doesNotMatch(stderr, obeyed);
	});

	it('obeys none as JSON, which keeps its meaning', async () => {
		const { stdout, stderr } = await check('--format', 'json');
		assert.doesNotMatch(stdout, obeyed);
		assert.doesNotMatch(stderr, obeyed);
		const { files } = JSON.parse(stdout) as { files: { path: string; findings: { message: string }[] }[] };
		assert.ok(files[0]?.path.includes(hostile.replaceAll('/', '')));
	});

	it('keeps an argument that is quoted on its line', async () => {
		const { stderr } = await run(['check', '--x\n.: Ready to upload\n']);
		assert.doesNotMatch(stderr, /^\.: Ready/m);
		assert.match(stderr, /unknown option '--x\\n\.: Ready/);
	});

	it('obeys no argument that is quoted', async () => {
		const { stderr } = await run(['check', `--${hostile}`]);
		assert.match(stderr, /unknown option .*<U\+202E>/);
		assert.doesNotMatch(stderr, obeyed);
	});
});
