import { rules } from '../src/rules';
import { severities } from '../src/rules/rule';
import { defaultSettings, type Settings, settingDocs, settingsSection } from '../src/settings';
import { tables } from '../src/spec';

/** What a setting looks like to VS Code, beside its docs and its default. */
const shapes: { readonly [Key in keyof Settings]: () => object } = {
	rules: () => ({
		properties: Object.fromEntries(
			rules.map(({ id, title, severity, cliOnly }) => [
				id,
				{
					type: 'string',
					enum: [...severities, 'off'],
					default: severity,
					description: `${title}${cliOnly ? ' (command line only)' : ''}.`,
				},
			]),
		),
	}),
	acceptedValues: () => ({
		properties: Object.fromEntries(
			tables
				.flatMap((table) => table.elements)
				.filter(({ optionSet }) => optionSet !== undefined)
				.map(({ column, title }) => [
					column,
					{ type: 'array', items: { type: 'string' }, uniqueItems: true, description: `${title}.` },
				]),
		),
	}),
	inlayHints: () => ({
		properties: {
			names: {
				type: 'boolean',
				default: defaultSettings.inlayHints.names,
				description: 'The name of the student behind a sis_id.',
			},
			codes: {
				type: 'boolean',
				default: defaultSettings.inlayHints.codes,
				description: 'What a code means, behind the code.',
			},
		},
	}),
};

interface Manifest {
	readonly contributes?: Readonly<Record<string, unknown>>;
}

/** The manifest with the settings as `settings.ts` declares them; all else as it is. */
export function withSettings(manifest: string): string {
	const parsed = JSON.parse(manifest) as Manifest;
	const configuration = parsed.contributes?.configuration as object | undefined;
	const contributes = {
		...parsed.contributes,
		configuration: { title: 'Clever Demographics', ...configuration, properties: properties() },
	};
	return `${JSON.stringify({ ...parsed, contributes }, undefined, '\t')}\n`;
}

function properties(): object {
	const keys = Object.keys(defaultSettings) as (keyof Settings)[];
	return Object.fromEntries(
		keys.map((key) => [
			`${settingsSection}.${key}`,
			{
				type: 'object',
				scope: 'resource',
				default: defaultSettings[key],
				markdownDescription: settingDocs[key],
				...shapes[key](),
				additionalProperties: false,
			},
		]),
	);
}
