import { keyRules, recordRules, studentCountRules, studentRules } from '../../rules';
import type { PortableCondition } from '../../rules/portable';
import type { StudentCountRule } from '../../rules/rule';
import { TEXT_FORMULA } from '../../rules/textFormula';
import { codedElements, referencedTable, studentsExt, type Table, tables } from '../../spec';
import { nullWords } from '../../spec/meaning';
import type { SqlDialect } from './dialect';
import { portablePattern } from './regex';

const COLUMNS = 'file_name, row_no, column_name, field_value';

/** Statements up to the view `row_findings`, on keys, records and students. */
export function rowStatements(dialect: SqlDialect): readonly string[] {
	const findings = [
		...keyFindings(dialect),
		...recordFindings(dialect),
		...studentFindings(dialect),
		...countFindings(dialect),
	];
	return [
		...sharedStatements(dialect),
		`CREATE OR REPLACE TEMPORARY VIEW row_findings AS\n${findings.join('\nUNION ALL\n')}`,
	];
}

/** Whether a column may be in both files. */
function isExtensionColumn({ text }: SqlDialect): string {
	const prefix = studentsExt.prefix ?? '';
	return `substr(lower(c.column_name), 1, ${prefix.length}) = ${text(prefix)}`;
}

function sharedStatements(dialect: SqlDialect): readonly string[] {
	const { text, matches, replaced, kept } = dialect;
	const keys = tables.map(
		({ fileName, primaryKey }) => `(file_name = ${text(fileName)} AND column_name = ${text(primaryKey)})`,
	);
	const coded = codedElements.map(({ column }) => text(column)).join(', ');
	const formula = portablePattern(TEXT_FORMULA);
	const nulls = [...nullWords].map(text).join(', ');
	return [
		`${kept('row_keys')}
SELECT file_name, row_no, column_name, field_value AS row_key, is_left
FROM cells
WHERE (${keys.join(' OR ')}) AND ${matches('field_value', '\\S')}`,
		`CREATE OR REPLACE TEMPORARY VIEW possible_keys AS
SELECT file_name, row_key, trim(${replaced('row_key', '[^ -~\\x{00a1}-\\x{024f}]', '')}) AS possible_key FROM row_keys WHERE is_left OR trim(row_key) <> row_key
UNION ALL
SELECT file_name, row_key, regexp_extract(row_key, ${text(formula)}, 1) AS possible_key FROM row_keys WHERE ${matches('row_key', formula)}`,
		`${kept('facts')}
SELECT k.row_key, c.file_name, c.row_no, c.column_name, c.field_value, c.is_left,
	CASE
		WHEN c.is_left THEN NULL
		WHEN c.column_name IN (${coded}) THEN v.meaning
		WHEN lower(trim(c.field_value)) IN (${nulls}) OR ${matches('trim(c.field_value)', '^-+\\z')} THEN NULL
		ELSE trim(c.field_value)
	END AS meaning
FROM cells c
JOIN row_keys k ON k.file_name = c.file_name AND k.row_no = c.row_no
LEFT JOIN code_values v ON v.column_name = c.column_name AND v.field_value = c.field_value
WHERE c.column_name IN (${coded}) OR ${isExtensionColumn(dialect)}`,
	];
}

function keyFindings({ text }: SqlDialect): readonly string[] {
	return keyRules.flatMap((rule) =>
		tables
			.filter((table) => rule.appliesToTable(table))
			.flatMap(({ fileName, elements }) => {
				const coded = elements
					.filter(({ optionSet }) => optionSet)
					.map(({ column }) => text(column))
					.join(', ');
				switch (rule.portableKey) {
					case 'repeats':
						return `SELECT ${text(rule.id)} AS rule_id, file_name, row_no, column_name, row_key AS field_value
FROM (
	SELECT *, row_number() OVER (PARTITION BY row_key ORDER BY row_no) AS nth FROM row_keys WHERE file_name = ${text(fileName)}
) numbered
WHERE nth > 1`;
					case 'disagrees':
						return `SELECT ${text(rule.id)} AS rule_id, ${COLUMNS}
FROM (
	SELECT *, first_value(meaning) OVER (PARTITION BY row_key, column_name ORDER BY CASE WHEN meaning IS NULL THEN 1 ELSE 0 END, row_no) AS first_meaning,
		max(CASE WHEN is_left THEN 1 ELSE 0 END) OVER (PARTITION BY row_key, column_name) AS has_left
	FROM facts
	WHERE file_name = ${text(fileName)} AND field_value <> '' AND column_name IN (${coded})
) compared
WHERE meaning <> first_meaning AND has_left = 0`;
					default:
						return [];
				}
			}),
	);
}

/** A condition on a cell under a name. Without `equals`, the cell must not be empty. */
function holds({ text }: SqlDialect, cell: string, { column, equals }: PortableCondition): string {
	const test = equals === undefined ? `${cell}.field_value <> ''` : `${cell}.field_value = ${text(equals)}`;
	return `${cell}.column_name = ${text(column)} AND ${test}`;
}

function recordFindings(dialect: SqlDialect): readonly string[] {
	return recordRules.flatMap(({ id, portableRecord }) => {
		if (!portableRecord) return [];
		const { all, at } = portableRecord;
		const others = all.filter(({ column }) => column !== at);
		const joins = others.map(
			(condition, nth) =>
				`JOIN cells o${nth} ON o${nth}.file_name = c.file_name AND o${nth}.row_no = c.row_no AND ${holds(dialect, `o${nth}`, condition)}`,
		);
		const here = all.filter(({ column }) => column === at).map((condition) => holds(dialect, 'c', condition));
		return `SELECT ${dialect.text(id)} AS rule_id, c.file_name, c.row_no, c.column_name, c.field_value
FROM cells c
${joins.join('\n')}
WHERE ${here.join(' AND ')}`;
	});
}

/** The tables whose rows refer to a student, and the roster. */
const references = tables.flatMap((table): readonly { from: Table; to: Table }[] => {
	const to = referencedTable(table);
	return to ? [{ from: table, to }] : [];
});

function studentFindings(dialect: SqlDialect): readonly string[] {
	const { text } = dialect;
	return references.flatMap(({ from, to }) => {
		const [here, there] = [text(from.fileName), text(to.fileName)];
		return studentRules.flatMap(({ id, portableStudent }) => {
			switch (portableStudent?.kind) {
				case 'unknown':
					return `SELECT ${text(id)} AS rule_id, k.file_name, k.row_no, k.column_name, k.row_key AS field_value
FROM row_keys k
WHERE k.file_name = ${here} AND NOT k.is_left
	AND NOT EXISTS (SELECT 1 FROM row_keys r WHERE r.file_name = ${there} AND r.row_key = k.row_key)
	AND NOT EXISTS (SELECT 1 FROM possible_keys p WHERE p.file_name = ${there} AND p.possible_key = k.row_key)
	AND NOT EXISTS (SELECT 1 FROM field_findings f WHERE f.file_name = ${here} AND f.row_no = k.row_no AND f.column_name = k.column_name)`;
				case 'disagrees':
					return `SELECT ${text(id)} AS rule_id, c.file_name, c.row_no, c.column_name, c.field_value
FROM facts c
WHERE c.file_name = ${here} AND c.meaning IS NOT NULL AND ${isExtensionColumn(dialect)}
	AND EXISTS (SELECT 1 FROM facts o WHERE o.file_name = ${there} AND o.row_key = c.row_key AND o.column_name = c.column_name AND o.meaning <> c.meaning)`;
				case 'expects':
					return `SELECT ${text(id)} AS rule_id, c.file_name, c.row_no, c.column_name, c.field_value
FROM facts c
JOIN (
	SELECT row_key, min(field_value) AS lowest, max(field_value) AS highest
	FROM facts
	WHERE file_name = ${there} AND column_name = ${text(portableStudent.there.column)} AND field_value <> ''
	GROUP BY row_key
) r ON r.row_key = c.row_key
WHERE c.file_name = ${here} AND ${holds(dialect, 'c', portableStudent.here)} AND r.lowest = ${text(portableStudent.there.equals ?? '')} AND r.highest = r.lowest`;
				default:
					return [];
			}
		});
	});
}

/** The students of a roster, counted by the rows of the other file, or by their own where the roster has the column. */
function countFindings(dialect: SqlDialect): readonly string[] {
	return references.flatMap(({ from, to }) =>
		studentCountRules.flatMap((rule) => [
			...countFinding(dialect, rule, to, from),
			...countFinding(dialect, rule, to, to),
		]),
	);
}

function countFinding(
	{ text, matches }: SqlDialect,
	{ id, rosterColumn, column, portableCount }: StudentCountRule,
	roster: Table,
	counted: Table,
): readonly string[] {
	if (!portableCount) return [];
	const [here, there, name] = [counted.fileName, roster.fileName, column].map(text);
	const denials = portableCount.denials.map(text).join(', ');
	const has = (file: string | undefined): string =>
		`EXISTS (SELECT 1 FROM file_cells WHERE file_name = ${file} AND column_name = ${name})`;
	return [
		`SELECT ${text(id)} AS rule_id, ${here} AS file_name, 1 AS row_no, ${name} AS column_name, CAST(students AS VARCHAR(20)) AS field_value
FROM (
	SELECT count(*) AS students
	FROM (
		SELECT row_key
		FROM facts
		WHERE file_name = ${there} AND column_name = ${text(rosterColumn)} AND ${matches('field_value', '\\S')}
		GROUP BY row_key
		HAVING min(field_value) = ${text(portableCount.equals)} AND max(field_value) = min(field_value)
	) s
	WHERE NOT EXISTS (SELECT 1 FROM facts y WHERE y.file_name = ${here} AND y.row_key = s.row_key AND y.column_name = ${name} AND ${matches('y.field_value', '\\S')} AND y.field_value NOT IN (${denials}))
		AND NOT EXISTS (SELECT 1 FROM possible_keys o WHERE o.file_name = ${there} AND o.row_key = s.row_key)
		AND NOT EXISTS (SELECT 1 FROM possible_keys p WHERE p.file_name = ${here} AND p.possible_key = s.row_key)
) counted
WHERE students > 0 AND ${has(here)}${counted === roster ? '' : ` AND NOT ${has(there)}`}`,
	];
}
