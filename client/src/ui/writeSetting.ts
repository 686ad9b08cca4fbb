import { ConfigurationTarget, workspace } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';

/** What a setting that is an object holds, all scopes together. */
export function effective<T>(key: string): Readonly<Record<string, T>> {
	return workspace.getConfiguration(settingsSection).get<Record<string, T>>(key) ?? {};
}

/**
 * Writes one entry of a setting that is an object: to the workspace where one is open, so that a district's choice
 * lies with its files, else to the user's settings. Returns where, in words. Other entries stay as they are.
 */
export async function writeEntry(key: string, entry: string, value: unknown): Promise<string> {
	const configuration = workspace.getConfiguration(settingsSection);
	const isOpen = workspace.workspaceFolders !== undefined;
	const scopes = configuration.inspect<Record<string, unknown>>(key);
	const own = (isOpen ? scopes?.workspaceValue : scopes?.globalValue) ?? {};
	const target = isOpen ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await configuration.update(key, { ...own, [entry]: value }, target);
	return isOpen ? 'the settings of this workspace' : 'your settings';
}
