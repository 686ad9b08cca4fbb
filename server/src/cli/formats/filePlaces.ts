import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The path of a file from the working folder, with `/` between folders; as it was given where it is not below. */
export function pathFromHere(path: string): string {
	const below = relative(process.cwd(), resolve(path));
	const isBelow = below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
	return (isBelow ? below : path).replaceAll(sep, '/');
}

/** The address of a file: relative to the working folder, else whole. */
export interface FileAddress {
	/** Percent-encoded. */
	readonly uri: string;
	readonly isBelow: boolean;
}

/** The address of a file, as a SARIF log names it. */
export function fileAddress(path: string): FileAddress {
	const base = pathToFileURL(`${process.cwd()}${sep}`).href;
	const { href } = pathToFileURL(resolve(path));
	// A colon before the first slash would make the rest a scheme.
	return href.startsWith(base) && href.length > base.length
		? { uri: href.slice(base.length).replaceAll(':', '%3A'), isBelow: true }
		: { uri: href, isBelow: false };
}
