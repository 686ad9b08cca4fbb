import { window, workspace } from 'vscode';
import type { Conflict, ConflictCounts } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import type { Button } from '../../ui/applyEdits';

/** The button of a message on conflicts, where there are any. */
export function showConflicts(answer: ConflictCounts): readonly Button[] {
	return answer.conflicts > 0 ? [{ title: 'Show the conflicts', run: () => openConflicts(answer) }] : [];
}

/** Opens the list of conflicts as a new document, which lies nowhere until somebody saves it. */
async function openConflicts({ conflicts, listed }: ConflictCounts): Promise<void> {
	const lines = [
		`${countOf(conflicts, 'conflict')}. Decide which value is right, and run the command again.`,
		'',
		...listed.map(lineOf),
	];
	const hidden = conflicts - listed.length;
	if (hidden > 0) lines.push('', `${formatNumber(hidden)} more are not listed here.`);
	const document = await workspace.openTextDocument({
		language: 'plaintext',
		content: `${lines.join('\n')}\n`,
	});
	await window.showTextDocument(document, { preview: false });
}

function lineOf({ fileName, row, id, column, values: [here, there] }: Conflict): string {
	return `${fileName}, row ${formatNumber(row)}, student ${id}, ${column}: "${here}" here, "${there}" elsewhere`;
}
