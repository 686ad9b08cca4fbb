/** The parts that all pages are made of. Their text comes from the declarations, so only tables escape it. */

import type { Source } from '../../../spec';

/** A page of paragraphs, lists and blocks with an empty line between them. Leaves out what is empty or undefined. */
export function page(...parts: readonly (string | false | undefined)[]): string {
	return `${parts.filter((part) => part).join('\n\n')}\n`;
}

/** A table; a line break in a cell becomes a space. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as inline code. */
export function code(text: string): string {
	return `\`${text}\``;
}

/** A CSV file as a fenced block, with signs for line breaks and a byte order mark where the example is about them. */
export function csvBlock(text: string): string {
	if (text.trim() === '') return '(The file is empty.)';
	const breaks = text.includes('\r');
	const marked = breaks ? text.replace(/\r\n|\n|\r/g, (lineBreak) => `${breakSigns[lineBreak]}\n`) : text;
	const shown = marked.replaceAll('\ufeff', '⟨U+FEFF⟩').replace(/\n$/, '');
	return [
		`\`\`\`csv\n${shown}\n\`\`\``,
		breaks ? '`␍␊` is the line break of Windows (CRLF) and `␊` that of Unix (LF).' : '',
		text.includes('\ufeff') ? '`⟨U+FEFF⟩` is the byte order mark, which no editor shows.' : '',
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

const breakSigns: Readonly<Record<string, string>> = { '\r\n': '␍␊', '\n': '␊', '\r': '␍' };

/** A value as a fenced block of JSON. */
export function jsonBlock(value: unknown): string {
	return `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
}

/** A source in one line: document with its link, CEDS version, and when it was read. */
export function sourceLine({ document, url, asOf, cedsVersion }: Source): string {
	const version = cedsVersion && !document.includes(cedsVersion) ? `, CEDS ${cedsVersion}` : '';
	return `${url ? `[${document}](${url})` : document}${version} (read ${asOf})`;
}
