import type { WorkspaceConfiguration } from 'vscode';
import { checkSettings, settingsSection } from '../../../server/src/protocol';

/** The settings that findings depend on, by their full keys as in a settings.json, for a check on the disk. */
export function settingsForCheck(
	configuration: Pick<WorkspaceConfiguration, 'get'>,
	keys: readonly string[] = checkSettings,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(keys.map((key) => [`${settingsSection}.${key}`, configuration.get(key)]));
}
