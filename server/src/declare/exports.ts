import { tables } from '../spec';
import { csvwMetadata } from './csvw';
import { dataPackage } from './dataPackage';
import { json } from './json';
import { duckdb, spark } from './sql/dialect';
import { sqlScript } from './sql/script';
import { resourceName, tableSchema } from './tableSchema';

/** What the declarations can be written as. */
export const declarationFormats = ['table-schema', 'datapackage', 'csvw', 'duckdb', 'spark'] as const;
/** One of `declarationFormats`. */
export type DeclarationFormat = (typeof declarationFormats)[number];

/** A file that says what students.csv and students_ext.csv must be. */
export interface DeclarationFile {
	readonly fileName: string;
	readonly text: string;
	/** The `fileName` of the one table that it is about; missing if it is about both. */
	readonly table?: string;
}

const writers: Readonly<Record<DeclarationFormat, () => readonly DeclarationFile[]>> = {
	'table-schema': () =>
		tables.map((table) => ({
			fileName: `${resourceName(table)}.schema.json`,
			text: json(tableSchema(table)),
			table: table.fileName,
		})),
	datapackage: () => [{ fileName: 'datapackage.json', text: json(dataPackage()) }],
	csvw: () => [{ fileName: 'csv-metadata.json', text: json(csvwMetadata()) }],
	duckdb: () => [{ fileName: 'check.duckdb.sql', text: sqlScript(duckdb) }],
	spark: () => [{ fileName: 'check.spark.sql', text: sqlScript(spark) }],
};

/** The declarations in one of the formats: one file, or one for each table. */
export function declarationFiles(format: DeclarationFormat): readonly DeclarationFile[] {
	return writers[format]();
}
