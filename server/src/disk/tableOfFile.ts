import { type Table, tableByFileName, tableOfHeader } from '../spec';

/**
 * The table of a file by its name, else by its header, whatever separates the names there.
 *
 * @param tables those of the district.
 */
export function tableOfFile(path: string, headers: readonly string[], tables: readonly Table[]): Table {
	const names = (): readonly string[] =>
		headers.flatMap((header) => header.replaceAll('"', '').split(/[;\t|]/));
	const { fileName } = tableByFileName(path) ?? tableOfHeader(names());
	return tables.find((table) => table.fileName === fileName) as Table;
}
