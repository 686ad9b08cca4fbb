/** The Markdown that we write (markdown.ts) as plain text: without its marks, and with the addresses of links. */
export function plainText(markdown: string): string {
	return markdown.replace(
		marks,
		(_, escaped?: string, _fence?: string, code?: string, name?: string, address?: string) => {
			if (name !== undefined) return `${plainText(name)} (${address})`;
			return escaped ?? (code === undefined ? '' : withoutPadding(code));
		},
	);
}

/** Code without the space at both ends that keeps its own backticks or spaces apart from those around it. */
function withoutPadding(code: string): string {
	return /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
}

/**
 * An escaped character, code, a link, and the marks of bold text and of a line in italics. Text of others has no mark
 * without a backslash that this takes for one: stars between spaces, and brackets that no address of ours follows.
 */
const marks =
	/\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)(.*?)(?<!`)\2(?!`)|\[((?:\\.|[^\]\\])*)\]\((https:[^)\s]*)\)|\*\*(?=\S)|(?<=\S)\*\*|^_|_$/gm;
