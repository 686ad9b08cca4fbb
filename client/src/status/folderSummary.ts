import { extensionFile, type FolderState } from '../../../server/src/protocol';
import { countOf, formatNumber } from '../../../server/src/wording';

/** How a folder stands, in sentences: errors left in each file, and students covered. */
export function stateLines({ files, students, covered }: FolderState): string {
	const lines = files.map(({ fileName, errors, warnings }) => {
		const said = [
			errors > 0 ? countOf(errors, 'error') : 'no errors',
			...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
		];
		return `${fileName}: ${said.join(', ')}.`;
	});
	if (covered !== undefined) {
		lines.push(
			`${formatNumber(covered)} of ${countOf(students, 'student')} have a row in ${extensionFile.fileName}.`,
		);
	}
	return lines.join(' ');
}
