import * as documents from './sources';
import type { Source } from './types';

const sources: readonly Source[] = Object.values(documents);

/** When the documents behind the declarations were last read, `YYYY-MM`: results of different months may differ. */
export const rulesDate = lastOf(sources.map(({ asOf }) => asOf));

/** The version of the Common Education Data Standards that the codes come from. */
export const cedsVersion = lastOf(sources.flatMap((source) => source.cedsVersion ?? []));

function lastOf(texts: readonly string[]): string {
	return [...texts].sort().at(-1) ?? '';
}
