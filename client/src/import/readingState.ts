/** What is shown of an export while it is read, and afterwards. */

import type { ImportOpenAnswer, OpenedImport } from '../../../server/src/protocol';
import type { ImportState } from './messages';

/** What was read of an export, as far as it goes. */
export type ReadingState =
	| Extract<ImportState, { readonly kind: 'reading' | 'asking sheet' | 'problem' }>
	| Pick<Extract<ImportState, { readonly kind: 'view' }>, 'kind' | 'view'>;

/** What the page shows where the export is not read; `answer` is undefined where the person canceled. */
export function refusedReading(answer: Exclude<ImportOpenAnswer, OpenedImport> | undefined): ReadingState {
	if (!answer) return { kind: 'problem', problem: 'Canceled. Read the file again to import it.' };
	const { problem, sheets } = answer;
	return sheets ? { kind: 'asking sheet', problem, sheets } : { kind: 'problem', problem };
}

/** What the page shows where reading fails. */
export function failedReading(error: unknown): ReadingState {
	return { kind: 'problem', problem: error instanceof Error ? error.message : String(error) };
}
