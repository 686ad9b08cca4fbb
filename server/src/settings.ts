import type { Severity } from './rules/rule';

/** The part of every setting's key before the first dot. */
export const settingsSection = 'cleverDemographics';

/** A rule's severity as a district may set it. */
export type RuleLevel = Severity | 'off';

/** What a person may decide. Each is declared once, here; manifest, validation and docs follow. */
export interface Settings {
	/** Severity by rule id; a rule that is not named keeps its own. */
	readonly rules: Readonly<Record<string, RuleLevel>>;
	/** Further values that a column accepts in this district, by column. */
	readonly acceptedValues: Readonly<Record<string, readonly string[]>>;
	readonly inlayHints: InlayHintSettings;
}

/** What an editor shows between the values. */
export interface InlayHintSettings {
	/** The student's name behind an id of a file that has no names. */
	readonly names: boolean;
	/** The meaning behind a code. */
	readonly codes: boolean;
}

export const defaultSettings: Settings = {
	rules: {},
	acceptedValues: {},
	inlayHints: { names: true, codes: false },
};

/** The docs of each setting, for the manifest. */
export const settingDocs: { readonly [Key in keyof Settings]: string } = {
	rules: 'How serious each rule is in this district: `error`, `warning`, `information`, `hint`, or `off`.',
	acceptedValues:
		'Values that a column accepts in this district besides the documented codes, by column, for example `{ "ext.section_504_status": ["Unknown"] }`.',
	inlayHints:
		'What stands between the values in the editor, and not in the file: `names` shows the name of the student behind a `sis_id`, `codes` what a code means behind it. `editor.inlayHints.enabled` turns all of them off.',
};

const levels: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Takes what a client or a file says, and leaves out what is not of the declared shape. */
export function readSettings(said: unknown): Settings {
	const given = isRecord(said) ? said : {};
	const hints = isRecord(given.inlayHints) ? given.inlayHints : {};
	const { names, codes } = defaultSettings.inlayHints;
	return {
		rules: Object.fromEntries(
			entries(given.rules).filter((entry): entry is [string, RuleLevel] => levels.includes(entry[1])),
		),
		acceptedValues: Object.fromEntries(
			entries(given.acceptedValues)
				.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
				.map(([column, values]) => [column, values.filter((value) => typeof value === 'string')]),
		),
		inlayHints: {
			names: typeof hints.names === 'boolean' ? hints.names : names,
			codes: typeof hints.codes === 'boolean' ? hints.codes : codes,
		},
	};
}

function entries(value: unknown): [string, unknown][] {
	return isRecord(value) ? Object.entries(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
