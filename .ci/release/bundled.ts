/** Which packages of node_modules are in the bundles, from what esbuild says of them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The part of esbuild's metafile that is read: for each bundle, the bytes that each source gave to it. */
export interface Metafile {
	readonly outputs: Readonly<
		Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
	>;
}

/** A package of which at least one byte is in a bundle. */
export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** As an SPDX expression, as its package.json has it. */
	readonly license: string;
	/** The texts of its license and notices, as they ship. */
	readonly texts: readonly string[];
}

/** Packages that ship without their license's text; it was taken from their repositories. */
const licenseFolder = join(__dirname, 'licenses');

/**
 * The packages in bundles, by name.
 *
 * @param root of the project, from which the metafile's paths are.
 * @param bundles the file names of the bundles that count; all if it is missing.
 * @throws an error that names the package whose license is missing.
 */
export function bundledPackages(
	{ outputs }: Metafile,
	root: string,
	bundles?: readonly string[],
): readonly BundledPackage[] {
	const folders = new Set<string>();
	for (const [output, { inputs }] of Object.entries(outputs)) {
		if (bundles && !bundles.some((name) => output.split('/').at(-1) === name)) continue;
		for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
			const [, folder] = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
			if (folder && bytesInOutput > 0) folders.add(resolve(root, folder));
		}
	}
	if (folders.size === 0) throw new Error('No package is in the bundles: the metafile has another form now.');
	return [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageIn(folder: string): BundledPackage {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		readonly name: string;
		readonly version: string;
		readonly license?: string;
	};
	const shipped = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
	const kept = `${name.replace('/', '__')}.txt`;
	const paths = shipped.length > 0 ? shipped.map((file) => join(folder, file)) : keptLicense(kept);
	if (!license || paths.length === 0) {
		throw new Error(
			`${name} names no license, or ships no text of it. Put its text into .ci/release/licenses/${kept}.`,
		);
	}
	return { name, version, license, texts: paths.sort().map((path) => readFileSync(path, 'utf8').trim()) };
}

function keptLicense(name: string): string[] {
	return readdirSync(licenseFolder).includes(name) ? [join(licenseFolder, name)] : [];
}
