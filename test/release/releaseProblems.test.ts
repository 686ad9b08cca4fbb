/** What keeps a version from being published. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReleaseNotes } from '../../.ci/release/changelog';
import { openVsxProblems } from '../../.ci/release/openVsx';
import manifest from '../../package.json';
import { repositoryUrl } from '../../server/generate/repository';
import { ROOT } from '../editor/host/paths';

const changelog = `# Changelog

## [Unreleased]

### Added

- Something.

## [0.2.0] - 2026-12-01

### Fixed

- Something else.
`;

describe('the changelog of a release', () => {
	it('has a heading with the day of the version', () => {
		assert.equal(readReleaseNotes(changelog, '0.2.0').day, '2026-12-01');
		assert.equal(readReleaseNotes(changelog, '0.3.0').day, undefined);
		// A version is not the beginning of another.
		assert.equal(readReleaseNotes(changelog, '0.2').day, undefined);
	});

	it('has nothing left under Unreleased', () => {
		assert.equal(readReleaseNotes(changelog, '0.2.0').hasUnreleased, true);
		assert.equal(readReleaseNotes(changelog.replace('- Something.\n', ''), '0.2.0').hasUnreleased, false);
	});

	it('names the heading whose day does not exist', () => {
		for (const day of ['2026-02-30', '01.12.2026', '']) {
			assert.throws(
				() => readReleaseNotes(changelog.replace('2026-12-01', day), '0.2.0'),
				/CHANGELOG\.md: the heading "## \[0\.2\.0\] - .*" needs its day/,
			);
		}
	});

	it('is that of the version in package.json', () => {
		const { day } = readReleaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), manifest.version);
		assert.ok(day);
	});
});

describe('the extension for Open VSX', () => {
	const files = new Set([...readdirSync(ROOT), manifest.icon].map((name) => name.toLowerCase()));

	it('has all that the registry demands', () => {
		assert.deepEqual(openVsxProblems(manifest, files), []);
	});

	it('would be rejected without it', () => {
		const changes = {
			publisher: 'Clever Demographics',
			name: '',
			version: 'latest',
			displayName: 'Clever\u202e',
			license: undefined,
			icon: 'images/none.png',
			description: 'x'.repeat(2049),
			homepage: 'clever',
			bugs: { url: 'mailto' },
			repository: { url: 'git+clever' },
			qna: 'ask us',
			keywords: ['x'.repeat(256)],
			galleryBanner: { color: '#173f8f', theme: 'blue' },
		};
		for (const [field, value] of Object.entries(changes)) {
			const problems = openVsxProblems({ ...manifest, [field]: value }, files);
			assert.ok(
				problems.some((problem) => problem.includes(field)),
				`${field}: ${problems}`,
			);
		}
		for (const file of ['license', 'readme.md']) {
			const without = new Set([...files].filter((name) => name !== file));
			assert.equal(openVsxProblems(manifest, without).length, 1, file);
		}
	});
});

describe('the placeholder of the repository', () => {
	const owner = new URL(repositoryUrl).pathname.split('/')[1] ?? '';

	it('is behind each link of the manifest', () => {
		const { repository, homepage, bugs, qna } = manifest;
		for (const link of [repository.url, homepage, bugs.url, qna])
			assert.ok(link.includes(repositoryUrl), link);
	});

	it('is named in the README, and everywhere as it is declared', () => {
		const args = ['grep', '-n', '-I', '-E', `\\b${owner}\\b|github\\.com/[^/ ]+/clever-demographics`];
		const found = execFileSync('git', [...args, '--', '.', ':!package-lock.json'], {
			cwd: ROOT,
			encoding: 'utf8',
		});
		const slug = new URL(repositoryUrl).pathname.slice(1);
		const lines = found
			.trim()
			.split('\n')
			.filter((line) => !line.startsWith('test/release/'));
		assert.ok(lines.some((line) => line.startsWith('README.md:')));
		const others = lines.filter((line) => {
			const rest = line.replaceAll(slug, '').replaceAll(`\`${owner}\``, '');
			return new RegExp(`\\b${owner}\\b|github\\.com/[^/ ]+/clever-demographics`).test(
				rest.replace(/^[^:]+:\d+:/, ''),
			);
		});
		assert.deepEqual(
			others.filter((line) => !line.startsWith('.ci/release/releaseProblems.ts:')),
			[],
		);
	});
});
