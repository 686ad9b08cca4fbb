/**
 * A regular expression of ours as RE2 and Java read it too. They have no `u` flag, write characters beyond ASCII another
 * way, take `$` before a last line break too, and Java reads `[` inside of a class as another class.
 */
export function portablePattern({ source, flags }: RegExp): string {
	let inClass = false;
	const text = source.replace(
		/\\u([\dA-Fa-f]{4})|\\x([\dA-Fa-f]{2})|\\[\s\S]|[[\]$]|[^\0-\x7f]/gu,
		(part, unit: string | undefined, byte: string | undefined) => {
			const hex = unit ?? byte;
			if (hex !== undefined) return `\\x{${hex}}`;
			if (part.startsWith('\\')) return part;
			if (part === '[') {
				if (inClass) return '\\[';
				inClass = true;
				return part;
			}
			if (part === ']') {
				inClass = false;
				return part;
			}
			if (part === '$') return inClass ? part : '\\z';
			return `\\x{${(part.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`;
		},
	);
	return flags.includes('i') ? `(?i)${text}` : text;
}
