import { ConfigurationTarget, commands, window, workspace } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';

/** The entries of a setting that is an object, all scopes merged. */
export function settingEntries<T>(key: string): Readonly<Record<string, T>> {
	return workspace.getConfiguration(settingsSection).get<Record<string, T>>(key) ?? {};
}

/** Adds a value to a setting that is a list and keeps the others. Returns where, in words, as `writeSettingEntry`. */
export async function addToSetting(key: string, value: string): Promise<string> {
	const configuration = workspace.getConfiguration(settingsSection);
	const { target, where } = placeOfSettings();
	const scopes = configuration.inspect<readonly string[]>(key);
	const values =
		(target === ConfigurationTarget.Workspace ? scopes?.workspaceValue : scopes?.globalValue) ?? [];
	await configuration.update(key, [...new Set([...values, value])], target);
	return where;
}

/**
 * Writes one entry of a setting that is an object and keeps the others: to the workspace where one is open, so that a
 * district's choice is saved with its files, else to the user's settings. Returns where, in words.
 */
export async function writeSettingEntry(key: string, entry: string, value: unknown): Promise<string> {
	const configuration = workspace.getConfiguration(settingsSection);
	const { target, where } = placeOfSettings();
	const scopes = configuration.inspect<Record<string, unknown>>(key);
	const entries =
		(target === ConfigurationTarget.Workspace ? scopes?.workspaceValue : scopes?.globalValue) ?? {};
	await configuration.update(key, { ...entries, [entry]: value }, target);
	return where;
}

/** Says what was written to the settings, with a button that opens them: VS Code cuts a long message without one. */
export function announceSetting(message: string): void {
	const isWorkspace = placeOfSettings().target === ConfigurationTarget.Workspace;
	const command = `workbench.action.${isWorkspace ? 'openWorkspaceSettingsFile' : 'openSettingsJson'}`;
	void window.showInformationMessage(message, 'Open Settings').then((picked) => {
		if (picked) void commands.executeCommand(command);
	});
}

function placeOfSettings(): { readonly target: ConfigurationTarget; readonly where: string } {
	return workspace.workspaceFolders !== undefined
		? { target: ConfigurationTarget.Workspace, where: 'the workspace settings' }
		: { target: ConfigurationTarget.Global, where: 'your user settings' };
}
