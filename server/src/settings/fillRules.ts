import { studentTables } from '../spec';
import { isObject, setting } from './declaration';

/** A column of the two files on students, by its name. */
export interface FillColumn {
	readonly column: string;
	/** The name of its file, where both files may have the column. */
	readonly file?: string | undefined;
}

/** A rule of *Fill by Rule…*: where students have a value in one column, a code goes into another. */
export interface FillRule {
	readonly when: FillColumn & {
		/** The values, compared by what they mean; '' is an empty field. Any value where it is missing. */
		readonly is?: readonly string[] | undefined;
	};
	readonly set: FillColumn & { readonly code: string };
	/** The code for all other students; they stay as they are where it is missing. */
	readonly else?: string | undefined;
	/** Whether fields with another value stay as they are. */
	readonly onlyWhereEmpty: boolean;
}

/** A rule as it is saved, or what is wrong with it, in a sentence for people: it is not used then. */
export type SavedFillRule = { readonly name: string } & (
	| { readonly rule: FillRule }
	| { readonly problem: string }
);

/** So many rules may be saved: a list of more is hard to read. */
const MAX_FILL_RULES = 200;

/** So many values may be listed in a rule. */
const MAX_VALUES = 1000;

/** The rules that *Fill by Rule…* can run again. The command line does not fill, so it ignores them. */
export const fillRules = setting<readonly SavedFillRule[]>({
	docs: 'Saved rules of *Fill by Rule…*. Example: `[{ "name": "IEP means IDEA", "when": { "column": "IEP_status", "is": ["Y"] }, "set": { "column": "ext.idea_indicator", "code": "Yes" }, "else": "No", "onlyWhereEmpty": true }]`. In `is`, `""` is an empty field; without `is`, any value counts.',
	default: [],
	schema: () => ({
		type: 'array',
		maxItems: MAX_FILL_RULES,
		items: {
			type: 'object',
			required: ['name', 'when', 'set'],
			properties: {
				name: { type: 'string', description: 'What the list of rules shows.' },
				when: columnSchema('The column to look at.', ['column'], {
					is: {
						type: 'array',
						items: { type: 'string' },
						minItems: 1,
						maxItems: MAX_VALUES,
						description: 'Its values, compared by what they mean; "" is an empty field.',
					},
				}),
				set: columnSchema('The column to fill.', ['column', 'code'], {
					code: { type: 'string', description: 'What to write.' },
				}),
				else: { type: 'string', description: 'What to write for all other students; nothing if missing.' },
				onlyWhereEmpty: {
					type: 'boolean',
					default: true,
					description: 'Whether fields with another value stay as they are.',
				},
			},
			additionalProperties: false,
		},
	}),
	affectsCheck: false,
	restricted: true,
	read: (input, base) => {
		if (input === undefined || input === null) return base;
		if (!Array.isArray(input)) return [{ name: 'fillRules', problem: 'This setting takes a list of rules.' }];
		const rules = input.slice(0, MAX_FILL_RULES).map(readFillRule);
		const unread = input.length - rules.length;
		if (unread === 0) return rules;
		const problem = `Only the first ${MAX_FILL_RULES} rules are read. Delete some of them.`;
		return [...rules, { name: `${unread} more`, problem }];
	},
});

/** Reads a saved rule; one with anything that is not understood is not used at all. */
function readFillRule(input: unknown, index: number): SavedFillRule {
	const {
		name: given,
		when,
		set,
		else: otherwise,
		onlyWhereEmpty = true,
		...rest
	} = isObject(input) ? input : {};
	const isNamed = typeof given === 'string' && given.trim() !== '';
	const name = isNamed ? given : `Rule ${index + 1}`;
	const problem = (text: string): SavedFillRule => ({ name, problem: text });
	if (!isObject(input)) return problem('This rule is not an object.');
	if (!isNamed) return problem('This rule has no name.');
	if (!isObject(when) || !isFillColumn(when)) return problem('"when" does not name a column.');
	if (!isObject(set) || !isFillColumn(set)) return problem('"set" does not name a column.');
	const { column, file, is, ...ofWhen } = when;
	const { column: filled, file: filledFile, code, ...ofSet } = set;
	const unknown = [...Object.keys(rest), ...Object.keys(ofWhen), ...Object.keys(ofSet)];
	if (unknown.length > 0) return problem(`"${unknown[0]}" is not known in a rule.`);
	if (is !== undefined && !isListOfTexts(is)) return problem('"is" takes a list of values.');
	if (typeof code !== 'string') return problem('"set" has no code.');
	if (otherwise !== undefined && typeof otherwise !== 'string') return problem('"else" takes a code.');
	if (typeof onlyWhereEmpty !== 'boolean') return problem('"onlyWhereEmpty" takes true or false.');
	return {
		name,
		rule: {
			when: { column, file, is },
			set: { column: filled, file: filledFile, code },
			else: otherwise,
			onlyWhereEmpty,
		},
	};
}

function isFillColumn<T extends Record<string, unknown>>(value: T): value is T & FillColumn {
	const { column, file } = value;
	return (
		typeof column === 'string' && column.trim() !== '' && (file === undefined || typeof file === 'string')
	);
}

function isListOfTexts(value: unknown): value is readonly string[] {
	if (!Array.isArray(value) || value.length === 0 || value.length > MAX_VALUES) return false;
	return value.every((one) => typeof one === 'string');
}

/** The schema of a column in a saved rule. */
function columnSchema(description: string, required: readonly string[], more: object): object {
	return {
		type: 'object',
		description,
		required,
		properties: {
			column: { type: 'string', description: 'The name of the column.' },
			file: {
				type: 'string',
				enum: studentTables.map(({ fileName }) => fileName),
				description: 'The file of the column, where both files have it.',
			},
			...more,
		},
		additionalProperties: false,
	};
}
