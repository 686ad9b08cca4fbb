/** THIRD-PARTY-NOTICES.txt: what others wrote of what ships, and under which license. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledPackage } from './bundled';

/** The name of the file, at the root and in each package. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

const line = '-'.repeat(80);

/** The text of the file. The definitions quoted from CEDS come first, since they are in every bundle that checks. */
export function noticesOf(packages: readonly BundledPackage[], root: string): string {
	const notice = readFileSync(join(root, 'NOTICE'), 'utf8').trim();
	const apache = readFileSync(join(__dirname, 'licenses', 'Apache-2.0.txt'), 'utf8').trim();
	const sections = [
		`CEDS Elements (Apache-2.0)\n\n${notice}\n\n${apache}`,
		...packages.map(
			({ name, version, license, texts }) => `${name} ${version} (${license})\n\n${texts.join('\n\n')}`,
		),
	];
	const names = ['CEDS Elements', ...packages.map(({ name }) => name)];
	return `Clever Demographics contains text and code of others: ${names.join(', ')}. Their notices and licenses follow.
This file is generated from what is bundled.

${sections.map((section) => `${line}\n${section.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '')}\n`).join('\n')}`;
}
