import { fieldRules } from '../../rules';
import type { FieldRule } from '../../rules/rule';
import { codedElements, type Element, tables } from '../../spec';
import { codeAndLabelPatterns } from '../../spec/codeAndLabel';
import { OUTER_QUOTES } from '../../spec/meaning';
import { MIN_LETTERS } from '../../spec/wordKey';
import type { SqlDialect } from './dialect';
import { portablePattern } from './regex';
import { codeWordKeys, codeWords, DASH, type KnownWord, ruleOnOthers } from './words';

/** Every declared column, each once. */
const elements: readonly Element[] = [
	...new Map(tables.flatMap((table) => table.elements.map((element) => [element.column, element]))).values(),
];

/** Statements up to the view `field_findings`, and the table `facts` that compares rows. */
export function fieldStatements(dialect: SqlDialect): readonly string[] {
	return [
		`CREATE OR REPLACE TEMPORARY VIEW cells AS
SELECT file_name, row_no, column_name, field_value, ${leftCase(dialect)} AS is_left
FROM file_cells`,
		valuesTable(dialect, 'known_codes', ['column_name', 'code'], codes()),
		valuesTable(dialect, 'known_words', WORD_COLUMNS, wordRows(codeWords())),
		valuesTable(dialect, 'known_word_keys', WORD_COLUMNS, wordRows(codeWordKeys())),
		...codeStatements(dialect),
		`CREATE OR REPLACE TEMPORARY VIEW field_findings AS
SELECT f.rule_id, c.file_name, c.row_no, c.column_name, c.field_value
FROM cells c
JOIN code_values f ON f.column_name = c.column_name AND f.field_value = c.field_value
WHERE f.rule_id IS NOT NULL AND NOT c.is_left
UNION ALL
SELECT rule_id, file_name, row_no, column_name, field_value
FROM (
	SELECT ${textCase(dialect)} AS rule_id, file_name, row_no, column_name, field_value
	FROM cells
	WHERE NOT is_left AND NOT ${isIn(dialect, 'column_name', codedElements)}
) found
WHERE rule_id IS NOT NULL`,
	];
}

const WORD_COLUMNS = ['column_name', 'word', 'rule_id', 'code', 'is_listed', 'is_null'];
type Cell = string | boolean | undefined;

function codes(): readonly (readonly Cell[])[] {
	return codedElements.flatMap(({ column, optionSet }) =>
		(optionSet?.options ?? []).map(({ code }) => [column, code]),
	);
}

function wordRows(words: readonly KnownWord[]): readonly (readonly Cell[])[] {
	return words.map(({ column, word, rule, code, isListed, isNull }) => [
		column,
		word,
		rule,
		code,
		isListed,
		isNull,
	]);
}

function valuesTable(
	{ text, kept }: SqlDialect,
	name: string,
	columns: readonly string[],
	rows: readonly (readonly Cell[])[],
): string {
	const literal = (cell: Cell): string =>
		cell === undefined
			? 'CAST(NULL AS VARCHAR(99))'
			: typeof cell === 'string'
				? text(cell)
				: String(cell).toUpperCase();
	const lines = rows.map((row) => `\t(${row.map(literal).join(', ')})`);
	return `${kept(name)}
SELECT * FROM (VALUES
${lines.join(',\n')}
) AS t(${columns.join(', ')})`;
}

/** The values of columns of codes, each once, with the rule that reports it and what it means. */
function codeStatements(dialect: SqlDialect): readonly string[] {
	const { replaced, matches, kept, text } = dialect;
	const quotes = `[${OUTER_QUOTES}]+`;
	const oneLine = `trim(${replaced('part', '[\\r\\n]', ' ')})`;
	const unquoted = replaced(
		replaced(oneLine, portablePattern(new RegExp(`^${quotes}`)), ''),
		portablePattern(new RegExp(`${quotes}$`)),
		'',
	);
	const lower = `lower(trim(${unquoted}))`;
	const words = replaced(
		`lower(${replaced(oneLine, '(\\p{Ll})(\\p{Lu})', '$1 $2')})`,
		'\\b(?:and|or)\\b',
		'',
	);
	const key = replaced(words, '[^\\p{L}\\p{M}\\p{N}]+', '');
	const part = (nth: 1 | 2): string => {
		const cases = codeAndLabelPatterns.map((pattern) => {
			const portable = portablePattern(pattern);
			return `WHEN ${matches('trimmed', portable)} THEN trim(regexp_extract(trimmed, ${text(portable)}, ${nth}))`;
		});
		return `CASE ${cases.join('\n\t\t')} END`;
	};
	return [
		`CREATE OR REPLACE TEMPORARY VIEW value_parts AS
SELECT column_name, field_value, 0 AS nth, field_value AS part FROM distinct_values
UNION ALL
SELECT column_name, field_value, 1 AS nth, ${part(1)} AS part FROM distinct_values
UNION ALL
SELECT column_name, field_value, 2 AS nth, ${part(2)} AS part FROM distinct_values`,
		`CREATE OR REPLACE TEMPORARY VIEW read_parts AS
SELECT column_name, field_value, nth, part, CASE WHEN ${matches('word', '^-+\\z')} THEN ${text(DASH)} ELSE word END AS word,
	CASE WHEN length(${replaced('word_key', '[^\\p{L}]', '')}) >= ${MIN_LETTERS} THEN word_key END AS word_key
FROM (
	SELECT column_name, field_value, nth, part, ${lower} AS word, ${key} AS word_key
	FROM value_parts
	WHERE part IS NOT NULL
) read_part`,
		`CREATE OR REPLACE TEMPORARY VIEW known_parts AS
SELECT p.column_name, p.field_value, p.nth, p.word, e.code AS exact_code,
	coalesce(e.code, w.code, k.code) AS code,
	coalesce(w.rule_id, k.rule_id) AS rule_id,
	coalesce(w.is_listed, FALSE) OR coalesce(k.is_listed, FALSE) AS is_listed,
	coalesce(w.is_null, FALSE) AS is_null
FROM read_parts p
LEFT JOIN known_codes e ON e.column_name = p.column_name AND e.code = p.part
LEFT JOIN known_words w ON w.column_name = p.column_name AND w.word = p.word
LEFT JOIN known_word_keys k ON k.column_name = p.column_name AND k.word = p.word_key`,
		`${kept('code_values')}
SELECT a.column_name, a.field_value,
	CASE WHEN a.exact_code IS NULL THEN coalesce(a.rule_id, ${othersCase(dialect)}) END AS rule_id,
	CASE
		WHEN a.code IS NOT NULL THEN a.code
		WHEN NOT a.is_listed AND b.code = c.code THEN b.code
		WHEN NOT a.is_null THEN a.word
	END AS meaning
FROM known_parts a
LEFT JOIN known_parts b ON b.column_name = a.column_name AND b.field_value = a.field_value AND b.nth = 1
LEFT JOIN known_parts c ON c.column_name = a.column_name AND c.field_value = a.field_value AND c.nth = 2
WHERE a.nth = 0`,
	].map((statement, at) =>
		at === 0
			? `CREATE OR REPLACE TEMPORARY VIEW distinct_values AS
SELECT DISTINCT column_name, field_value, trim(${replaced('field_value', '[\\r\\n]', ' ')}) AS trimmed
FROM cells
WHERE field_value <> '' AND NOT is_left AND ${isIn(dialect, 'column_name', codedElements)};

${statement}`
			: statement,
	);
}

function othersCase({ text }: SqlDialect): string {
	const byRule = new Map<string, string[]>();
	for (const element of codedElements) {
		const id = ruleOnOthers(element);
		byRule.set(id, [...(byRule.get(id) ?? []), element.column]);
	}
	const [[only] = [''], ...others] = byRule;
	if (others.length === 0) return text(only);
	const cases = [...byRule].map(
		([id, names]) => `WHEN a.column_name IN (${names.map(text).join(', ')}) THEN ${text(id)}`,
	);
	return `CASE ${cases.join(' ')} END`;
}

/** The rule that reports a value of a column without codes. */
function textCase(dialect: SqlDialect): string {
	const cases = fieldRules.flatMap((rule) => {
		const test = testOf(rule, dialect);
		const applies = test && appliesTo(rule, dialect);
		return applies ? [`WHEN ${applies} AND ${test} THEN ${dialect.text(rule.id)}`] : [];
	});
	return `CASE\n\t\t${cases.join('\n\t\t')}\n\tEND`;
}

function testOf({ portable }: FieldRule, { matches }: SqlDialect): string | undefined {
	if (portable?.kind === 'longer-than') return `length(field_value) > ${portable.characters}`;
	if (portable?.kind !== 'patterns') return undefined;
	const any = portable.any.map((pattern) => matches('field_value', portablePattern(pattern)));
	const none = (portable.none ?? []).map(
		(pattern) => `NOT ${matches('field_value', portablePattern(pattern))}`,
	);
	return [`(${any.join(' OR ')})`, ...none].join(' AND ');
}

/** In which columns a rule is asked, as a condition; undefined if in none. Only the key may be empty. */
function appliesTo(rule: FieldRule, dialect: SqlDialect): string | undefined {
	const { text, matches } = dialect;
	const plain = elements.filter(({ optionSet }) => !optionSet);
	const asked = plain.filter((element) => rule.appliesTo(element, element.column));
	const keys = tables.map(({ primaryKey }) => text(primaryKey)).join(', ');
	const except = rule.portable?.kind === 'patterns' ? rule.portable.exceptHeaders : undefined;
	const other = `NOT ${isIn(dialect, 'column_name', plain)}${except ? ` AND NOT ${matches('column_name', portablePattern(except))}` : ''}`;
	const any = [
		...(asked.length > 0 ? [isIn(dialect, 'column_name', asked)] : []),
		...(rule.appliesTo(undefined, '') ? [`(${other})`] : []),
	];
	return any.length === 0
		? undefined
		: `(field_value <> '' OR column_name IN (${keys})) AND (${any.join(' OR ')})`;
}

/** Whether a field is left to the check: a rule may report it that cannot be said. */
function leftCase(dialect: SqlDialect): string {
	const { matches } = dialect;
	const unsaid = fieldRules.flatMap(({ portable }) => (portable?.kind === 'unsaid' ? [portable] : []));
	const byPattern = new Map<string, Element[]>();
	const patternFor = (element: Element | undefined): string =>
		unsaid.map(({ mayReport }) => `(?:${portablePattern(mayReport(element))})`).join('|');
	for (const element of elements) {
		const pattern = patternFor(element);
		byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), element]);
	}
	const others = patternFor(undefined);
	const cases = [...byPattern]
		.filter(([pattern]) => pattern !== others)
		.map(
			([pattern, found]) =>
				`WHEN ${isIn(dialect, 'column_name', found)} THEN ${matches('field_value', pattern)}`,
		);
	return `CASE\n\t${cases.join('\n\t')}\n\tELSE ${matches('field_value', others)}\nEND`;
}

function isIn({ text }: SqlDialect, column: string, found: readonly Element[]): string {
	return `${column} IN (${found.map((element) => text(element.column)).join(', ')})`;
}
