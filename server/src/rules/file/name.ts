import { cleverSftp } from '../../spec/sources';
import type { FileRule } from '../rule';

export const name: FileRule = {
	id: 'file/name',
	severity: 'warning',
	title: "The file's name is not the one Clever wants",
	why: 'Clever goes by the exact name, where upper and lower case count: students.csv and students_ext.csv.',
	source: cleverSftp,
	aboutFileOnly: true,
	// The same text is right or wrong by the name of its file.
	example: { table: 'students.csv', bad: {}, good: {} },

	checkFile({ name: own, table }, report) {
		if (own === undefined || own === table.fileName) return;
		report({
			message: `The file is called "${own}". Clever wants ${table.fileName}, in exactly this spelling.`,
		});
	},
};
