const OPENS_AFTER = /[\s(]$/;
const CLOSES_BEFORE = /^(?:$|[\s.,;:)])/;

/**
 * Whether the quotes in a value, if there are any, stand around words in it, as in `Ann "Annie" Lee`. Any other quote
 * can be read in two ways: the one of `12"` is an inch or a slip, those of `Ann ""An""` are doubled or written twice,
 * and one in front of the value may have meant to quote it.
 */
export function hasQuotesAroundWords(value: string): boolean {
	const parts = value.split('"');
	if (parts.length % 2 === 0 || (parts.length > 1 && parts[0]?.trim() === '')) return false;
	return parts.every((part, at) => {
		if (at % 2 === 1) return part !== '' && part.trim() === part;
		if (at > 0 && !CLOSES_BEFORE.test(part)) return false;
		return at === parts.length - 1 || OPENS_AFTER.test(part);
	});
}
