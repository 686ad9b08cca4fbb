import assert from 'node:assert/strict';
import { formatNames } from '../../../server/src/cli/formats/formats';
import { rules } from '../../../server/src/rules';
import { students, studentsExt, type Table } from '../../../server/src/spec';
import { hostileTexts, printed, resultOf } from './support';

/** No word of ours, in any case or encoding of a format. */
const CANARY = 'zqxjkv';

/** How a canary may sit in a field, so that every part of the check meets it. */
const shapes: readonly ((canary: string) => string)[] = [
	(canary) => canary,
	(canary) => `"${canary}, ${canary}"`,
	(canary) => ` ${canary} `,
	(canary) => `=${canary}`,
	(canary) => `${canary}\u00c3\u00b1`,
	(canary) => `${canary}\0`,
	(canary) => `${canary} "${canary}"`,
	(canary) => `"${canary}"${canary}`,
	(canary) => canary.repeat(60),
	...hostileTexts.map((text) => (canary: string) => `"${text.replaceAll('"', '""')}${canary}"`),
];

function fileOf(table: Table): string {
	const headers = [...table.elements.map(({ column }) => column), `Favorite ${CANARY}`, `${CANARY}_status`];
	const rows = shapes.map((shape, row) =>
		headers.map((_, column) => shape(`${CANARY}${row}c${column}`)).join(','),
	);
	const lastName = table.person ? headers.indexOf(table.person.lastName) : 1;
	const once = headers.map((_, column) => (column === lastName ? `${CANARY}` : '1'));
	return `${[headers.join(','), ...rows, once.join(','), once.join(','), `${CANARY},1`, `1,"${CANARY}`].join('\n')}\n`;
}

/** What a reader of any format gets to see: the output with the escapes of JSON, URIs and markup undone. */
function seen(output: string): string {
	const decoded = output
		.replace(/\\u([0-9a-f]{4})/gi, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
		.replace(/%([0-9A-F]{2})/g, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)))
		.replace(/&#(\d+);/g, (_, unit) => String.fromCharCode(Number(unit)));
	return (output + decoded).toLowerCase();
}

describe('CLI: redacted output', () => {
	it('has no value, unknown header or fix in any format', async () => {
		const result = await resultOf({
			'students.csv': fileOf(students),
			'students_ext.csv': fileOf(studentsExt),
		});
		const fields = result.reports.flatMap(({ findings }) => findings);
		assert.ok(new Set(fields.map(({ rule }) => rule)).size > 12);
		for (const format of formatNames) {
			for (const isQuiet of [false, true]) {
				const output = printed(format, result, { isRedacted: true, isQuiet, hasStatistics: true });
				assert.ok(!seen(output).includes(CANARY), format);
			}
			assert.ok(seen(printed(format, result)).includes(CANARY), format);
		}
	});

	it('names the rule and the known column', async () => {
		const content = 'School_id,Student_id,Last_name,First_name,Gender,Fav\n5,1,Reyes,Ana,Female,=1\n';
		const result = await resultOf({ 'students.csv': content });
		const { files } = JSON.parse(printed('json', result, { isRedacted: true }));
		assert.deepEqual(
			files[0].findings.map(({ message, element, line, column, fixes }: Record<string, unknown>) => ({
				message,
				element,
				line,
				column,
				fixes,
			})),
			[
				{
					message: 'A spreadsheet would run the value as a formula',
					element: null,
					line: 1,
					column: 1,
					fixes: [],
				},
				{ message: 'The column is not known', element: null, line: 1, column: 1, fixes: [] },
				{ message: 'The column has no such code: Gender', element: 'Gender', line: 2, column: 1, fixes: [] },
			],
		);
	});

	it('does not say in which row a rule is broken that tells what the student has', async () => {
		const telling = rules.filter(
			({ tellsValue, example }) => tellsValue === true && example.table === 'students_ext.csv',
		);
		assert.ok(telling.length > 3);
		const content = 'sis_id,ext.idea_indicator,ext.primary_disability_type\n1,No,\n2,Yes,\n3,No,AUT\n';
		const result = await resultOf({ 'students_ext.csv': content });
		const { files } = JSON.parse(printed('json', result, { isRedacted: true }));
		const found = files[0].findings.filter(({ rule }: { rule: string }) =>
			telling.some(({ id }) => id === rule),
		);
		assert.ok(found.length > 1);
		for (const { line, record } of found) assert.deepEqual([line, record], [1, 0]);
	});

	it('does not tell such a row by its place among the others', async () => {
		const header = 'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.title_i';
		const rows = ['1,Yes,Yes,AUT,x', '2,Yes,Yes,AUT,x', '3,Yes,Yes,AUT,x'];
		const outputs = await Promise.all(
			[0, 1, 2].map(async (wrong) => {
				const content = rows.map((row, at) => (at === wrong ? row.replace('AUT', 'autistic') : row));
				return resultOf({ 'students_ext.csv': `${[header, ...content].join('\n')}\n` });
			}),
		);
		for (const format of formatNames) {
			const seenBy = outputs.map((result) => printed(format, result, { isRedacted: true }));
			assert.equal(new Set(seenBy).size, 1, format);
		}
	});
});
