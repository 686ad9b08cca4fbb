import { declaredSettings, type SettingList, settingsSection } from '../src/settings';

interface Manifest {
	readonly contributes?: Readonly<Record<string, unknown>>;
}

/** The manifest with the settings of `list` under `contributes.configuration`; all else stays as it is. */
export function withSettings(manifest: string, list: SettingList = declaredSettings): string {
	const parsed = JSON.parse(manifest) as Manifest;
	const configuration = parsed.contributes?.configuration as object | undefined;
	const contributes = {
		...parsed.contributes,
		configuration: { title: 'Clever Demographics', ...configuration, properties: settingProperties(list) },
	};
	return `${JSON.stringify({ ...parsed, contributes }, undefined, '\t')}\n`;
}

function settingProperties(list: SettingList): object {
	return Object.fromEntries(
		Object.entries(list).map(([key, setting]) => {
			const { type, ...schema } = setting.schema();
			return [
				`${settingsSection}.${key}`,
				{
					type,
					scope: 'resource',
					default: setting.default,
					markdownDescription: setting.docs,
					...schema,
				},
			];
		}),
	);
}
