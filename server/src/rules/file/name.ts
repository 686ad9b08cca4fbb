import { cleverSftp } from '../../spec/sources';
import type { FileRule } from '../rule';

export const name: FileRule = {
	id: 'file/name',
	severity: 'warning',
	tellsValue: false,
	title: 'The file name is not the one that Clever expects',
	why: "Clever's SFTP guide asks for exactly these names, in lower case: students.csv and students_ext.csv.",
	reason: 'file-name',
	source: cleverSftp,
	aboutFileOnly: true,
	// The file name alone makes the same text right or wrong.
	example: { table: 'students.csv', bad: {}, good: {} },

	checkFile({ name: fileName, table }, report) {
		if (fileName === undefined || fileName === table.fileName) return;
		report({
			message: `The file is named "${fileName}". Clever expects exactly ${table.fileName}. Rename it.`,
			command: { id: 'renameFile', title: `Rename to ${table.fileName}` },
		});
	},
};
