import assert from 'node:assert/strict';
import { reportedLabel, reportedTooltip } from '../../client/src/problems/reportedTexts';
import { unplacedGroups } from '../../server/src/compare/returned/unplacedGroups';
import { runToEnd } from '../../server/src/work/runToEnd';
import { report } from '../compare/returned/reports';

/** The entries of a report's lines that are on no field. */
async function apart(lines: string) {
	const groups = runToEnd(unplacedGroups(await report({ text: `Student ID,Field,Message\n${lines}` })));
	return groups.map((unplaced) => ({ unplaced }));
}

describe('lines of an error report that are on no field', () => {
	it('name the ID that is unknown, or the column', async () => {
		const listed = await apart(
			'999999,Gender,Student not found\n1001,Student_email,Not valid\n1001,,Look\n,,Nothing\n1003,ext.title_i,Wrong\n',
		);
		assert.deepEqual(listed.map(reportedLabel), [
			'ID 999999: Student not found',
			'Student_email is no column of your files: Not valid',
			'No column for ID 1001: Look',
			'No student: Nothing',
			'ID 1003 has no row with ext.title_i: Wrong',
		]);
		assert.match(
			reportedTooltip(listed[0] as (typeof listed)[0]),
			/No student in your files has the ID\. The report names ID 999999 and Gender\.$/,
		);
	});

	it('name the first IDs where many have the same message', async () => {
		const [listed] = await apart('91,Gender,Gone\n92,Gender,Gone\n93,Gender,Gone\n94,Gender,Gone\n');
		assert.ok(listed);
		assert.equal(reportedLabel(listed), 'IDs 91, 92, 93 and others: Gone');
		assert.match(reportedTooltip(listed), /The report names IDs 91, 92, 93 and 94 and Gender\./);
	});
});
