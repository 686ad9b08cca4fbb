import { extensionFile, type FolderState } from '../../../server/src/protocol';
import { count, plain } from './readiness';

/** How a folder stands, in sentences: errors left in each file, and students covered. */
export function stateLines({ files, students, covered }: FolderState): string {
	const lines = files.map(({ fileName, errors, warnings }) => {
		const said = [
			errors > 0 ? count(errors, 'error') : 'no errors',
			...(warnings > 0 ? [count(warnings, 'warning')] : []),
		];
		return `${fileName}: ${said.join(', ')}.`;
	});
	if (covered !== undefined) {
		lines.push(`${plain(covered)} of ${count(students, 'student')} have a row in ${extensionFile.fileName}.`);
	}
	return lines.join(' ');
}
