import { extensionFile, type FolderState } from '../../../server/src/protocol';
import { countOf, formatNumber } from '../../../server/src/wording';

/** How many students have a row in the extension file, in a sentence; undefined if one of the two files is missing. */
export function coveredLine({ students, covered }: FolderState): string | undefined {
	if (covered === undefined) return undefined;
	return `${formatNumber(covered)} of ${countOf(students, 'student')} have a row in ${extensionFile.fileName}.`;
}
