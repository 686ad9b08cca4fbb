import type { createColors } from 'picocolors';
import type { SavedReport } from '../../coverage/savedReportTypes';
import type { FileReport } from '../../disk/fileCheck';
import type { FolderReport } from '../check/folderReadiness';

/** Where the settings of a checked file come from. */
export interface SettingsSource {
	/** The path of the checked file, as in its report. */
	readonly path: string;
	/** The path of the settings file; null where the defaults were taken. */
	readonly settings: string | null;
}

/** The coverage report of a folder, or of a text in no folder, as it is saved to hand on. */
export interface SavedFolder {
	/** The folder as in its `FolderReport`; of a text in no folder, its name. */
	readonly path: string;
	/** Whether `path` is a folder. */
	readonly isFolder: boolean;
	readonly report: SavedReport;
	/** Why schools and some categories are not counted, in a sentence for people; undefined where all are. */
	readonly lacking?: string | undefined;
}

/** All that a check has found. */
export interface CheckResult {
	readonly reports: readonly FileReport[];
	readonly folders: readonly FolderReport[];
	readonly settingsFiles: readonly SettingsSource[];
	/** Only for the format that shows it. */
	readonly saved?: readonly SavedFolder[];
	/** What could not be checked and why, in sentences for people. */
	readonly failures?: readonly string[];
}

/** Functions that color a text, or leave it as it is. */
export type Colors = ReturnType<typeof createColors>;

/** How a result is printed, in any format. */
export interface FormatOptions {
	readonly colors: Colors;
	/** Whether no text of the file may be printed: no value, no way out, no fix. */
	readonly isRedacted: boolean;
	/** Whether only errors are listed. All findings are counted. */
	readonly isQuiet: boolean;
	/** Whether the findings are also counted by rule, column and value. */
	readonly hasStatistics: boolean;
}

/** Prints a result, in chunks: for a large file it can be longer than one string can hold. */
export type Format = (result: CheckResult, options: FormatOptions) => Iterable<string>;

/** The options of a plain output. */
export function plainOptions(colors: Colors): FormatOptions {
	return { colors, isRedacted: false, isQuiet: false, hasStatistics: false };
}
