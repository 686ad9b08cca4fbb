import { visibleText } from '../characters';

/** From this many letters on, a word is the same word without its spaces, hyphens and slashes. */
export const MIN_LETTERS = 4;

/**
 * A word by its letters and digits, in lower case: the same for "Deaf-blindness" and "Deafblindness", and for "Black or
 * African American", "Black/African American" and "BlackOrAfricanAmerican". Undefined for a word of fewer than four
 * letters, where a hyphen or a slash can make a difference.
 */
export function wordKey(word: string): string | undefined {
	const key = visibleText(word)
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.replace(/\b(?:and|or)\b/g, '')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
	return letterCount(key) < MIN_LETTERS ? undefined : key;
}

/** How many letters a text has. */
export function letterCount(text: string): number {
	return text.match(/\p{L}/gu)?.length ?? 0;
}
