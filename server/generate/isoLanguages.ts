import { iso6392 } from 'iso-639-2';

/** Codes of ISO 639-2 that stand for no language: uncoded, multiple, undetermined, no linguistic content, local use. */
const notLanguages: ReadonlySet<string> = new Set(['mis', 'mul', 'und', 'zxx', 'qaa-qtz']);

const ROWS_PER_LINE = 4;

/** The text of `spec/iso6392.generated.ts`: every language of ISO 639-2 with its names and codes. */
export function isoLanguages(): string {
	const rows = iso6392
		.filter(({ iso6392B }) => !notLanguages.has(iso6392B))
		.map(({ name, iso6392B, iso6392T, iso6391 }) => {
			const codes = [iso6392B, iso6392T, iso6391].filter((code) => code !== undefined);
			return `[${[name, ...codes].map(quoted).join(', ')}],`;
		});
	return `/** Written by \`npm run generate\` from the npm package iso-639-2, so that spec/ imports nothing. */

/** The languages of ISO 639-2: the English names, separated by semicolons, then the ISO 639-2/B, 639-2/T and 639-1 codes. */
export const iso6392: readonly (readonly [names: string, ...codes: string[]])[] = [
${linesOf(rows).join('\n')}
];
`;
}

/** The rows, a few to a line. */
function linesOf(rows: readonly string[]): readonly string[] {
	const starts = rows.flatMap((_, at) => (at % ROWS_PER_LINE === 0 ? at : []));
	return starts.map((at) => `\t${rows.slice(at, at + ROWS_PER_LINE).join(' ')}`);
}

function quoted(text: string): string {
	return text.includes("'") ? `"${text}"` : `'${text}'`;
}
