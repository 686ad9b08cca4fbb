/** What clients announce, as read in their sources: one JSON file each, with its version and where it was read. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver';

/** What one version of a client sends as its capabilities. */
export interface CapturedClient {
	readonly name: string;
	readonly version: string;
	/** The package or the commit, the file, and the settings that were assumed. */
	readonly readIn: string;
	readonly capabilities: ClientCapabilities;
}

/** All captured clients, by the names of their files. */
export const capturedClients: ReadonlyMap<string, CapturedClient> = new Map(
	readdirSync(__dirname)
		.filter((file) => file.endsWith('.json'))
		.map((file) => [
			file.replace(/\.json$/, ''),
			JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as CapturedClient,
		]),
);
