/** `npm run package:npm`: the npm package, into out/. */

import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packNpm } from './npmPackage';
import { withBundles } from './withBundles';

const root = join(__dirname, '..', '..');
const out = join(root, 'out');
mkdirSync(out, { recursive: true });
withBundles(root, (dist, metafile) => {
	console.log(relative(root, packNpm({ root, dist, out }, metafile)));
});
