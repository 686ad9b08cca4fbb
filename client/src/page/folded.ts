import { foldText } from '../../../server/src/characters';

/** A text without what does not count when people look for it: case, accents, and spaces around it. */
export function folded(text: string): string {
	return foldText(text).replace(/\s+/gu, ' ').trim();
}
