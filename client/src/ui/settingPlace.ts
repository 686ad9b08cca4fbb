import type { WorkspaceConfiguration } from 'vscode';

/** Where a choice of a person is saved. */
export interface SettingPlace {
	readonly scope: 'workspace' | 'user';
	/** The sentence that says where the setting `key` is; `key` has its section. */
	where(key: string): string;
}

/** What is read of the settings before one is written. */
type Scopes = Pick<WorkspaceConfiguration, 'get' | 'inspect'>;

type Entries<Value> = Readonly<Record<string, Value>>;

const workspacePlace: SettingPlace = {
	scope: 'workspace',
	where: (key) => `To change this, edit ${key} in the workspace settings.`,
};

const userPlace: SettingPlace = {
	scope: 'user',
	where: (key) => `To change this, edit ${key} in your user settings.`,
};

const untrustedPlace: SettingPlace = {
	scope: 'user',
	where: (key) => `Saved in your user settings (${key}), because this folder is not trusted.`,
};

/**
 * The workspace where one is open, so that a district's choice is saved with its files, else the user's settings. VS
 * Code ignores our settings in a workspace that is not trusted: a choice saved there would have no effect.
 */
export function settingPlace(hasFolder: boolean, isTrusted: boolean): SettingPlace {
	if (!hasFolder) return userPlace;
	return isTrusted ? workspacePlace : untrustedPlace;
}

/** The value to write for a setting that is a list, so that it holds `values` too. */
export function withValues(
	scopes: Scopes,
	place: SettingPlace,
	key: string,
	values: readonly unknown[],
): readonly unknown[] {
	return [...new Set([...listOf(inEffect(scopes, place, key)), ...values])];
}

/** The value to write for a setting that is an object, so that it has `value` for `entry` too. */
export function withEntry(
	scopes: Scopes,
	place: SettingPlace,
	key: string,
	entry: string,
	value: unknown,
): Entries<unknown> {
	return { ...atPlace<Entries<unknown>>(scopes, place, key), [entry]: value };
}

/** The value to write for a setting that is an object of lists, so that the list of `entry` holds `values` too. */
export function withValuesInEntry(
	scopes: Scopes,
	place: SettingPlace,
	key: string,
	entry: string,
	values: readonly string[],
): Entries<unknown> {
	const lists = inEffect<Entries<unknown>>(scopes, place, key) ?? {};
	// A person may have written the entry in another case.
	const name = Object.keys(lists).find((one) => one.toLowerCase() === entry.toLowerCase()) ?? entry;
	const list = Object.hasOwn(lists, name) ? listOf(lists[name]) : [];
	return withEntry(scopes, place, key, name, [...new Set([...list, ...values])]);
}

/** A list as it is in the settings; empty for what a person has written there instead. */
function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/**
 * What a list goes on from. A list of the workspace replaces that of the user's settings, so it must hold the values of
 * both. One in the user's settings must hold none of a folder's, since it applies to every folder.
 */
function inEffect<Value>(scopes: Scopes, place: SettingPlace, key: string): Value | undefined {
	return place.scope === 'workspace' ? scopes.get<Value>(key) : atPlace<Value>(scopes, place, key);
}

/** What one scope alone has. VS Code merges the objects of all scopes by itself. */
function atPlace<Value>(scopes: Scopes, { scope }: SettingPlace, key: string): Value | undefined {
	const values = scopes.inspect<Value>(key);
	return scope === 'workspace' ? values?.workspaceValue : values?.globalValue;
}
