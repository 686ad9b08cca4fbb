import { Emitter, type Event } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import { ReportOverlay } from '../../compare/returned/reportOverlay';
import type { ReturnedLine, UnplacedGroup } from '../../compare/returned/returnedTypes';
import { folderOf } from '../uris';

/** A report that is shown. */
interface OpenReport {
	readonly lines: readonly ReturnedLine[];
	readonly unplaced: readonly UnplacedGroup[];
}

/** The reports of a folder, by the names of their files. */
interface FolderReports {
	readonly reports: ReadonlyMap<string, OpenReport>;
	/** By the name of the file. */
	readonly lines: ReadonlyMap<string, readonly ReturnedLine[]>;
	readonly unplaced: readonly UnplacedGroup[];
}

/** The error reports that are open, by folder. They are in memory alone, until they are closed or the server ends. */
export class ReturnedReports {
	readonly #folders = new Map<string, FolderReports>();
	readonly #overlays = new WeakMap<
		Checker,
		{ readonly lines: readonly ReturnedLine[]; readonly overlay: ReportOverlay }
	>();
	readonly #changed = new Emitter<void>();

	/** Fires after a report was opened or closed. */
	get onDidChange(): Event<void> {
		return this.#changed.event;
	}

	/** Shows a report on the files of a folder, in place of one of the same name. */
	open(folder: string, name: string, report: OpenReport): void {
		const reports = new Map(this.#folders.get(folder)?.reports);
		reports.delete(name);
		this.#set(folder, reports.set(name, report));
	}

	/** Shows a report no more. */
	close(folder: string, name: string): void {
		const reports = new Map(this.#folders.get(folder)?.reports);
		if (reports.delete(name)) this.#set(folder, reports);
	}

	/** The lines of the reports of a folder that are on no field. */
	unplacedIn(folder: string): readonly UnplacedGroup[] {
		return this.#folders.get(folder)?.unplaced ?? [];
	}

	/** Gives a checked file the lines that are about it. */
	attach(checker: Checker): void {
		const folder = folderOf(checker.document.uri);
		const lines = this.#folders.get(folder ?? '')?.lines.get(checker.table.fileName);
		const known = this.#overlays.get(checker);
		if (known?.lines === lines) return;
		known?.overlay.dispose();
		this.#overlays.delete(checker);
		checker.reported = undefined;
		if (!lines) return;
		const overlay = new ReportOverlay(checker, lines);
		this.#overlays.set(checker, { lines, overlay });
		checker.reported = overlay;
	}

	#set(folder: string, reports: ReadonlyMap<string, OpenReport>): void {
		if (reports.size === 0) this.#folders.delete(folder);
		else {
			const all = [...reports.values()];
			const lines = new Map<string, ReturnedLine[]>();
			for (const report of all) {
				for (const line of report.lines) {
					const ofFile = lines.get(line.fileName);
					if (ofFile) ofFile.push(line);
					else lines.set(line.fileName, [line]);
				}
			}
			this.#folders.set(folder, { reports, lines, unplaced: all.flatMap(({ unplaced }) => unplaced) });
		}
		this.#changed.fire();
	}
}
