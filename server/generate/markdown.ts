/** What the pages have in common. Their text comes from the declarations, so only tables need escaping. */

import type { Source } from '../src/spec';

/** Paragraphs, lists and blocks with an empty line between; what is undefined or empty is left out. */
export function page(...parts: readonly (string | undefined)[]): string {
	return `${parts.filter((part) => part).join('\n\n')}\n`;
}

export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
	return `\`${text}\``;
}

/** A fenced block; what a page cannot show is made visible, and said below it. */
export function csvBlock(text: string): string {
	if (text.trim() === '') return '(An empty file.)';
	const breaks = text.includes('\r');
	const marked = breaks ? text.replace(/\r\n|\n|\r/g, (found) => `${breakSigns[found]}\n`) : text;
	const shown = marked.replaceAll('\ufeff', '⟨U+FEFF⟩').replace(/\n$/, '');
	return [
		`\`\`\`csv\n${shown}\n\`\`\``,
		breaks ? 'Here `␍␊` stands for the line break of Windows (CRLF) and `␊` for that of Unix (LF).' : '',
		text.includes('\ufeff') ? 'Here `⟨U+FEFF⟩` stands for the byte order mark, which no editor shows.' : '',
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

const breakSigns: Readonly<Record<string, string>> = { '\r\n': '␍␊', '\n': '␊', '\r': '␍' };

export function jsonBlock(value: unknown): string {
	return `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
}

export function sourceLine({ document, url, asOf, cedsVersion }: Source): string {
	const version = cedsVersion && !document.includes(cedsVersion) ? `, CEDS ${cedsVersion}` : '';
	return `${url ? `[${document}](${url})` : document}${version} (read ${asOf})`;
}

export function capitalized(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
