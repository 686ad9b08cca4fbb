/** The metadata against the rules of W3C's Metadata Vocabulary for Tabular Data and its Tabular Data Model. */

import assert from 'node:assert/strict';
import { declarationFiles } from '../../server/src/declare/exports';
import { tables } from '../../server/src/spec';

/** What section 5 of the vocabulary allows, by the kind of object; common properties have a colon. */
const PROPERTIES = {
	group: [
		'@context',
		'@id',
		'@type',
		'dialect',
		'notes',
		'tableDirection',
		'tables',
		'tableSchema',
		'transformations',
	],
	table: [
		'@id',
		'@type',
		'dialect',
		'notes',
		'suppressOutput',
		'tableDirection',
		'tableSchema',
		'transformations',
		'url',
	],
	schema: ['@id', '@type', 'columns', 'foreignKeys', 'primaryKey', 'rowTitles'],
	column: ['@id', '@type', 'name', 'suppressOutput', 'titles', 'virtual'],
	dialect: [
		...['@id', '@type', 'commentPrefix', 'delimiter', 'doubleQuote', 'encoding', 'header', 'headerRowCount'],
		...[
			'lineTerminators',
			'quoteChar',
			'skipBlankRows',
			'skipColumns',
			'skipInitialSpace',
			'skipRows',
			'trim',
		],
	],
	inherited: [
		...['aboutUrl', 'datatype', 'default', 'lang', 'null', 'ordered', 'propertyUrl', 'required', 'separator'],
		...['textDirection', 'valueUrl'],
	],
};

/** A variable name of RFC 6570, which must not start with an underscore (section 5.6). */
const NAME = /^(?!_)(?:\w|%[\dA-F]{2})(?:\.?(?:\w|%[\dA-F]{2}))*$/;

interface Column {
	readonly name: string;
	readonly titles: string;
	readonly required?: boolean;
	readonly datatype: string | { readonly base: string; readonly format: string };
}

interface Schema {
	readonly columns: readonly Column[];
	readonly primaryKey?: string;
	readonly foreignKeys?: readonly {
		readonly columnReference: string;
		readonly reference: { readonly resource: string; readonly columnReference: string };
	}[];
}

interface Group {
	readonly '@context': readonly unknown[];
	readonly dialect: object;
	readonly tables: readonly { readonly url: string; readonly tableSchema: Schema }[];
}

function assertKnown(object: object, ...known: readonly (readonly string[])[]): void {
	const unknown = Object.keys(object).filter((name) => !name.includes(':') && !known.flat().includes(name));
	assert.deepEqual(unknown, []);
}

describe('CSV on the Web', () => {
	const [file] = declarationFiles('csvw');
	const group: Group = JSON.parse(file?.text ?? '');
	const { group: ofGroup, table, schema, column, dialect, inherited } = PROPERTIES;
	const columnsOf = (url: string) => group.tables.find((one) => one.url === url)?.tableSchema.columns ?? [];

	it('is in the file that readers look for, with the context that they require', () => {
		assert.equal(file?.fileName, 'csv-metadata.json');
		assert.deepEqual(group['@context'], ['http://www.w3.org/ns/csvw', { '@language': 'en' }]);
	});

	it('has properties of the vocabulary only', () => {
		assertKnown(group, ofGroup);
		assertKnown(group.dialect, dialect);
		for (const one of group.tables) {
			assertKnown(one, table);
			assertKnown(one.tableSchema, schema);
			for (const each of one.tableSchema.columns) assertKnown(each, column, inherited);
		}
	});

	it('has each column once, under a name that the vocabulary allows', () => {
		for (const { fileName, elements } of tables) {
			const columns = columnsOf(fileName);
			assert.deepEqual(
				columns.map(({ titles }) => titles),
				elements.map((element) => element.column),
			);
			for (const { name } of columns) assert.match(name, NAME);
			assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length);
		}
	});

	it('takes every code of a column and nothing else', () => {
		for (const { fileName, elements } of tables) {
			for (const { column: name, optionSet } of elements) {
				const datatype = columnsOf(fileName).find((one) => one.name === name)?.datatype;
				if (!optionSet) {
					assert.equal(datatype, 'string');
					continue;
				}
				assert.ok(typeof datatype === 'object');
				const format = new RegExp(datatype.format, 'u');
				assert.equal(datatype.base, 'string');
				for (const { code } of optionSet.options) {
					assert.match(code, format);
					assert.doesNotMatch(`${code}x`, format);
					assert.doesNotMatch(` ${code}`, format);
				}
			}
		}
	});

	it('refers to columns that are there, from a key that is required', () => {
		for (const { url, tableSchema } of group.tables) {
			const { columns, primaryKey, foreignKeys = [] } = tableSchema;
			const declared = tables.find(({ fileName }) => fileName === url);
			assert.equal(primaryKey, declared?.repeatsKey ? undefined : declared?.primaryKey);
			assert.equal(columns.find(({ name }) => name === declared?.primaryKey)?.required, true);
			assert.equal(foreignKeys.length, declared?.foreignKey ? 1 : 0);
			for (const { columnReference, reference } of foreignKeys) {
				assert.ok(columns.some(({ name }) => name === columnReference));
				assert.ok(columnsOf(reference.resource).some(({ name }) => name === reference.columnReference));
			}
		}
	});
});
