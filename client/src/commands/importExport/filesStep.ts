import type { Uri } from 'vscode';
import type { ImportReport, MadeFile } from '../../../../server/src/protocol';
import { labelText } from '../../../../server/src/safeText';
import { countOf } from '../../../../server/src/wording';
import { baseName } from '../../files/fileKinds';
import { pickMany } from '../../ui/quickPick';
import { remarks } from './summary';

/** Lists the files to write, and lets the person leave one out; undefined if they cancel. */
export async function chooseFiles(
	{ files, report }: { readonly files: readonly MadeFile[]; readonly report: ImportReport },
	folder: Uri,
): Promise<readonly string[] | undefined> {
	const items = files.map(({ fileName, rows }) => ({
		label: labelText(fileName),
		description: labelText(countOf(rows, 'row')),
		picked: true,
		fileName,
	}));
	const picked = await pickMany(items, {
		title: `Import (4 of 4): Write to ${baseName(folder.path) || folder.path}`,
		placeHolder: remarks(report).join(' ') || 'Every value was recognized. Press Enter to write the files.',
		ignoreFocusOut: true,
	});
	return picked && picked.length > 0 ? picked.map(({ fileName }) => fileName) : undefined;
}
