import { cedsDefinition, cedsUrl, type Element, type OptionSet, referencedTable, type Table } from '../spec';
import { codeWithLabel } from '../wording';

/**
 * A file as a Table Schema 1.0 (Frictionless), which its readers take with every column, in this order. It says less than
 * the rules: it has no other spellings of a code, and no columns of other partners.
 */
export function tableSchema(table: Table): object {
	return {
		title: table.fileName,
		description: GENERATED,
		fields: table.elements.map((element) => field(element, table)),
		missingValues: [''],
		...keys(table),
	};
}

/** What a file says about where it comes from. */
export const GENERATED = 'Made from the declarations of Clever Demographics: change those instead.';

function field({ column, title, definition, ceds, optionSet }: Element, table: Table): object {
	const description = [
		ceds ? cedsDefinition(ceds) : definition,
		ceds && `CEDS ${ceds.globalId} ${ceds.name}.`,
		optionSet && codesWithLabels(optionSet),
	].filter((part) => part !== undefined);
	const constraints = {
		...(column === table.primaryKey && { required: true }),
		...(optionSet && { enum: optionSet.options.map(({ code }) => code) }),
	};
	return {
		name: column,
		type: 'string',
		title,
		...(description.length > 0 && { description: description.join(' ') }),
		...(ceds && { rdfType: cedsUrl(ceds.globalId) }),
		...(Object.keys(constraints).length > 0 && { constraints }),
	};
}

/** What codes mean, which Table Schema 1.0 has no place for; undefined where each is a word already. */
function codesWithLabels({ options }: OptionSet): string | undefined {
	const labeled = options.filter(({ code, label }) => label !== code);
	return labeled.length === 0 ? undefined : `${labeled.map(codeWithLabel).join(', ')}.`;
}

/** To a Table Schema a primary key is unique, so students.csv, with a row for each contact, has none. */
function keys(table: Table): object {
	if (table.repeatsKey) return {};
	const fields = [table.primaryKey];
	const referenced = referencedTable(table);
	return {
		primaryKey: fields,
		...(referenced && {
			foreignKeys: [
				{ fields, reference: { resource: resourceName(referenced), fields: [referenced.primaryKey] } },
			],
		}),
	};
}

/** The name of a file without its extension: what a data package calls it, and the schema's file name. */
export function resourceName({ fileName }: Table): string {
	return fileName.replace(/\.csv$/, '');
}
