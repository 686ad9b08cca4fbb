/** The forms of the messages of a page or an editor: what an answer relies on, checked value by value. */

/** Whether a value has the form that its answer takes for granted. */
export type Form = (value: unknown) => boolean;

/** Any value, for an answer that takes it apart itself. */
export const anything: Form = () => true;
/** A string. */
export const string: Form = (value) => typeof value === 'string';
/** A boolean. */
export const boolean: Form = (value) => typeof value === 'boolean';
/** A number of any kind. */
export const number: Form = (value) => typeof value === 'number';
/** Null, and nothing else. */
export const isNull: Form = (value) => value === null;
/** A row, a column or a count. */
export const index: Form = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** A list, each item of which has a form. */
export function listOf(form: Form): Form {
	return (value) => Array.isArray(value) && value.every(form);
}

/** Undefined, null or a value of a form. */
export function optional(form: Form): Form {
	return (value) => value === undefined || value === null || form(value);
}

/** An object with members of these forms; others do no harm. */
export function record(members: Readonly<Record<string, Form>> = {}): Form {
	const entries = Object.entries(members);
	return (value) => isRecord(value) && entries.every(([name, form]) => form(value[name]));
}

/** A value of any of these forms. */
export function either(...forms: readonly Form[]): Form {
	return (value) => forms.some((form) => form(value));
}

/** An object, each member of which has a form. */
export function recordOf(form: Form): Form {
	return (value) => isRecord(value) && Object.values(value).every(form);
}

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The form of a name; one that nothing has where there is none of that name. */
export function formOf(forms: Readonly<Record<string, Form>>, name: unknown): Form {
	return (typeof name === 'string' && Object.hasOwn(forms, name) && forms[name]) || (() => false);
}
