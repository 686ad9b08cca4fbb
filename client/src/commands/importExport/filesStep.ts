import { type Uri, window } from 'vscode';
import type { ImportReport, MadeFile } from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { baseName } from '../../files/fileKinds';
import { remarks } from './summary';

/** Shows what comes out, and asks which of the files to write; undefined where the person gave up. */
export async function chooseFiles(
	{ files, report }: { readonly files: readonly MadeFile[]; readonly report: ImportReport },
	folder: Uri,
): Promise<readonly string[] | undefined> {
	const items = files.map(({ fileName, rows }) => ({
		label: fileName,
		description: countOf(rows, 'row'),
		picked: true,
		fileName,
	}));
	const picked = await window.showQuickPick(items, {
		canPickMany: true,
		title: `Import (4 of 4): write to ${baseName(folder.path) || folder.path}`,
		placeHolder: remarks(report).join(' ') || 'Every value has a place and a code. Press Enter to write.',
		ignoreFocusOut: true,
	});
	return picked && picked.length > 0 ? picked.map(({ fileName }) => fileName) : undefined;
}
