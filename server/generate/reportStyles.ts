import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../client/src/report/page');

/** The text of `cli/formats/reportStyles.generated.ts`: the style sheet of the report that the extension saves. */
export function reportStylesFile(): string {
	const source = readFileSync(join(folder, 'styles.ts'), 'utf8');
	const paths = new Map(
		[...source.matchAll(/import (\w+) from '([^']+)'/g)].map(([, name, path]) => [name, path]),
	);
	const [, sum = ''] = /export const styles = ([^;]+);/.exec(source) ?? [];
	const sheets = sum.split(' + ').map((name) => readFileSync(join(folder, paths.get(name) ?? name), 'utf8'));
	return `/** Written by \`npm run generate\`, from the style sheet of the report that the extension saves. */
export const reportStyles = ${JSON.stringify(compact(sheets.join('')))};
`;
}

function compact(css: string): string {
	return css
		.replace(/\/\*.*?\*\//gs, '')
		.replace(/\s+/g, ' ')
		.trim();
}
