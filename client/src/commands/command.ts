import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { CheckFileOnDisk } from '../disk/diskCheck';
import type { DiskResults } from '../disk/diskResults';
import type { FolderFinder } from '../files/folderFinder';
import type { ImportEditor } from '../import/importEditor';
import type { ProblemsView } from '../problems/problemsView';
import type { LanguageServer } from '../server/languageServer';
import type { FileStatuses } from '../status/fileStatuses';
import type { FileWriter } from '../ui/fileWriter';

/** The parts of the client that commands work with. */
export interface CommandContext {
	readonly context: ExtensionContext;
	readonly server: LanguageServer;
	readonly finder: FolderFinder;
	readonly statuses: FileStatuses;
	readonly problems: ProblemsView;
	readonly output: LogOutputChannel;
	readonly writer: FileWriter;
	readonly imports: ImportEditor;
	/** Undefined in a host that cannot read the disk. */
	readonly diskCheck: CheckFileOnDisk | undefined;
	readonly diskResults: DiskResults;
}

/** A command. What it throws is shown to the person, so the message must be in words for them. */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;
