/** A part of `npm run generate`: writes THIRD-PARTY-NOTICES.txt. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from './bundled';
import { noticesFile, noticesOf } from './notices';
import { withBundles } from './withBundles';

const root = join(__dirname, '..', '..');
withBundles(root, (_, metafile) => {
	const packages = bundledPackages(metafile, root);
	writeFileSync(join(root, noticesFile), noticesOf(packages, root));
	console.log(`${noticesFile}: ${packages.length} packages.`);
});
