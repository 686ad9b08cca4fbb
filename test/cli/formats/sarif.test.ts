import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import type { Log, Region, Run } from 'sarif';
import { ruleById } from '../../../server/src/rules';
import schema from '../../fixtures/formats/sarif-2.1.0.schema.json';
import { hostileResult, printed, resultOf } from './support';

/**
 * The schema of SARIF 2.1.0 as SchemaStore has it, from the npm package @microsoft/jest-sarif (MIT). It is written for an
 * older draft of JSON Schema, so its own name and the draft's are left out.
 */
const { $schema: _draft, id: _id, ...rules } = schema;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', (text: string) => /^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/.test(text) && URL.canParse(text));
ajv.addFormat('uri-reference', (text: string) => /^[!-~]*$/.test(text) && !/[\s<>"{}|\\^`]/.test(text));
ajv.addFormat('date-time', true);
const validate = ajv.compile(rules);

function logOf(text: string): Log {
	const log: Log = JSON.parse(text);
	assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3), null, 1));
	return log;
}

function runOf(text: string): Run {
	const { runs } = logOf(text);
	assert.equal(runs.length, 1);
	return runs[0] as Run;
}

const header = 'Student_id,School_id,Last_name,First_name,Gender,Home_language,Note';
const content = `${header}\n1,5,"Reyes, 𝒜",Ana,Female,"Spanish, Mexico",\n2,5,Boone,"Lee\nRay","femme ",Lao,=1\n3,5,Boone,Ann "A",F,N/A,\n`;

describe('CLI: SARIF', () => {
	it('is valid for a district, hostile texts, no finding and a failure', async () => {
		const results = [
			await resultOf({ 'students.csv': content }),
			await hostileResult(),
			{ reports: [], folders: [], settingsFiles: [] },
			{ reports: [], folders: [], settingsFiles: [], failures: ['a.csv: it is a folder'] },
		];
		for (const result of results) {
			for (const isRedacted of [false, true]) logOf(printed('sarif', result, { isRedacted }));
		}
		const failed = runOf(printed('sarif', results[3] as (typeof results)[3]));
		assert.equal(failed.invocations?.[0]?.executionSuccessful, false);
		assert.equal(
			failed.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text,
			'a.csv: it is a folder',
		);
		assert.equal(runOf(printed('sarif', results[2] as (typeof results)[2])).results?.length, 0);
	});

	it('has each rule that is broken, with its page, its level and its place in the list', async () => {
		const run = runOf(printed('sarif', await hostileResult()));
		const listed = run.tool.driver.rules ?? [];
		const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
		for (const { ruleId, ruleIndex } of run.results ?? []) {
			assert.equal(listed[ruleIndex ?? -1]?.id, ruleId);
		}
		for (const { id, help, helpUri, shortDescription, defaultConfiguration } of listed) {
			const rule = ruleById(id);
			assert.ok(rule && help);
			assert.ok(help.markdown?.startsWith(`# ${id}\n`));
			assert.ok(help.text.includes(rule.why) && !help.text.includes('](') && !help.text.includes('**'));
			assert.equal(helpUri, rule.source.url);
			assert.equal(shortDescription?.text, `${rule.title}.`);
			assert.equal(defaultConfiguration?.level, levels[rule.severity]);
		}
		assert.equal(run.tool.driver.properties?.cedsVersion, 'V14');
		assert.match(run.tool.driver.properties?.rulesDate, /^20\d\d-\d\d$/);
	});

	it('has regions in UTF-16 units and fixes as text of CSV', async () => {
		const run = runOf(printed('sarif', await resultOf({ 'students.csv': content })));
		assert.equal(run.columnKind, 'utf16CodeUnits');
		const lines = content.split('\n');
		const found = (run.results ?? []).flatMap(({ locations = [], fixes = [] }) => {
			const region = locations[0]?.physicalLocation?.region as Region;
			const text =
				region.startLine === region.endLine
					? lines[(region.startLine ?? 0) - 1]?.slice(
							(region.startColumn ?? 0) - 1,
							(region.endColumn ?? 0) - 1,
						)
					: undefined;
			return fixes.slice(0, 1).map((fix) => {
				const replacement = fix.artifactChanges[0]?.replacements[0];
				return [text, replacement?.insertedContent?.text];
			});
		});
		assert.deepEqual(found.slice(0, 1), [['Female', 'F']]);
		const quote = found.find(([text]) => text?.includes('"A"') || text === '"');
		assert.equal(quote?.[1], '"Ann ""A"""');
	});

	it('has fixes that set the value of their field as csv-parse reads it', async () => {
		const result = await resultOf({ 'students.csv': content });
		const run = runOf(printed('sarif', result));
		const before: string[][] = parse(content, { relax_quotes: true });
		const starts = [0, ...[...content.matchAll(/\n/g)].map(({ index }) => index + 1)];
		let tried = 0;
		for (const { fixes = [] } of run.results ?? []) {
			for (const fix of fixes) {
				const { deletedRegion: at, insertedContent } = fix.artifactChanges[0]?.replacements[0] ?? {};
				const start = (starts[(at?.startLine ?? 0) - 1] ?? 0) + (at?.startColumn ?? 0) - 1;
				const end = (starts[(at?.endLine ?? 0) - 1] ?? 0) + (at?.endColumn ?? 0) - 1;
				const after: string[][] = parse(
					content.slice(0, start) + insertedContent?.text + content.slice(end),
					{
						relax_quotes: true,
					},
				);
				const changed = before.flatMap((row, at) =>
					row.flatMap((value, column) => (after[at]?.[column] === value ? [] : [[at, column]])),
				);
				assert.ok(changed.length <= 1, fix.description?.text);
				tried++;
			}
		}
		assert.ok(tried >= 4);
	});

	it('names files by relative addresses, percent-encoded', async () => {
		const result = await resultOf({ 'students.csv': content });
		const path = 'a b/ü:#?%/\nstudents.csv';
		const reports = result.reports.map((report) => ({ ...report, path }));
		const run = runOf(printed('sarif', { ...result, reports }));
		const { uri = '', uriBaseId } =
			run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
		assert.equal(uriBaseId, '%SRCROOT%');
		assert.ok(run.originalUriBaseIds?.['%SRCROOT%']);
		const base = 'file:///base/';
		assert.equal(decodeURIComponent(new URL(uri, base).href.slice(base.length)), path);
		assert.equal(run.artifacts?.[0]?.location?.uri, uri);
		const outside = result.reports.map((report) => ({ ...report, path: '/elsewhere/students.csv' }));
		const other = runOf(printed('sarif', { ...result, reports: outside }));
		assert.deepEqual(other.artifacts?.[0]?.location, { uri: 'file:///elsewhere/students.csv' });
	});

	it('has a fingerprint of its own for each result, which rows above do not change', async () => {
		const prints = async (text: string): Promise<readonly unknown[]> => {
			const run = runOf(printed('sarif', await resultOf({ 'students.csv': text })));
			return (run.results ?? []).map(
				({ partialFingerprints }) => Object.values(partialFingerprints ?? {})[0],
			);
		};
		const before = await prints(content);
		assert.equal(new Set(before).size, before.length);
		assert.deepEqual(await prints(content.replace('\n', '\n9,5,Poe,Max,M,,\n')), before);
	});

	it('has no text, fix or column of text where it is redacted', async () => {
		const run = runOf(printed('sarif', await resultOf({ 'students.csv': content }), { isRedacted: true }));
		for (const { fixes, locations, message, ruleId = '' } of run.results ?? []) {
			assert.equal(fixes, undefined);
			assert.deepEqual(Object.keys(locations?.[0]?.physicalLocation?.region ?? {}), ['startLine']);
			assert.ok(message.text?.startsWith(ruleById(ruleId)?.title ?? '?'));
		}
	});

	it('has no links and no placeholders from a value', async () => {
		const run = runOf(printed('sarif', await hostileResult()));
		const texts = (run.results ?? []).map(({ message }) => message.text ?? '');
		assert.ok(texts.some((text) => text.includes('\\[x\\](http://evil.test) {{0}}')));
		assert.ok(texts.every((text) => !/(?<!\\)\]\(/.test(text) && !/(?<!\{)\{\d+\}(?!\})/.test(text)));
	});
});
