import type { FileReport } from '../../disk/fileCheck';
import type { CheckStatistics } from './checkOutput';
import { declaredColumn } from './shownFindings';

/** Values of one rule and column that are listed; the others are counted together. */
const MAX_VALUES = 20;

/** The findings of a file by rule, severity and column, and by value where nothing is redacted. */
export function statisticsOf(
	{ path, groups, findings }: FileReport,
	isRedacted: boolean,
): readonly CheckStatistics[] {
	const fields = new Set(
		findings.filter(({ about }) => about === 'field').map(({ rule, element }) => `${rule} ${element}`),
	);
	return groups.map(({ rule, title, severity, column: name, count, values }): CheckStatistics => {
		const ofField = fields.has(`${rule} ${name}`) ? name : null;
		const column = isRedacted ? (declaredColumn(ofField) ?? null) : ofField;
		const listed = values.slice(0, MAX_VALUES).map(({ value, rows }) => ({ value, count: rows }));
		return {
			path,
			rule,
			title,
			severity,
			column,
			count,
			...(!isRedacted && listed.length > 0 && { values: listed }),
		};
	});
}
