import { ConfigurationTarget, workspace } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';

/** The entries of a setting that is an object, all scopes merged. */
export function settingEntries<T>(key: string): Readonly<Record<string, T>> {
	return workspace.getConfiguration(settingsSection).get<Record<string, T>>(key) ?? {};
}

/**
 * Writes one entry of a setting that is an object and keeps the others: to the workspace where one is open, so that a
 * district's choice is saved with its files, else to the user's settings. Returns where, in words.
 */
export async function writeSettingEntry(key: string, entry: string, value: unknown): Promise<string> {
	const configuration = workspace.getConfiguration(settingsSection);
	const isOpen = workspace.workspaceFolders !== undefined;
	const scopes = configuration.inspect<Record<string, unknown>>(key);
	const entries = (isOpen ? scopes?.workspaceValue : scopes?.globalValue) ?? {};
	const target = isOpen ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await configuration.update(key, { ...entries, [entry]: value }, target);
	return isOpen ? 'the workspace settings' : 'your user settings';
}
