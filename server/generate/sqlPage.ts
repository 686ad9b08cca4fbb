import { unsaidRules } from '../src/declare/sql/script';
import { rules } from '../src/rules';

/** The page on the scripts for engines: which rules they have, and why not the others. */
export function sqlPage(): string {
	const unsaid = new Set(unsaidRules.map(({ id }) => id));
	const link = (id: string): string => `[${id}](rules/${id.replace('/', '-')}.md)`;
	return [
		'# The rules on an engine',
		'',
		'`clever-demographics export --to duckdb` and `--to spark` write a script that lists what the check reports of both files: rule, file, row, column and value. Run it in the folder of the two files, or with `SET file_search_path` in DuckDB. Rows count from 1, the header.',
		'',
		'The script takes rows as the engine reads them, and each header must name its columns as Clever does, and each once. An engine passes over empty lines, so run `check` first where commas, quotes or headers may be wrong. A second result lists the fields that are left to `check`: those with characters that a rule without SQL may report. What compares such a field with others is left to it too. Settings such as accepted values are not in the script.',
		'',
		'## In the scripts',
		'',
		...rules.filter(({ id }) => !unsaid.has(id)).map(({ id, title }) => `- ${link(id)}: ${title}`),
		'',
		'## Not in the scripts',
		'',
		'| rule | why |',
		'|---|---|',
		...unsaidRules.map(({ id, reason }) => `| ${link(id)} | ${reason} |`),
		'',
	].join('\n');
}
