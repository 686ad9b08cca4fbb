import { districtTables } from '../../check/districtTables';
import type { SideFiles } from '../../compare/changes/comparedFile';
import { documentFile } from '../../compare/changes/documentFile';
import type { Settings } from '../../settings';
import type { SideFile } from './earlierFiles';

/** Documents as a side of a comparison, in the tables as the district uses them. */
export function sideOf(files: readonly SideFile[], settings: Settings): SideFiles {
	const tables = districtTables(settings);
	const fileOf = (role: 'roster' | 'extension') => {
		const file = files.find(({ table }) => table.role === role);
		const table = tables.find(({ fileName }) => fileName === file?.table.fileName) ?? file?.table;
		return file && table && documentFile(file.document, table, file.modified);
	};
	return { roster: fileOf('roster'), extension: fileOf('extension') };
}
