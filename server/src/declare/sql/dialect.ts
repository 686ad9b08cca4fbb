/** What differs between the engines. All else of a script is the same text. */
export interface SqlDialect {
	readonly name: string;
	/** A text as a literal. */
	readonly text: (value: string) => string;
	/** A name of a column or a table. */
	readonly identifier: (name: string) => string;
	/** Whether a text has a match of a regular expression. */
	readonly matches: (expression: string, pattern: string) => string;
	/** The text with each match replaced; `$1` in the replacement is the first group. */
	readonly replaced: (expression: string, pattern: string, replacement: string) => string;
	/** How a statement starts whose result is kept. */
	readonly kept: (table: string) => string;
	/** Statements that make the view `file_cells(file_name, row_no, column_name, field_value)` of these files, without empty rows. */
	readonly read: (fileNames: readonly string[]) => readonly string[];
}

/** The columns of `file_cells`, and where it is read from. */
function cellsOf(fileNames: readonly string[], select: (fileName: string, table: string) => string): string {
	const parts = fileNames.map((fileName) => select(fileName, tableOf(fileName)));
	return `CREATE OR REPLACE TEMPORARY VIEW file_cells AS\n${parts.join('\nUNION ALL\n')}`;
}

function tableOf(fileName: string): string {
	return `read_${fileName.replace(/\W/g, '_')}`;
}

const duckdbText = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const duckdbName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** DuckDB 1.1 or newer. */
export const duckdb: SqlDialect = {
	name: 'DuckDB',
	text: duckdbText,
	identifier: duckdbName,
	matches: (expression, pattern) => `regexp_matches(${expression}, ${duckdbText(pattern)})`,
	replaced: (expression, pattern, replacement) =>
		`regexp_replace(${expression}, ${duckdbText(pattern)}, ${duckdbText(replacement.replace('$1', '\\1'))}, 'g')`,
	kept: (table) => `CREATE OR REPLACE TEMPORARY TABLE ${table} AS`,
	read: (fileNames) => [
		...fileNames.map(
			(fileName) => `CREATE OR REPLACE TEMPORARY TABLE ${tableOf(fileName)} AS
SELECT *
FROM (
	SELECT row_number() OVER () + 1 AS "#row", *
	FROM read_csv(${duckdbText(fileName)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
)
WHERE regexp_matches(concat_ws('', *COLUMNS(* EXCLUDE "#row")), '\\S')`,
		),
		cellsOf(
			fileNames,
			(
				fileName,
				table,
			) => `SELECT ${duckdbText(fileName)} AS file_name, "#row" AS row_no, column_name, coalesce(field_value, '') AS field_value
FROM ${table} UNPIVOT INCLUDE NULLS (field_value FOR column_name IN (COLUMNS(* EXCLUDE "#row")))`,
		),
	],
};

const sparkText = (value: string): string => `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;

/** Spark SQL 3.4 or newer. */
export const spark: SqlDialect = {
	name: 'Spark SQL',
	text: sparkText,
	identifier: (name) => `\`${name.replaceAll('`', '``')}\``,
	matches: (expression, pattern) => `regexp_like(${expression}, ${sparkText(pattern)})`,
	replaced: (expression, pattern, replacement) =>
		`regexp_replace(${expression}, ${sparkText(pattern)}, ${sparkText(replacement)})`,
	kept: (table) => `CACHE TABLE ${table} AS`,
	read: (fileNames) => [
		...fileNames.flatMap((fileName) => [
			`CREATE OR REPLACE TEMPORARY VIEW csv_${tableOf(fileName)}
USING csv
OPTIONS (path ${sparkText(fileName)}, header 'true', inferSchema 'false', quote '"', escape '"', multiLine 'true', nullValue '', emptyValue '')`,
			`CACHE TABLE ${tableOf(fileName)} AS
SELECT row_number() OVER (ORDER BY monotonically_increasing_id()) + 1 AS row_no, from_json(to_json(struct(*), map('ignoreNullFields', 'false')), 'map<string,string>') AS fields
FROM csv_${tableOf(fileName)}`,
		]),
		cellsOf(
			fileNames,
			(
				fileName,
				table,
			) => `SELECT ${sparkText(fileName)} AS file_name, row_no, column_name, coalesce(field_value, '') AS field_value
FROM ${table}
LATERAL VIEW explode(fields) exploded AS column_name, field_value
WHERE regexp_like(concat_ws('', map_values(fields)), '\\\\S')`,
		),
	],
};
