import { fileRules } from '../rules';
import type { Finding, ShownPlace } from './finding';

/**
 * What a finding is about.
 *
 * @param columns how many the header has.
 * @param length of the finding's record without its line break, in UTF-16 units.
 */
export function aboutOf(finding: Finding, columns: number, length: number): ShownPlace['about'] {
	const isWholeRow = columns > 1 && finding.start === 0 && finding.end === length;
	return aboutFileOr(isWholeRow ? 'row' : 'field', finding);
}

/** The file for a finding of a rule on files; else what is given. */
export function aboutFileOr(about: 'row' | 'field', { rule }: Finding): ShownPlace['about'] {
	return fileRules.some((fileRule) => fileRule === rule) ? 'file' : about;
}
