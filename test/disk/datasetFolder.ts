import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings, type Settings } from '../../server/src/settings';
import { temporaryFolder } from '../editor/host/cleanup';

/** A folder on the disk for the files of one district. */
export class DatasetFolder {
	readonly #folder = temporaryFolder();

	/** Writes a file. */
	write(name: string, text: string): void {
		writeFileSync(this.pathOf(name), text);
	}

	/** The path of a file, whether it is there or not. */
	pathOf(name: string): string {
		return join(this.#folder.path, name);
	}

	/** Checks a file. Returns its report, and what the check could not do. */
	async check(
		name: string,
		rules: Settings['rules'] = {},
	): Promise<{ readonly report: FileReport; readonly failures: readonly string[] }> {
		const reports: FileReport[] = [];
		const failures: string[] = [];
		const diskCheck = new DiskCheck({ ...defaultSettings, rules }, (message) => failures.push(message));
		await diskCheck.check(this.pathOf(name), reports);
		assert.equal(reports.length, 1);
		return { report: reports[0] as FileReport, failures };
	}

	/** Removes the folder. */
	remove(): void {
		this.#folder.remove();
	}
}
