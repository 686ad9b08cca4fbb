import { rules } from '../../rules';
import type { Rule } from '../../rules/rule';
import { studentTables } from '../../spec';
import type { SqlDialect } from './dialect';
import { fieldStatements } from './fieldStatements';
import { rowStatements } from './rowStatements';

/** A rule that a script does not have, and why, in a sentence for people. */
export interface UnsaidRule {
	readonly id: string;
	readonly reason: string;
}

/** The rules that SQL cannot say. */
export const unsaidRules: readonly UnsaidRule[] = rules.flatMap((rule) => {
	const reason = unsaidReason(rule);
	return reason === undefined ? [] : [{ id: rule.id, reason }];
});

/** The statements of a script, in their order, without a semicolon. The last two are the queries whose rows are the result. */
export function sqlStatements(dialect: SqlDialect): readonly string[] {
	const { identifier: name } = dialect;
	const columns = `file_name AS file, row_no AS ${name('row')}, column_name AS ${name('column')}, field_value AS ${name('value')}`;
	return [
		...dialect.read(studentTables.map(({ fileName }) => fileName)),
		...fieldStatements(dialect),
		...rowStatements(dialect),
		`SELECT rule_id AS ${name('rule')}, ${columns}
FROM (SELECT * FROM field_findings UNION ALL SELECT * FROM row_findings) found
ORDER BY file_name, row_no, column_name, rule_id`,
		`SELECT ${columns}
FROM cells
WHERE is_left
ORDER BY file_name, row_no, column_name`,
	].flatMap((statement) => statement.split(';\n\n'));
}

/** A script that lists what the rules report of the files in the folder it is run in. */
export function sqlScript(dialect: SqlDialect): string {
	return [
		`-- ${dialect.name}: what clever-demographics check reports of ${studentTables.map(({ fileName }) => fileName).join(' and ')},`,
		'-- as far as SQL can say it. Made from the declarations of Clever Demographics: change those instead.',
		'-- Run it in the folder of the two files. Each header must name its columns as Clever does, and each once.',
		'-- The first result has a row for each problem; rows count from 1, the header. The second one lists the',
		'-- fields that only the check can judge.',
		'-- Not said here:',
		...unsaidRules.map(({ id, reason }) => `--   ${id}: ${reason}`),
		...sqlStatements(dialect).map((statement) => `\n${statement};`),
		'',
	].join('\n');
}

function unsaidReason(rule: Rule): string | undefined {
	if ('checkField' in rule) {
		const { portable } = rule;
		return portable?.kind === 'unsaid'
			? portable.reason
			: portable
				? undefined
				: 'It has no form for engines.';
	}
	if ('checkFile' in rule) return 'It judges the name and the bytes of the file.';
	if ('checkHeader' in rule) return 'It judges the header.';
	if ('checkLostLetters' in rule) return 'It judges the encoding of the file.';
	if ('checkStructure' in rule) return 'It judges commas, quotes and rows before they are read.';
	const isSaid =
		('checkRecord' in rule && rule.portableRecord) ||
		('checkKey' in rule && rule.portableKey) ||
		('checkStudent' in rule && rule.portableStudent) ||
		('checkCount' in rule && rule.portableCount);
	return isSaid ? undefined : 'It has no form for engines.';
}
