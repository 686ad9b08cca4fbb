import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import { folderReports } from '../../server/src/cli/check/folderReadiness';
import { checkerFacts } from '../../server/src/coverage/checkerFacts';
import { readinessOf } from '../../server/src/coverage/readiness';
import type { Readiness } from '../../server/src/coverage/readinessTypes';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import { fileText } from '../coverage/district';
import { Random } from '../csv/random';
import { checkerOf } from '../support/checking';
import { DatasetFolder } from './datasetFolder';

const settings = {
	...defaultSettings,
	acceptedValues: { 'ext.title_i': ['zq'] },
	notSent: ['Home_language'],
};

/** How the server judges the two texts as open, saved files. */
function inEditor(roster: string, extension: string): Readiness {
	const file = (name: string): object => ({ file: { name } });
	const students = checkerOf('students.csv', roster, settings, file('students.csv'));
	const ext = checkerOf('students_ext.csv', extension, settings, file('students_ext.csv'));
	ext.compareWith(new LiveRoster(students));
	assert.ok(ext.run() && students.run());
	const files = [students, ext].flatMap((checker) => checkerFacts(checker) ?? []);
	return readinessOf({ files, unread: [], others: [], names: [], notSent: settings.notSent });
}

describe('the readiness of a folder on the disk', () => {
	it('is that of the same files in an editor, whatever they hold', async () => {
		for (let seed = 0; seed < 60; seed++) {
			const random = new Random(seed);
			const roster = fileText(random, 'roster', random.below(30));
			const extension = fileText(random, 'extension', random.below(30));
			const folder = new DatasetFolder();
			folder.write('students.csv', roster);
			folder.write('students_ext.csv', extension);
			const reports: FileReport[] = [];
			const path = folder.pathOf('students_ext.csv');
			await new DiskCheck(settings, assert.fail).check(path, reports);
			const [onDisk] = await folderReports([path], reports, () => ({
				settings,
				failed: new Map(),
				onFailure: assert.fail,
			}));
			folder.remove();
			const expected = inEditor(roster, extension);
			const shown = ({ state, summary, reasons }: Readiness): unknown => [
				state,
				summary,
				reasons.map(({ id, message }) => `${id}: ${message}`).sort(),
			];
			assert.deepEqual(onDisk && shown(onDisk.readiness), shown(expected), `seed ${seed}`);
		}
	});
});
