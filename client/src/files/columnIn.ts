import { trimUnseen } from '../../../server/src/characters';
import type { WayOut } from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import { shown } from '../../../server/src/wording';

/**
 * The symbol of a column in the outline of a file, which names columns without the spaces and marks around them;
 * undefined if the file does not have the column, or has another one in its place by now.
 */
export function columnIn<T extends { readonly name: string }>(
	outline: readonly T[],
	{ column = '', index }: Pick<WayOut, 'column'> & { readonly index?: number | undefined },
): T | undefined {
	if (index === undefined) return outline.find(({ name }) => name === column);
	const symbol = outline[index];
	return symbol && letters(symbol.name) === letters(labelText(shown(trimUnseen(column))))
		? symbol
		: undefined;
}

function letters(name: string): string {
	return name.replace(/[^\p{L}\p{N}]+/gu, '');
}
