import { ConfigurationTarget, commands, type WorkspaceConfiguration, workspace } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';
import { showInformation } from './messages';
import { type SettingPlace, settingPlace, withEntry, withValues, withValuesInEntry } from './settingPlace';

/** Adds values to a setting that is a list, or to the list in one entry of a setting that is an object of lists. */
export async function addToSetting(key: string, values: readonly string[], entry?: string): Promise<void> {
	await write(key, (scopes, place) =>
		entry === undefined
			? withValues(scopes, place, key, values)
			: withValuesInEntry(scopes, place, key, entry, values),
	);
}

/** Adds an entry of any form to a setting that is a list. */
export async function appendToSetting(key: string, value: unknown): Promise<void> {
	await write(key, (scopes, place) => withValues(scopes, place, key, [value]));
}

/** Writes one entry of a setting that is an object and keeps the others. */
export async function writeSettingEntry(key: string, entry: string, value: unknown): Promise<void> {
	await write(key, (scopes, place) => withEntry(scopes, place, key, entry, value));
}

/** Says what was written to a setting and where, with a button that opens it: VS Code cuts a long message without one. */
export function announceSetting(message: string, key: string): void {
	const place = placeOfSettings();
	const file = place.scope === 'workspace' ? 'openWorkspaceSettingsFile' : 'openSettingsJson';
	const where = place.where(`${settingsSection}.${key}`);
	void showInformation(`${message} ${where}`, 'Open Settings').then((picked) => {
		if (picked) void commands.executeCommand(`workbench.action.${file}`);
	});
}

async function write(
	key: string,
	newValue: (scopes: WorkspaceConfiguration, place: SettingPlace) => unknown,
): Promise<void> {
	const configuration = workspace.getConfiguration(settingsSection);
	const place = placeOfSettings();
	const target = place.scope === 'workspace' ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await configuration.update(key, newValue(configuration, place), target);
}

function placeOfSettings(): SettingPlace {
	return settingPlace(workspace.workspaceFolders !== undefined, workspace.isTrusted);
}
