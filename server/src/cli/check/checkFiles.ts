import { dirname, resolve } from 'node:path';
import { CannotCheck } from '../../disk/cannotCheck';
import { DiskCheck, type FileReport } from '../../disk/fileCheck';
import { textInMemory } from '../../disk/openFile';
import type { CheckResult } from '../formats/format';
import { folderReports } from './folderReadiness';
import type { DistrictSettings, SettingsFinder } from './foundSettings';

/** How files are checked, and who is told. */
export interface CheckContext {
	readonly finder: Pick<SettingsFinder, 'ofFolder'>;
	/** How many threads may be used; undefined for as many as are of use. */
	readonly jobs?: number | undefined;
	/** Whether the values with findings are counted one by one. */
	readonly countsValues?: boolean;
	/** Called once for each sentence for people, where something cannot be checked. */
	readonly onFailure: (message: string) => void;
	/** Called with how much of a file is done, from 0 to 1. */
	readonly onProgress: (path: string, done: number) => void;
	/** What is left in files that were fixed, by their absolute paths: these need no further check. */
	readonly fixed?: ReadonlyMap<string, FileReport> | undefined;
}

/** The files of one district, and what was found in them. */
interface DistrictCheck {
	readonly check: DiskCheck;
	readonly reports: FileReport[];
}

/** Checks files, each with its own settings, and says whether their folders can be uploaded. */
export async function checkFiles(
	files: readonly string[],
	{ finder, jobs, countsValues, onFailure, onProgress, fixed }: CheckContext,
): Promise<CheckResult> {
	const districts = new Map<DistrictSettings, DistrictCheck>();
	const reports: FileReport[] = [];
	const settingsFiles = new Map<FileReport, DistrictSettings>();
	/** Those whose settings can be read. */
	const judged: string[] = [];
	const districtOf = (settings: DistrictSettings): DistrictCheck => {
		const known = districts.get(settings);
		if (known) return known;
		const check = new DiskCheck(settings.settings, onFailure, onProgress, jobs, countsValues);
		const district = { check, reports: [] };
		districts.set(settings, district);
		return district;
	};
	for (const file of files) {
		try {
			const settings = finder.ofFolder(dirname(file));
			judged.push(file);
			const district = districtOf(settings);
			const found: FileReport[] = [];
			const afterFixes = fixed?.get(resolve(file));
			if (!afterFixes) await district.check.check(file, found);
			else if (!reports.includes(afterFixes)) found.push(afterFixes);
			for (const report of found) {
				reports.push(report);
				district.reports.push(report);
				settingsFiles.set(report, settings);
			}
		} catch (error) {
			if (!(error instanceof CannotCheck)) throw error;
			onFailure(error.message);
		}
	}
	const judge = (checked: readonly FileReport[]): Promise<CheckResult['folders']> =>
		folderReports(judged, checked, (folder) => {
			const settings = finder.ofFolder(folder);
			return { settings: settings.settings, failed: districtOf(settings).check.failed, onFailure };
		});
	let kept: readonly FileReport[] = reports;
	let folders = await judge(kept);
	const changed = [...districts.values()].filter(({ check, reports: own }) => check.dropChanged(own));
	if (changed.length > 0) {
		const left = new Set([...districts.values()].flatMap((district) => district.reports));
		kept = reports.filter((report) => left.has(report));
		folders = await judge(kept);
	}
	return {
		reports: kept,
		folders,
		settingsFiles: kept.map((report) => ({
			path: report.path,
			settings: settingsFiles.get(report)?.path ?? null,
		})),
	};
}

/**
 * Checks a text that lies in no folder, so that it is compared with no other file, and nothing is said of an upload.
 *
 * @param name the name that it would have as a file.
 */
export async function checkInput(
	name: string,
	bytes: Uint8Array,
	{ finder, countsValues, onFailure, onProgress }: CheckContext,
): Promise<CheckResult> {
	const { settings, path } = finder.ofFolder('.');
	const check = new DiskCheck(settings, onFailure, onProgress, undefined, countsValues);
	const report = await check.checkText(name, textInMemory(bytes, name));
	return { reports: [report], folders: [], settingsFiles: [{ path: name, settings: path }] };
}
