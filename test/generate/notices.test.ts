/** That the licenses of all that is bundled ship with it. */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from '../../.ci/release/bundled';
import { noticesFile, noticesOf } from '../../.ci/release/notices';
import { dependencies } from '../../package.json';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';
import { bundleMetafile } from '../support/bundles';

describe('the notices of third parties', () => {
	const shipped = readFileSync(join(ROOT, noticesFile), 'utf8');

	it('are those of what is bundled', async () => {
		const packages = bundledPackages(await bundleMetafile(), ROOT);
		assert.equal(shipped, noticesOf(packages, ROOT), 'run npm run generate');
	});

	it('have a section for each dependency, with its version and license', () => {
		for (const [name, version] of Object.entries(dependencies)) {
			const { license } = JSON.parse(
				readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'),
			) as { readonly license: string };
			assert.ok(shipped.includes(`\n${name} ${version} (${license})\n`), name);
		}
	});

	it('quote the notice of CEDS and the license that it names', () => {
		assert.ok(shipped.includes(readFileSync(join(ROOT, 'NOTICE'), 'utf8').trim()));
		assert.match(shipped, /Apache License\s+Version 2\.0, January 2004[\s\S]+END OF TERMS AND CONDITIONS/);
	});

	it('name a package that ships no license', () => {
		const root = temporaryFolder().path;
		const folder = join(root, 'node_modules/@made/up');
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'package.json'), '{"name":"@made/up","version":"1.0.0","license":"MIT"}');
		const inputs = { 'node_modules/@made/up/index.js': { bytesInOutput: 1 } };
		assert.throws(
			() => bundledPackages({ outputs: { 'dist/cli.js': { inputs } } }, root),
			/@made\/up .*@made__up\.txt/,
		);
	});

	it('leave out what was read and not bundled', () => {
		const inputs = {
			'node_modules/commander/index.js': { bytesInOutput: 0 },
			'node_modules/saxes/saxes.js': { bytesInOutput: 9 },
		};
		const [one, ...others] = bundledPackages({ outputs: { 'dist/cli.js': { inputs } } }, ROOT);
		assert.equal(one?.name, 'saxes');
		assert.deepEqual(others, []);
	});
});
