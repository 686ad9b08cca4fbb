import type { CategoryChanges } from '../../compare/changes/changesTypes';
import type { ReadSide } from '../../compare/changes/readSide';
import type { CsvDocument } from '../../csv/document';
import { setEarlierValues } from '../../grid/earlierValues';
import { earlierValuesNotification } from '../../protocol';
import type { HandlerContext } from '../handlers/context';
import { folderOf, tableOf } from '../uris';

/** What the table of a document knows of the last upload. */
interface Fed {
	readonly side: ReadSide;
	/** The exact names of the columns that are compared in this file. */
	readonly columns: string;
}

/**
 * Gives the tables of open files what students had in the last upload, as long as that is held, and tells the client
 * where this changes. A column that both files have is compared in one of them only, so only that table knows it.
 */
export function feedTables(context: HandlerContext): void {
	const { comparisons, connection, documents, wantsStatus } = context;
	const fed = new WeakMap<CsvDocument, Fed>();
	const feedFolder = (folder: string): void => {
		const side = comparisons.heldSide(folder);
		for (const document of documents.all()) if (folderOf(document.uri) === folder) feed(document, side);
	};
	comparisons.onDidChangeSide(feedFolder);
	comparisons.onDidChange((uri) => feedFolder(folderOf(uri) ?? ''));
	documents.onDidOpen(({ document: { uri } }) => {
		if (comparisons.of(uri)) feedFolder(folderOf(uri) ?? '');
	});

	function feed(document: CsvDocument, side: ReadSide | undefined): void {
		const changes = comparisons.of(document.uri)?.changes;
		const columns = comparedColumns(changes?.categories ?? [], tableOf(document)?.fileName);
		const now = side && columns.length > 0 ? { side, columns: columns.join('\n') } : undefined;
		const before = fed.get(document);
		if (now?.side === before?.side && now?.columns === before?.columns) return;
		if (now) fed.set(document, now);
		else fed.delete(document);
		setEarlierValues(document, now && earlierValues(now.side, new Set(columns)));
		if (wantsStatus) void connection.sendNotification(earlierValuesNotification, { uri: document.uri });
	}
}

function comparedColumns(
	categories: readonly CategoryChanges[],
	fileName: string | undefined,
): readonly string[] {
	return categories
		.filter((category) => category.compared && category.fileName === fileName)
		.map(({ element }) => element);
}

function earlierValues(
	side: ReadSide,
	columns: ReadonlySet<string>,
): NonNullable<Parameters<typeof setEarlierValues>[1]> {
	return {
		of(id) {
			const was = side.of(id);
			return was && ((column) => (columns.has(column) ? was(column) : undefined));
		},
	};
}
