/** `npm run generate`: writes every generated file, and deletes those that are not generated any more. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFolders, manifestPath, outputs } from './outputs';

const root = join(__dirname, '..', '..');
const files = outputs(readFileSync(join(root, manifestPath), 'utf8'));

for (const [path, content] of files) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), content);
}
for (const folder of generatedFolders) {
	for (const name of readdirSync(join(root, folder))) {
		if (!files.has(`${folder}/${name}`)) rmSync(join(root, folder, name), { recursive: true });
	}
}
console.log(`${files.size} files written.`);
