import assert from 'node:assert/strict';
import { join } from 'node:path';
import pc from 'picocolors';
import { folderReports } from '../../../server/src/cli/check/folderReadiness';
import { savedFolders } from '../../../server/src/cli/check/savedFolders';
import { type CheckResult, type FormatOptions, plainOptions } from '../../../server/src/cli/formats/format';
import { type FormatName, formats } from '../../../server/src/cli/formats/formats';
import { DiskCheck, type FileReport } from '../../../server/src/disk/fileCheck';
import { defaultSettings, type Settings } from '../../../server/src/settings';
import { students, studentsExt, tableByFileName } from '../../../server/src/spec';
import { folder } from '../support';

/** Checks files in a new folder. The result names them without it. */
export async function resultOf(
	files: Readonly<Record<string, string | Uint8Array>>,
	{ settings = defaultSettings, most }: { readonly settings?: Settings; readonly most?: number } = {},
): Promise<CheckResult> {
	const parent = folder(files);
	const reports: FileReport[] = [];
	const check = new DiskCheck(settings, assert.fail, undefined, undefined, true);
	const names = Object.keys(files).filter((name) => tableByFileName(name));
	const paths = names.map((name) => join(parent, name));
	for (const path of paths) await check.check(path, reports);
	const folders = await folderReports(paths, reports, () => ({
		settings,
		failed: new Map(),
		onFailure: assert.fail,
	}));
	const saved = savedFolders(
		{ reports, folders, settingsFiles: [] },
		{ ofFolder: () => ({ settings, path: null, hasMistake: false }) },
		most,
	);
	return {
		saved: saved.map((each) => ({ ...each, path: '.' })),
		reports: reports.map((report) => ({ ...report, path: report.path.slice(parent.length + 1) })),
		folders: folders.map((each) => ({ ...each, path: '.' })),
		settingsFiles: [],
	};
}

/** The output in a format. */
export function printed(
	format: FormatName,
	result: CheckResult,
	options: Partial<FormatOptions> = {},
): string {
	return [...formats[format](result, { ...plainOptions(pc.createColors(false)), ...options })].join('');
}

/** What somebody may put into a file to be obeyed, or to break what quotes it. */
export const hostileTexts: readonly string[] = [
	'\u001b[31mred\u001b[0m',
	'::error file=x::owned',
	'%0A::error::owned',
	'##[error]owned',
	']]><x/>',
	'</failure><script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'&#0;&amp;',
	'[x](http://evil.test) {0}',
	'a\r\nb\n::warning::c',
	'\0null',
	'\u202eright',
	'\ud800lone',
	'\ufffe\uffff',
	"'; drop table",
];

const hostileFiles: Readonly<Record<string, string>> = {
	'students.csv': fileWith(students.elements.map(({ column }) => column).concat('::error::header', '<b>')),
	'students_ext.csv': fileWith(
		studentsExt.elements.map(({ column }) => column).concat('ext.]]>', '\u202eext.turned'),
	),
};

function fileWith(headers: readonly string[]): string {
	const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
	const rows = hostileTexts.map((text) => headers.map(() => cell(text)).join(','));
	return `${[headers.map(cell).join(','), ...rows, hostileTexts.join(',')].join('\n')}\n`;
}

let hostile: Promise<CheckResult> | undefined;

/** The result of a district with hostile texts as values and as headers, checked once for all tests. */
export function hostileResult(): Promise<CheckResult> {
	hostile ??= resultOf(hostileFiles);
	return hostile;
}
