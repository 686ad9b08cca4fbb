import type { Conflict, ConflictCounts } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import type { Button } from '../../ui/announce';
import { openUntitled } from '../../ui/openUntitled';

/** The button that lists conflicts; empty if there are none. */
export function showConflicts(answer: ConflictCounts): readonly Button[] {
	return answer.conflicts > 0 ? [{ title: 'Show Conflicts', run: () => openConflicts(answer) }] : [];
}

/** Opens the list of conflicts as a new, unsaved document. */
async function openConflicts({ conflicts, listed }: ConflictCounts): Promise<void> {
	const lines = [
		`${countOf(conflicts, 'conflict')}. Correct one of the two values of each, then run the command again.`,
		'',
		...listed.map(lineOf),
	];
	const hidden = conflicts - listed.length;
	if (hidden > 0)
		lines.push('', `${countOf(hidden, 'more conflict is', 'more conflicts are')} not listed here.`);
	await openUntitled(`${lines.join('\n')}\n`, 'plaintext');
}

function lineOf({ fileName, row, id, column, values: [here, there] }: Conflict): string {
	return `${fileName}, row ${formatNumber(row)}, student ${id}, ${column}: "${here}" here, "${there}" elsewhere`;
}
