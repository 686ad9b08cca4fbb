import { requireTable } from '../grid/openTables';
import { showAsText } from '../grid/showTable';
import type { Command } from './command';

/** Shows the file of the active table in the text editor, at the same cell. */
export const openAsText: Command = async ({ server }) => {
	const { document, place } = requireTable();
	await showAsText(server, document.uri, place);
};
