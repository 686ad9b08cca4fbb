import type { Range } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { recordsIn } from '../../csv/ranges';
import { lineText } from '../../safeText';
import type { InlayHintSettings } from '../../settings';
import { optionByCode } from '../../spec/meaning';
import { distinctLabel, shown } from '../../wording';
import type { ShownHint } from '../shownTypes';
import { personOf } from '../students/student';

/** Hints in one answer; editors show fewer. */
export const MAX_HINTS = 2000;

/**
 * After an ID the name that the roster has for it, and after a code its label. Yields undefined between rows, where
 * the walk may pause.
 *
 * @param sibling the other file; undefined if no names are wanted.
 */
export function* inlayHints(
	checker: Checker,
	sibling: Checker | undefined,
	range: Range,
	{ names, codes }: InlayHintSettings,
): Iterable<ShownHint | undefined> {
	const { document, layout, table } = checker;
	const { first, last } = recordsIn(checker, range);
	for (let record = Math.max(1, first); record <= last; record++) {
		yield undefined;
		for (const [column, field] of document.fieldsOf(record).entries()) {
			let label = '';
			if (column === layout.keyIndex) {
				// The roster has the name in its own columns.
				if (names && table.role === 'extension') label = personOf([sibling], field.value)?.name ?? '';
			} else if (codes) {
				const set = layout.columns[column]?.element?.optionSet;
				const option = set && optionByCode(set, field.value);
				if (option?.code === field.value) label = distinctLabel(option);
			}
			if (label !== '')
				yield { position: document.positionAt(field.end), label: lineText(shown(label)), paddingLeft: true };
		}
	}
}
