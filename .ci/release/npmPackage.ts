/**
 * The npm package: command line and server, each one file without dependencies, the schemas, and the types of the JSON.
 * The root's package.json is the extension's manifest, so the package is staged in a folder with a package.json of its
 * own, and packed from there.
 */

import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';
import { type BundledPackage, bundledPackages, type Metafile } from './bundled';
import { noticesFile, noticesOf } from './notices';

/** What the package's package.json takes from the extension's manifest. */
interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly repository: object;
	readonly homepage: string;
	readonly bugs: object;
	readonly keywords: readonly string[];
	readonly engines: { readonly node: string };
	readonly bin: Readonly<Record<string, string>>;
}

/** One sentence for the registry and the bill of materials. */
export const npmDescription =
	'Checks students.csv and students_ext.csv before they go to Clever: the command line, and the language server for other editors. No data leaves this computer.';

/** Where to pack from, and where to. */
export interface NpmPaths {
	/** Of the project. */
	readonly root: string;
	/** The folder with the bundles. */
	readonly dist: string;
	/** Gets the staged folder `npm` and the tarball. */
	readonly out: string;
}

/** The packages that are bundled into the command line and the server. */
export function npmPackages(metafile: Metafile, root: string): readonly BundledPackage[] {
	return bundledPackages(metafile, root, ['cli.js', 'server.js']);
}

/** Stages the package and packs it. Returns the path of the tarball. */
export function packNpm({ root, dist, out }: NpmPaths, metafile: Metafile): string {
	const stage = join(out, 'npm');
	const put = (path: string, text: string): void => {
		mkdirSync(dirname(join(stage, path)), { recursive: true });
		writeFileSync(join(stage, path), text);
	};
	const copy = (path: string): void => cpSync(join(root, path), join(stage, path), { recursive: true });
	rmSync(stage, { recursive: true, force: true });
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
	put('package.json', `${JSON.stringify(packageJson(manifest), undefined, '\t')}\n`);
	put('README.md', readFileSync(join(root, '.ci/release/npm.md'), 'utf8'));
	put(noticesFile, noticesOf(npmPackages(metafile, root), root));
	put('dist/json.d.ts', jsonTypes(root));
	for (const bundle of Object.values(manifest.bin)) {
		const path = join(stage, bundle);
		cpSync(join(dist, bundle.replace('./dist/', '')), path);
		chmodSync(path, 0o755);
	}
	// The server links each problem to the page of its rule.
	for (const path of ['LICENSE', 'NOTICE', 'CHANGELOG.md', 'schemas', 'docs/rules']) copy(path);
	if (readdirSync(join(root, 'docs')).includes('automation')) {
		copy('docs/automation.md');
		copy('docs/automation');
	}
	const packed = execFileSync(
		'npm',
		['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', out],
		{
			cwd: stage,
			encoding: 'utf8',
			shell: process.platform === 'win32',
		},
	);
	const [{ filename } = { filename: '' }] = JSON.parse(packed) as { readonly filename: string }[];
	return join(out, filename);
}

function packageJson({
	name,
	version,
	license,
	repository,
	homepage,
	bugs,
	keywords,
	engines,
	bin,
}: Manifest): object {
	return {
		name,
		version,
		description: npmDescription,
		license,
		repository,
		homepage,
		bugs,
		keywords,
		engines: { node: engines.node },
		bin,
		types: './dist/json.d.ts',
		exports: {
			'.': { types: './dist/json.d.ts' },
			'./schemas/*': './schemas/*',
			'./package.json': './package.json',
		},
	};
}

/** The declarations of the JSON's types in one file. */
function jsonTypes(root: string): string {
	const entry = { filePath: join(root, '.ci/release/json.ts'), output: { noBanner: true, sortNodes: true } };
	const log = console.log;
	// The library tells each of its steps on stdout.
	console.log = () => {};
	try {
		const options = { preferredConfigPath: join(root, '.ci/release/tsconfig.json') };
		return generateDtsBundle([entry], options).join('\n');
	} finally {
		console.log = log;
	}
}
