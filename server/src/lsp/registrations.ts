import {
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { fileKinds, settingsSection } from '../protocol';
import { schoolsFile } from '../spec/schoolsFile';
import type { ClientFeatures } from './clientFeatures';

/** Asks the client to report changes of the settings and of our files, as far as it can. */
export function registerForChanges({ client: remote }: Connection, client: ClientFeatures): void {
	if (client.reportsSettings) {
		const options = { section: settingsSection };
		void remote.register(DidChangeConfigurationNotification.type, options).catch(() => {});
	}
	if (client.watchesFiles) {
		const names = [...fileKinds, schoolsFile].map(({ fileName }) => fileName);
		const globs = names.flatMap((fileName) => [fileName, inAnyCase(fileName)]);
		const watchers = globs.map((glob) => ({ globPattern: `**/${glob}` }));
		void remote.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
	}
}

/** Matches a name in any case: a client's globs may tell case apart although the disk does not. */
function inAnyCase(fileName: string): string {
	return fileName.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
