/**
 * That one place is enough: a code, a column, a rule, a setting and a file are each added to a copy of the sources as
 * DESIGN.md says, and everything else follows.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, CompletionList, Hover, MarkupContent } from 'vscode-languageserver';
import type * as outputsModule from '../../server/generate/outputs';
import { outputs as outputsOfProduct } from '../../server/generate/outputs';
import type * as headerProblemsModule from '../../server/src/bulk/headerProblems';
import type * as documentModule from '../../server/src/csv/document';
import type * as siblingModule from '../../server/src/lsp/siblingFiles';
import type { CheckOutput } from '../../server/src/protocol';
import type * as rulesModule from '../../server/src/rules';
import type { Rule } from '../../server/src/rules';
import type * as specModule from '../../server/src/spec';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import type * as cliModule from '../cli/support';
import { ROOT } from '../editor/host/paths';
import type * as clientModule from '../server/client';
import type * as checkingModule from '../support/checking';
import type * as featuresModule from '../support/features';
import { copyWithAdditions } from './additions';

const copy = copyWithAdditions();
const { ruleById } = copy.module<typeof rulesModule>('server/src/rules/index.ts');
const { check, faults, only } = copy.module<typeof checkingModule>('test/support/checking.ts');
const { checked, hoverAt } = copy.module<typeof featuresModule>('test/support/features.ts');
const { outputs, manifestPath } = copy.module<typeof outputsModule>('server/generate/outputs.ts');
const spec = copy.module<typeof specModule>('server/src/spec/index.ts');
const { folder, run } = copy.module<typeof cliModule>('test/cli/support.ts');
const { headerProblem } = copy.module<typeof headerProblemsModule>('server/src/bulk/headerProblems.ts');
const { CsvDocument } = copy.module<typeof documentModule>('server/src/csv/document.ts');
type CsvDocument = documentModule.CsvDocument;
const { SiblingFiles } = copy.module<typeof siblingModule>('server/src/lsp/siblingFiles.ts');
const { Client } = copy.module<typeof clientModule>('test/server/client.ts');

const manifestText = readFileSync(join(ROOT, manifestPath), 'utf8');
const generated = outputs(manifestText);
const output = (path: string): string => {
	const text = generated.get(path);
	assert.ok(text !== undefined, path);
	return text;
};
const manifest = JSON.parse(output(manifestPath));
const settings = manifest.contributes.configuration.properties;

/** What the command line says of files. */
async function cli(files: Readonly<Record<string, string>>, ...args: string[]): Promise<CheckOutput> {
	const { stdout, stderr } = await run(['check', '--format', 'json', ...args], { cwd: folder(files) });
	assert.equal(stderr, '');
	return JSON.parse(stdout);
}

const roster = (columns: string, values: string): string =>
	`Student_id,School_id,Last_name,First_name,${columns}\n1,5,Reyes,Ana,${values}\n`;

describe('adding to one place', () => {
	it('changes these generated files and no others', () => {
		const product = outputsOfProduct(manifestText);
		assert.deepEqual(
			[...generated].filter(([path, text]) => product.get(path) !== text).map(([path]) => path),
			[
				...['README', 'field-exclamation'].map((name) => `docs/rules/${name}.md`),
				'docs/columns/README.md',
				'docs/columns/Homeroom.md',
				'docs/columns/Gender.md',
				'docs/columns/Teacher_id.md',
				'docs/columns/Teacher_title.md',
				...['README', 'gender', 'teacher-title'].map((name) => `docs/codes/${name}.md`),
				'docs/sql.md',
				'syntaxes/clever-students.tmLanguage.json',
				'syntaxes/clever-teachers.tmLanguage.json',
				...['students', 'teachers'].map((name) => `schemas/${name}.schema.json`),
				...['datapackage', 'csv-metadata'].map((name) => `schemas/${name}.json`),
				...['duckdb', 'spark'].map((name) => `schemas/check.${name}.sql`),
				...['import-mapping', 'settings'].map((name) => `schemas/${name}.schema.json`),
				...['files', 'constants'].map((name) => `server/src/protocol/${name}.generated.ts`),
				'package.json',
			],
		);
	});

	describe('a code', () => {
		it('is accepted, and its other spellings are fixed to it', () => {
			assert.deepEqual(faults(check('students.csv', roster('Gender', 'U'))), []);
			const [fix] = only(check('students.csv', roster('Gender', 'declined')), 'field/unknown-code').fixes;
			assert.deepEqual([fix?.value, fix?.preferred], ['U', true]);
		});

		it('is in the hover of its column', () => {
			const found = hoverAt('students.csv', roster('Gen‸der', 'F'));
			assert.match(found?.markdown ?? '', /`U` Undisclosed/);
		});

		it('is in the documentation and in the schemas', () => {
			const codes = ['U', ...genderCodes.options.map(({ code }) => code)];
			assert.match(output('docs/codes/gender.md'), /\| `U` \| Undisclosed \|/);
			assert.ok(output('docs/columns/Gender.md').includes(codes.map((code) => `\`${code}\``).join(', ')));
			const { fields } = JSON.parse(output('schemas/students.schema.json'));
			const gender = fields.find((field: { name: string }) => field.name === 'Gender');
			assert.deepEqual(gender.constraints.enum, codes);
			const mapping = JSON.parse(output('schemas/import-mapping.schema.json')).properties;
			assert.deepEqual(mapping.codes.properties.Gender.additionalProperties.enum, [...codes, '', null]);
		});
	});

	describe('a column', () => {
		it('is a known header', () => {
			const rules = check('students.csv', roster('homeroom', '12')).map(({ rule }) => rule);
			assert.ok(!rules.includes('header/unknown-element'));
			assert.ok(rules.includes('header/spelling'));
			const found = hoverAt('students.csv', roster('Home‸room', '12'));
			assert.match(found?.markdown ?? '', /The room where the day begins/);
		});

		it('has a page, a field in the Table Schema and a color', () => {
			assert.match(output('docs/columns/README.md'), /\[Homeroom\]\(Homeroom\.md\)/);
			const [first] = JSON.parse(output('schemas/students.schema.json')).fields;
			assert.equal(first.name, 'Homeroom');
			assert.match(output('syntaxes/clever-students.tmLanguage.json'), /Homeroom\|/);
		});
	});

	describe('a rule', () => {
		it('is in the documentation and in the settings', () => {
			assert.match(output('docs/rules/README.md'), /\[field\/exclamation\]\(field-exclamation\.md\)/);
			assert.match(output('docs/rules/field-exclamation.md'), /Take it easy\./);
			const { properties } = settings['cleverDemographics.rules'];
			assert.equal(properties['field/exclamation'].default, 'information');
		});

		it('is checked by the command line, at the level of the settings', async () => {
			const files = {
				'students.csv': roster('Grade', '5!'),
				'settings.json': '{ "cleverDemographics.rules": { "field/exclamation": "error" } }',
			};
			assert.equal((await cli(files, 'students.csv')).summary.information, 1);
			assert.equal((await cli(files, 'students.csv', '--settings', 'settings.json')).summary.errors, 1);
		});
	});

	describe('a setting', () => {
		it('is in the manifest and is given to the check on the disk', () => {
			assert.deepEqual(settings['cleverDemographics.shouting'], {
				type: 'boolean',
				scope: 'resource',
				default: false,
				markdownDescription: 'Whether values may shout.',
			});
			assert.match(output('server/src/protocol/constants.generated.ts'), /'shouting'/);
		});
	});

	describe('a file', () => {
		const text = 'Teacher_id,Teacher_title\n1,Mr.\n,Doctor\n1,Doctr\n';

		it('has a language, a grammar, activation events, menus and a schema', () => {
			const { languages, grammars, menus, configurationDefaults } = manifest.contributes;
			assert.deepEqual(languages[2], {
				id: 'clever-teachers',
				aliases: ['Clever teachers.csv'],
				filenames: ['teachers.csv'],
				configuration: './language-configuration.json',
			});
			assert.equal(grammars[2].path, './syntaxes/clever-teachers.tmLanguage.json');
			assert.ok(manifest.activationEvents.includes('onLanguage:clever-teachers'));
			assert.ok(manifest.activationEvents.includes('workspaceContains:**/teachers.csv'));
			assert.deepEqual(
				configurationDefaults['[clever-teachers]'],
				configurationDefaults['[clever-students]'],
			);
			const isForTeachers = ({ when }: { readonly when?: string }): boolean =>
				/resourceLangId == clever-teachers.*teachers\\\.csv/.test(when ?? '');
			const palette: readonly { readonly command: string; readonly when: string }[] = menus.commandPalette;
			assert.deepEqual(
				palette.filter(isForTeachers).map(({ command }) => command.replace('cleverDemographics.', '')),
				[
					'checkAgain',
					'fillEmpty',
					'replaceValue',
					'fixAll',
					'exportProblems',
					'showMenu',
					'openAsTable',
					'nextField',
					'previousField',
					'showProblemsByValue',
				],
			);
			const [tableEditor] = manifest.contributes.customEditors;
			assert.ok(
				tableEditor.selector.some(
					({ filenamePattern }: { readonly filenamePattern: string }) => filenamePattern === 'teachers.csv',
				),
			);
			const bulk: readonly { readonly command: string; readonly when?: string }[] =
				menus['cleverDemographics.bulk'];
			for (const { when = '' } of bulk) assert.doesNotMatch(when, /teachers/);
			assert.equal(settings['cleverDemographics.acceptedValues'].properties.Teacher_title.type, 'array');
			assert.deepEqual(JSON.parse(output('schemas/teachers.schema.json')).primaryKey, ['Teacher_id']);
			assert.match(
				output('server/src/protocol/files.generated.ts'),
				/\{ fileName: 'teachers\.csv', languageId: 'clever-teachers' \},/,
			);
			assert.match(output('docs/codes/teacher-title.md'), /\| `MR` \| Mister \|/);
		});

		it('is checked by the command line, by itself, in its folder, and by its header', async () => {
			const files = { 'teachers.csv': text, 'students.csv': roster('Gender', 'F'), 'copy.csv': text };
			const [teachers] = (await cli(files, 'teachers.csv')).files;
			assert.deepEqual(
				teachers?.findings.map(({ rule, severity, line }) => `${line} ${severity} ${rule}`),
				[
					'2 error field/unknown-code',
					'3 error field/empty-key',
					'4 warning table/duplicate-key',
					'4 error field/unknown-code',
				],
			);
			assert.deepEqual(teachers?.findings[0]?.fixes, [
				{ title: 'Use MR (Mister)', newText: 'MR', preferred: true },
			]);
			for (const { message } of teachers?.findings ?? []) assert.doesNotMatch(message, /student/i);
			assert.deepEqual(
				(await cli(files, '.')).files.map(({ table }) => table),
				['students.csv', 'teachers.csv'],
			);
			assert.deepEqual(
				(await cli(files, 'copy.csv')).files.map(({ table }) => table),
				['teachers.csv'],
			);
		});

		it('is neither the roster nor the extension file, nor a category, nor a target of an import', () => {
			assert.deepEqual(
				spec.studentTables.map(({ fileName }) => fileName),
				['students.csv', 'students_ext.csv'],
			);
			assert.ok(spec.categories.every(({ column }) => column !== 'Teacher_title'));
			assert.deepEqual(JSON.parse(output('schemas/import-mapping.schema.json')).properties.files.items.enum, [
				'students.csv',
				'students_ext.csv',
			]);
			for (const file of spec.studentTables) {
				assert.ok(spec.studentTables.includes(spec.siblingTable(file) as specModule.Table));
			}
		});

		it('needs its own key column, and does not accept the key of another file', () => {
			const found = only(check('teachers.csv', 'Student_id,Teacher_title\n1,MR\n'), 'header/missing-key');
			assert.match(found.message, /Teacher_id is missing, so no row can be matched with a teacher/);
			assert.deepEqual(found.fixes, []);
			assert.equal(
				headerProblem(checked('teachers.csv', 'Teacher_title\nMR\n')),
				'teachers.csv has no Teacher_id column, so its teachers are not known. Add the column first.',
			);
		});

		it('has problems whose messages and explanations do not mention students', () => {
			const broken =
				'Teacher_id,Teacher_title,Room\n1.23E+05,=1\n 2,Mr.,\n\n,,\n3.0,N/A,"a"b\n,MR,\n4,"Doctor\n';
			const found = [
				...check('teachers.csv', broken),
				...check('teachers.csv', 'Teacher id,Teacher_title,Teacher_title\n1,mr,\n1,MR,\n'),
				...check('teachers.csv', ''),
			];
			assert.deepEqual([...new Set(found.map(({ rule }) => rule))].sort(), [
				'csv/blank-line',
				'csv/empty-file',
				'csv/field-count',
				'csv/text-after-quote',
				'csv/unclosed-quote',
				'field/code-spelling',
				'field/empty-key',
				'field/mangled-id',
				'field/null-word',
				'field/outer-blank',
				'field/unknown-code',
				'header/duplicate-element',
				'header/spelling',
				'header/unknown-element',
				'table/duplicate-key',
			]);
			for (const { rule, message, fixes } of found) {
				const { title, why } = ruleById(rule) as Rule;
				const texts = [message, title, why, ...fixes.map((fix) => fix.title)];
				for (const text of texts) assert.doesNotMatch(text, /student(?!s(_ext)?\.csv)/i, rule);
			}
		});

		it('is not the sibling of a file, and no file refers to it', async () => {
			const open = spec.tables.map(
				({ fileName, languageId }) => new CsvDocument(`file:///district/${fileName}`, languageId, 1, ''),
			);
			const files = new SiblingFiles(
				{
					spellings: async () => [],
					csvNames: async () => [],
					read: async () => undefined,
					modified: async () => undefined,
					watch: () => ({ started: Promise.resolve(), stop: () => {} }),
				},
				() => open,
			);
			const [roster, extension, teachers] = open as [CsvDocument, CsvDocument, CsvDocument];
			assert.equal(await files.siblingOf(teachers), undefined);
			assert.equal(await files.referencedBy(teachers), undefined);
			assert.equal(await files.siblingOf(roster), extension);
			assert.equal(await files.siblingOf(extension), roster);
			assert.deepEqual(files.referringTo(roster.uri), [extension]);
			assert.deepEqual(files.referringTo(teachers.uri), []);
		});

		describe('a file, in the editor', () => {
			const uri = 'file:///district/teachers.csv';
			let client: clientModule.Client;

			before(async () => {
				client = await Client.start({ initializationOptions: { commands: true } });
				client.open('file:///district/students.csv', roster('Gender', 'F'));
				client.open('file:///district/students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n');
				client.open(uri, text);
			});
			after(() => client.stop());

			const place = (line: number, character: number) => ({ line, character });

			it('has problems that name teachers', async () => {
				const diagnostics = await client.published(uri, 1, (found) => found.length === 4);
				assert.deepEqual(diagnostics.map(({ code, range }) => `${range.start.line + 1} ${code}`).sort(), [
					'2 field/unknown-code',
					'3 field/empty-key',
					'4 field/unknown-code',
					'4 table/duplicate-key',
				]);
				assert.doesNotMatch(JSON.stringify(diagnostics), /student(?!s\.csv)/i);
			});

			it('has hovers', async () => {
				const hovers = [
					place(0, 2),
					place(0, 15),
					place(1, 1),
					place(1, 3),
					place(2, 0),
					place(2, 4),
					place(3, 0),
				];
				for (const position of hovers) {
					const hover = await client.at<Hover | null>('hover', uri, position);
					assert.doesNotMatch(JSON.stringify(hover), /student/i);
				}
				const { contents } = await client.at<Hover>('hover', uri, place(0, 15));
				assert.match((contents as MarkupContent).value, /`MR` Mister/);
			});

			it('completes codes, but never the IDs of students', async () => {
				const codes = await client.at<CompletionList>('completion', uri, place(1, 2));
				assert.deepEqual(
					codes.items.map(({ label }) => label),
					['MR', 'Doctor'],
				);
				assert.equal(codes.items[1]?.labelDetails?.description, undefined);
				const ids = await client.at<CompletionList | null>('completion', uri, place(1, 0));
				assert.deepEqual(ids?.items ?? [], []);
			});

			it('has a lens that counts teachers, without a report', async () => {
				const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
				assert.deepEqual(
					lenses.map(({ command }) => command?.title),
					['1 teacher · 3 errors · 1 warning', 'Fix All 1'],
				);
				assert.equal(await client.request('cleverDemographics/report', { uri }), null);
				assert.equal(await client.request('cleverDemographics/folderState', { uri }), null);
			});

			it('does not link a teacher to a student', async () => {
				assert.equal(await client.at('definition', uri, place(1, 0)), null);
				await assert.rejects(
					client.at('prepareRename', uri, place(1, 0)),
					/^Error: Only a student ID can be renamed\.$/,
				);
				const symbols = await client.request<unknown[]>('workspace/symbol', { query: '1' });
				assert.equal(symbols.length, 1);
				const report = await client.request<{ files: string[]; categories: { column: string }[] }>(
					'cleverDemographics/report',
					{ uri: 'file:///district/students.csv' },
				);
				assert.deepEqual(report.files, ['students.csv', 'students_ext.csv']);
				assert.equal(report.categories.length, 14);
			});
		});
	});
});
