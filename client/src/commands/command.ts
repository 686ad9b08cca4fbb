import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { DiskCheck } from '../disk/diskCheck';
import type { DiskResults } from '../disk/diskResults';
import type { LanguageServer } from '../server/languageServer';
import type { Statuses } from '../status/fileStatuses';

/** What commands work with. */
export interface CommandContext {
	readonly context: ExtensionContext;
	readonly server: LanguageServer;
	readonly statuses: Statuses;
	readonly output: LogOutputChannel;
	/** Undefined in a host that cannot read the disk. */
	readonly diskCheck: DiskCheck | undefined;
	readonly diskResults: DiskResults;
}

/** A command; an error that it throws is shown to the person, so its message must make sense to them. */
export type Command = (surroundings: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;
