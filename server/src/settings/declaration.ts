/** What has no meaning in a setting. Such a part does not count. */
export interface SettingProblem {
	/** A sentence for people that names the setting. */
	readonly text: string;
	/** The keys that lead to it, in the value of the setting. */
	readonly path: readonly string[];
}

/**
 * One setting, with everything that follows from it: manifest, defaults, validation in the server and on the command
 * line, and what a check on the disk is given.
 */
export interface Setting<Value> {
	/** For people, in Markdown. */
	readonly docs: string;
	readonly default: Value;
	/** JSON schema of the value, for the manifest. */
	schema(): { readonly type: string; readonly [keyword: string]: unknown };
	/** Whether the findings depend on it. A setting that only changes what an editor shows has false. */
	readonly affectsCheck: boolean;
	/**
	 * True if VS Code ignores the value of a folder until a person trusts it: a setting that can hide a problem must
	 * not come along with the files.
	 */
	readonly restricted: boolean;
	/**
	 * `application` if only the person's own settings count, never those of a folder, trusted or not; `window` if it is
	 * one for all files of a window, as a key's condition needs it.
	 */
	readonly scope?: 'application' | 'window';
	/** The value that a client or a file gives; parts that do not have the declared shape are those of `base`. */
	read(input: unknown, base: Value): Value;
	/** What has no meaning in a value that a client or a file gives. `key` is what people call the setting there. */
	problems?(input: unknown, key: string): readonly SettingProblem[];
}

/** Lets an entry's type be inferred from its value. */
export function setting<Value>(declaration: Setting<Value>): Setting<Value> {
	return declaration;
}

/** The keys and values of an object; none of any other value. */
export function entries(value: unknown): [string, unknown][] {
	return isObject(value) ? Object.entries(value) : [];
}

/** Whether a value is an object with keys, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
