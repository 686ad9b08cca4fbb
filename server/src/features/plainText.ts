/** The Markdown that we write (markdown.ts) as plain text: without its marks, and with the addresses of links. */
export function plainText(markdown: string): string {
	return markdown.replace(marks, (_, escaped?: string, code?: string, name?: string, address?: string) => {
		if (name !== undefined) return `${plainText(name)} (${address})`;
		return escaped ?? code ?? '';
	});
}

/** An escaped character, code, a link, and the marks of bold text and of a line in italics. */
const marks = /\\([!-/:-@[-`{-~])|`([^`]*)`|\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)|\*\*|^_|_$/gm;
