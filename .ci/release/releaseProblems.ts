/** What keeps a version from being published. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryUrl } from '../../server/generate/repository';
import { readReleaseNotes } from './changelog';
import { type OpenVsxManifest, openVsxProblems } from './openVsx';

/** A version, and what is missing for it. */
export interface Release {
	readonly version: string;
	/** The day of its heading in the changelog, in seconds since 1970: the time of every file in the VSIX. */
	readonly time: number;
	/** Each as a sentence with the way out. */
	readonly problems: readonly string[];
}

/** The day of builds without a heading in the changelog: a dry run compares them all the same. */
const SOME_DAY = '2026-01-01';

/** Looks at the version of the manifest, its heading in the changelog, the placeholders, and what Open VSX demands. */
export function releaseProblems(root: string): Release {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as OpenVsxManifest & {
		readonly version: string;
	};
	const { version } = manifest;
	const { day, hasUnreleased } = readReleaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
	const files = new Set(
		[...readdirSync(root), ...(manifest.icon ? [manifest.icon] : [])].map((name) => name.toLowerCase()),
	);
	const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
	const problems = [
		...(day === undefined
			? [`CHANGELOG.md has no heading for ${version}. Add: ## [${version}] - and the day`]
			: []),
		...(hasUnreleased
			? [
					'CHANGELOG.md has changes under Unreleased. Give them a heading with the version that package.json has.',
				]
			: []),
		...(repositoryUrl.includes('OWNER')
			? [
					'The repository is a placeholder. Set it in server/generate/repository.ts, and run npm run generate.',
				]
			: []),
		...(changed === '' ? [] : ['Some files are not committed.']),
		...openVsxProblems(manifest, files).map((problem) => `Open VSX: ${problem}.`),
	];
	return { version, time: Date.parse(`${day ?? SOME_DAY}T00:00:00Z`) / 1000, problems };
}
