import { cedsDefinition, cedsUrl, type Element, referencedTable, studentTables, type Table } from '../spec';
import { GENERATED } from './tableSchema';

/** What a regular expression does not take as it is. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/**
 * Both files of a district as metadata of CSV on the Web (W3C, Metadata Vocabulary for Tabular Data), in the file that its
 * readers look for beside a CSV file.
 */
export function csvwMetadata(): object {
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
		'dc:description': GENERATED,
		dialect: {
			encoding: 'utf-8',
			delimiter: ',',
			quoteChar: '"',
			doubleQuote: true,
			header: true,
			headerRowCount: 1,
			lineTerminators: ['\r\n', '\n'],
			skipInitialSpace: false,
			trim: false,
		},
		tables: studentTables.map(table),
	};
}

function table(declared: Table): object {
	return {
		url: declared.fileName,
		'dc:title': declared.fileName,
		tableSchema: {
			columns: declared.elements.map((element) => column(element, declared)),
			...keys(declared),
		},
	};
}

function column(
	{ column: name, title, definition, ceds, optionSet }: Element,
	{ primaryKey }: Table,
): object {
	const description = ceds ? cedsDefinition(ceds) : definition;
	return {
		name,
		titles: name,
		'dc:title': title,
		...(description !== undefined && { 'dc:description': description }),
		...(ceds && { 'dc:subject': { '@id': cedsUrl(ceds.globalId) } }),
		...(name === primaryKey && { required: true }),
		datatype: optionSet
			? { base: 'string', format: oneOf(optionSet.options.map(({ code }) => code)) }
			: 'string',
		null: '',
	};
}

/** A regular expression that takes these words and no other. */
function oneOf(words: readonly string[]): string {
	return `^(?:${words.map((word) => word.replace(SYNTAX, '\\$&')).join('|')})$`;
}

/** A primary key is unique, so students.csv, with a row for each contact, has none. */
function keys(declared: Table): object {
	if (declared.repeatsKey) return {};
	const referenced = referencedTable(declared);
	return {
		primaryKey: declared.primaryKey,
		...(referenced && {
			foreignKeys: [
				{
					columnReference: declared.primaryKey,
					reference: { resource: referenced.fileName, columnReference: referenced.primaryKey },
				},
			],
		}),
	};
}
