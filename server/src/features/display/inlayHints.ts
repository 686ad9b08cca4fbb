import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { recordsIn } from '../../csv/ranges';
import type { InlayHintSettings } from '../../settings';
import { optionSpelled } from '../../spec/meaning';
import { personOf } from '../students/student';

/** An editor shows fewer. */
export const MOST_HINTS = 2000;

/**
 * Behind the id of a student whom the other file names, the name; behind a code, what it means. Undefined between
 * rows, where the walk may rest.
 */
export function* inlayHints(
	checker: Checker,
	other: Checker | undefined,
	range: Range,
	{ names, codes }: InlayHintSettings,
): Iterable<InlayHint | undefined> {
	const { document, layout, table } = checker;
	const { first, last } = recordsIn(checker, range);
	for (let record = Math.max(1, first); record <= last; record++) {
		yield undefined;
		for (const [column, field] of document.fieldsOf(record).entries()) {
			let label = '';
			if (column === layout.keyIndex) {
				// Where the file says the name itself, there is no need to.
				if (names && table.role === 'extension') label = personOf([other], field.value)?.name ?? '';
			} else if (codes) {
				const set = layout.columns[column]?.element?.optionSet;
				const option = set && optionSpelled(set, field.value);
				if (option?.code === field.value && option.label !== option.code) label = option.label;
			}
			if (label !== '') yield { position: document.positionAt(field.end), label, paddingLeft: true };
		}
	}
}
