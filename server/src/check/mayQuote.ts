import { FAULTY } from '../csv/scan';
import { isSecretColumn } from '../rules/secretColumn';
import type { Finding } from './finding';
import type { Checker } from './live/checker';

/** Whether the message of a finding may quote values: never a password, in its own column or shifted by a fault. */
export function mayQuote(
	{ document, layout }: Pick<Checker, 'document' | 'layout'>,
	{ record, column }: Pick<Finding, 'record' | 'column'>,
): boolean {
	if (!layout.columns.some(isSecretColumn)) return true;
	const declared = layout.columns[column];
	if (declared && isSecretColumn(declared)) return false;
	const fields = document.fieldsOf(record);
	return fields.length === layout.columns.length && !fields.some(({ flags }) => flags & FAULTY);
}
