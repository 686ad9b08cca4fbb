import type { createColors } from 'picocolors';
import { terminalText } from '../../safeText';

/** A page of Markdown as text for a terminal: without marks, with tables in columns. */
export function terminalPage(
	markdown: string,
	colors: Pick<ReturnType<typeof createColors>, 'bold'>,
): string {
	const lines: string[] = [];
	let table: string[][] = [];
	let isCode = false;
	const endTable = (): void => {
		lines.push(...tableLines(table));
		table = [];
	};
	for (const line of markdown.split('\n')) {
		if (!isCode && line.startsWith('| ')) {
			if (!/^\| ---/.test(line)) table.push(cellsOf(line));
			continue;
		}
		endTable();
		if (line.startsWith('```')) isCode = !isCode;
		else if (isCode) lines.push(`    ${line}`);
		else if (line.startsWith('#')) lines.push(colors.bold(terminalText(plainText(line.replace(/^#+ /, '')))));
		else if (!/^\[All \w+\]\(README\.md\)$/.test(line)) lines.push(plainText(line));
	}
	endTable();
	const text = lines.map((line) => (line.includes('\u001b') ? line : terminalText(line))).join('\n');
	return `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

/** A line of Markdown without its marks. A link to another page is its name, one to the web has its address. */
function plainText(line: string): string {
	return line
		.replace(/\[([^\]]*)\]\((https:[^)\s]*)\)/g, '$1 ($2)')
		.replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
		.replace(/\*\*(.+?)\*\*/g, '$1')
		.replace(/(?<![\\\w*])\*(\S(?:.*?\S)?)\*(?![\w*])/g, '$1')
		.replace(/`([^`]*)`/g, '$1')
		.replace(/\\([\\`*<>[\]_|])/g, '$1');
}

function cellsOf(line: string): string[] {
	return line
		.slice(2, -2)
		.split(/(?<!\\) \| /)
		.map((cell) => plainText(cell.trim()));
}

/** Rows with their cells below each other; the last column may be long. */
function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => (row[column] ?? '').length)),
	);
	return rows.map((row) =>
		`  ${row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(Math.min(widths[column] ?? 0, MAX_PADDED)) : cell)).join('  ')}`.trimEnd(),
	);
}

/** A column is not made wider than this for one long cell. */
const MAX_PADDED = 40;
