import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Package, validate } from 'datapackage';
import { Schema, Table } from 'tableschema';
import { declarationFiles } from '../../server/src/declare/exports';
import { type Table as Declared, students, studentsExt, tables } from '../../server/src/spec';
import { folder } from '../cli/support';

const SCHEMAS = join(__dirname, '../../schemas');

/** A file with every column of a table and these values; a column that is not named is empty. */
function rows(table: Declared, ...values: readonly Readonly<Record<string, string>>[]): string[][] {
	const columns = table.elements.map(({ column }) => column);
	return [columns, ...values.map((row) => columns.map((column) => row[column] ?? ''))];
}

function csv(lines: readonly (readonly string[])[]): string {
	return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

async function read(table: Declared, ...values: readonly Readonly<Record<string, string>>[]) {
	const schema = join(SCHEMAS, `${table.fileName.replace('.csv', '')}.schema.json`);
	const loaded = await Table.load(rows(table, ...values) as unknown as string, { schema });
	return loaded.read({ keyed: true });
}

describe('Table Schema', () => {
	it('is accepted by the profile of version 1.0, and has each column in its place', async () => {
		for (const file of declarationFiles('table-schema')) {
			const schema = await Schema.load(join(SCHEMAS, file.fileName));
			assert.deepEqual([schema.valid, schema.errors], [true, []]);
			const declared = tables.find(({ fileName }) => fileName === file.table);
			assert.deepEqual(
				schema.fieldNames,
				declared?.elements.map(({ column }) => column),
			);
			// What only version 2 knows, a reader of 1.0 passes over: the file would promise what nobody checks.
			assert.doesNotMatch(file.text, /"(?:fieldsMatch|categories|\$schema)"/);
		}
	});

	it('lets tableschema-js read a file as it is shipped', async () => {
		assert.equal(
			(await read(students, { Student_id: '1', Gender: 'F', Home_language: 'Spanish' })).length,
			1,
		);
		const [row] = await read(studentsExt, { sis_id: '1', 'ext.idea_indicator': 'Yes' });
		assert.equal((row as Record<string, unknown>)['ext.idea_indicator'], 'Yes');
	});

	it('lets tableschema-js find a code that the column does not have, and a missing key', async () => {
		await assert.rejects(read(students, { Student_id: '1', Gender: 'Female' }));
		await assert.rejects(read(studentsExt, { sis_id: '', 'ext.title_i': 'Yes' }));
		await assert.rejects(read(studentsExt, { sis_id: '1' }, { sis_id: '1' }), /primary key|unique/i);
	});
});

describe('Data Package', () => {
	it('is accepted by the profile of version 1.0', async () => {
		const [file] = declarationFiles('datapackage');
		const { valid, errors } = await validate(JSON.parse(file?.text ?? ''));
		assert.deepEqual([valid, errors], [true, []]);
	});

	it('lets datapackage-js compare both files by the foreign key', async () => {
		const [file] = declarationFiles('datapackage');
		const relations = async (id: string): Promise<boolean> => {
			const district = folder({
				'datapackage.json': file?.text ?? '',
				'students.csv': csv(rows(students, { Student_id: '1' }, { Student_id: '2' })),
				'students_ext.csv': csv(rows(studentsExt, { sis_id: id, 'ext.title_i': 'No' })),
			});
			const loaded = await Package.load(join(district, 'datapackage.json'), { basePath: district });
			return loaded.getResource('students_ext').checkRelations();
		};
		assert.equal(await relations('2'), true);
		await assert.rejects(relations('3'), /foreign key/i);
	});
});
