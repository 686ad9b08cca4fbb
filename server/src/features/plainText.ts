/** Our own Markdown (service/markdown.ts) as plain text: what it says stays, the marks go. */
export function plainText(markdown: string): string {
	return markdown.replace(marks, (_, escaped?: string, code?: string, name?: string, address?: string) => {
		if (name !== undefined) return `${plainText(name)} (${address})`;
		return escaped ?? code ?? '';
	});
}

/** An escaped sign, code, a link, and the marks of bold and of a line in italics. */
const marks = /\\([!-/:-@[-`{-~])|`([^`]*)`|\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)|\*\*|^_|_$/gm;
