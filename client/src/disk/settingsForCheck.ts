import type { WorkspaceConfiguration } from 'vscode';
import { checkSettings, settingsSection } from '../../../server/src/protocol';

/** What a check on the disk is given: each setting that findings depend on, by its full key, as a settings.json has it. */
export function settingsForCheck(
	configuration: Pick<WorkspaceConfiguration, 'get'>,
	keys: readonly string[] = checkSettings,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(keys.map((key) => [`${settingsSection}.${key}`, configuration.get(key)]));
}
