/** The script for Spark SQL: no Spark runs here, so a grammar of it reads the script, and DuckDB has run the same text. */

import assert from 'node:assert/strict';
import { SparkSQL } from 'dt-sql-parser';
import { duckdb, type SqlDialect, spark } from '../../server/src/declare/sql/dialect';
import { sqlScript, sqlStatements } from '../../server/src/declare/sql/script';

/** A statement without most of the rows of its values, which are words in quotes: the grammar takes seconds for them. */
function withFewerRows(statement: string): string {
	const lines = statement.split('\n');
	const isPlainRow = (line: string): boolean => /^\t\([\w ,'.-]*\),$/.test(line);
	return lines.filter((line, at) => !isPlainRow(line) || at < 10).join('\n');
}

describe('the script for Spark SQL', () => {
	it('is Spark SQL to a grammar of it, statement by statement', () => {
		const parser = new SparkSQL();
		for (const statement of sqlStatements(spark)) {
			assert.deepEqual(parser.validate(`${withFewerRows(statement)};`), [], statement.slice(0, 200));
		}
		assert.notDeepEqual(parser.validate('SELECT FROM WHERE;'), []);
	});

	it('has the statements of DuckDB, but for reading, literals, and three functions of other names', () => {
		// Each dialect as the same neutral words, so that what is left is the text that both share.
		const neutral = (dialect: SqlDialect): SqlDialect => ({
			...dialect,
			text: (value) => `<${value}>`,
			identifier: (name) => name,
			matches: (expression, pattern) => `matches(${expression}, <${pattern}>)`,
			replaced: (expression, pattern, replacement) =>
				`replaced(${expression}, <${pattern}>, <${replacement}>)`,
			kept: (table) => `KEEP ${table} AS`,
			read: () => [],
		});
		assert.deepEqual(sqlStatements(neutral(spark)), sqlStatements(neutral(duckdb)));
		for (const dialect of [spark, duckdb]) {
			const shared = sqlStatements(dialect).slice(dialect.read(['a', 'b']).length);
			assert.equal(shared.length, sqlStatements(neutral(dialect)).length);
		}
	});

	it('quotes what ends a literal or a name', () => {
		assert.equal(duckdb.text("O'Neil\\"), "'O''Neil\\'");
		assert.equal(spark.text("O'Neil\\"), "'O\\'Neil\\\\'");
		assert.equal(duckdb.identifier('a"b'), '"a""b"');
		assert.equal(spark.identifier('a`b'), '`a``b`');
		assert.deepEqual(
			new SparkSQL().validate(`SELECT ${spark.text("O'Neil\\")} AS ${spark.identifier('a`b')};`),
			[],
		);
		// A code of the declarations has an apostrophe.
		assert.ok(sqlScript(duckdb).includes("''") && sqlScript(spark).includes("\\'"));
	});
});
