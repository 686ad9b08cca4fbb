import { declaredSettings, type SettingList, settingsSection } from '../src/settings';

interface Manifest {
	readonly capabilities?: Readonly<Record<string, unknown>>;
	readonly contributes?: Readonly<Record<string, unknown>>;
}

/**
 * The manifest with the settings of `list` under `contributes.configuration`, and the restricted ones of them under
 * `capabilities.untrustedWorkspaces`, whose words are written by hand; all else stays as it is.
 */
export function withSettings(manifest: string, list: SettingList = declaredSettings): string {
	const parsed = JSON.parse(manifest) as Manifest;
	const configuration = parsed.contributes?.configuration as object | undefined;
	const contributes = {
		...parsed.contributes,
		configuration: { title: 'Clever Demographics', ...configuration, properties: settingProperties(list) },
	};
	const untrustedWorkspaces = {
		...(parsed.capabilities?.untrustedWorkspaces as object | undefined),
		// VS Code reads the list only where the support is limited.
		supported: 'limited',
		restrictedConfigurations: Object.keys(list)
			.filter((key) => list[key]?.restricted)
			.map(fullKey),
	};
	const capabilities = { ...parsed.capabilities, untrustedWorkspaces };
	return `${JSON.stringify({ ...parsed, capabilities, contributes }, undefined, '\t')}\n`;
}

function settingProperties(list: SettingList): object {
	return Object.fromEntries(
		Object.entries(list).map(([key, setting]) => {
			const { type, ...schema } = setting.schema();
			return [
				fullKey(key),
				{
					type,
					scope: setting.scope ?? 'resource',
					default: setting.default,
					markdownDescription: setting.docs,
					...schema,
				},
			];
		}),
	);
}

function fullKey(key: string): string {
	return `${settingsSection}.${key}`;
}
