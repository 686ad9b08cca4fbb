import assert from 'node:assert/strict';
import { template } from '../../server/src/convert/template/template';

const header =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,' +
	'ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';

/** The expected file for these IDs, given as they are written. */
export function fileOf(ids: readonly string[], lineBreak = '\n'): string {
	return [header, ...ids.map((id) => `${id},,,,,,,`)].map((line) => line + lineBreak).join('');
}

/** The template for a roster, which must not be refused. */
export async function templateText(roster: string): Promise<string> {
	const answer = await template(roster);
	assert.ok('text' in answer, JSON.stringify(answer));
	return answer.text;
}
