import { createHash } from 'node:crypto';
import { pathFromHere } from './filePlaces';
import type { ShownFinding } from './shownFindings';

/**
 * Makes fingerprints of the findings of a file: what tells a finding of two runs apart. It is made of the path, the
 * rule, the column and how many such findings come before, so nobody can try values against it, and rows that are
 * inserted above change nothing. Where one of many alike is fixed, the last of them disappears.
 */
export function fingerprints(path: string): (finding: ShownFinding) => string {
	const place = pathFromHere(path);
	return ({ rule, column, field, ordinal }) =>
		createHash('sha256')
			.update(JSON.stringify([place, rule, column ?? field, ordinal]))
			.digest('hex')
			.slice(0, 32);
}
