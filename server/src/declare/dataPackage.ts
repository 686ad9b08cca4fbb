import { studentTables, type Table } from '../spec';
import { GENERATED, resourceName, tableSchema } from './tableSchema';

/** The CSV that Clever reads, in the words of Table Dialect. */
const dialect = {
	delimiter: ',',
	quoteChar: '"',
	doubleQuote: true,
	lineTerminator: '\r\n',
	skipInitialSpace: false,
	header: true,
	caseSensitiveHeader: true,
};

/** Both files of a district as a Tabular Data Package 1.0 (Frictionless), to be put beside them. */
export function dataPackage(): object {
	return {
		profile: 'tabular-data-package',
		name: 'clever-demographics',
		title: studentTables.map(({ fileName }) => fileName).join(' and '),
		description: GENERATED,
		resources: studentTables.map(resource),
	};
}

function resource(table: Table): object {
	return {
		profile: 'tabular-data-resource',
		name: resourceName(table),
		path: table.fileName,
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		dialect,
		schema: tableSchema(table),
	};
}
