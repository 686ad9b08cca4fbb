import assert from 'node:assert/strict';
import { join } from 'node:path';
import pc from 'picocolors';
import type { CheckedFinding, CheckOutput } from '../../server/src/cli/formats/checkOutput';
import { plainOptions } from '../../server/src/cli/formats/format';
import { formats } from '../../server/src/cli/formats/formats';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import { folder } from '../cli/support';

/** The check of a file with this content, as `check --format json` prints it, without a process of its own. */
export async function checkedOnDisk(name: string, content: string | Uint8Array): Promise<CheckOutput> {
	const reports: FileReport[] = [];
	const path = join(folder({ [name]: content }), name);
	await new DiskCheck(defaultSettings, assert.fail).check(path, reports);
	return JSON.parse(
		[...formats.json({ reports, folders: [], settingsFiles: [] }, plainOptions(pc.createColors(false)))].join(
			'',
		),
	);
}

/** The findings of a file with this content, under this name. */
export async function findingsIn(
	content: string | Uint8Array,
	name = 'students_ext.csv',
): Promise<readonly CheckedFinding[]> {
	const { files } = await checkedOnDisk(name, content);
	return files[0]?.findings ?? [];
}
