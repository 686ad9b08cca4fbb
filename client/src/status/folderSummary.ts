import { extensionFile, type FolderState } from '../../../server/src/protocol';
import { countOf, formatNumber } from '../../../server/src/wording';

/** The state of a folder in sentences: the errors of each file, and how many students have a row in the extension file. */
export function folderSummary({ files, students, covered }: FolderState): string {
	const lines = files.map(({ fileName, errors, warnings }) => {
		const problems = [
			errors > 0 ? countOf(errors, 'error') : 'no errors',
			...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
		];
		return `${fileName}: ${problems.join(', ')}.`;
	});
	if (covered !== undefined) {
		lines.push(
			`${formatNumber(covered)} of ${countOf(students, 'student')} have a row in ${extensionFile.fileName}.`,
		);
	}
	return lines.join(' ');
}
