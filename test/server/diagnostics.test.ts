import assert from 'node:assert/strict';
import type {
	ClientCapabilities,
	Diagnostic,
	FullDocumentDiagnosticReport,
	ShowMessageParams,
} from 'vscode-languageserver';
import { titleICodes } from '../../server/src/spec/optionSets/titleI';
import { Client, pulls, type StartOptions, shows } from './client';

const uri = 'file:///district/students_ext.csv';
/** A file with a wrong value, an empty row and a row that appears twice. */
const TEXT = 'sis_id,ext.title_i\n1,Y\n\n1,No\n';
const rulesUri = 'file:///ext/docs/rules';
const withPages: StartOptions = { initializationOptions: { rulesUri } };
const noGeneral = { rules: { 'header/missing-element': 'off' } };

const find = (all: readonly Diagnostic[], code: string): Diagnostic => {
	const diagnostic = all.find((one) => one.code === code);
	assert.ok(diagnostic, `${code} is not among ${all.map((one) => one.code)}`);
	return diagnostic;
};

describe('diagnostics over stdio', () => {
	let client: Client;
	const start = async (options?: StartOptions): Promise<Client> => {
		client = await Client.start(options);
		return client;
	};
	afterEach(() => client.stop());

	describe('pushed', () => {
		it('have code, source, page, related place and tag for a client that shows them', async () => {
			await start(withPages);
			client.open(uri, TEXT);
			const all = await client.published(uri, 1, (found) => found.length === 4);
			const value = find(all, 'field/unknown-code');
			assert.equal(value.source, 'clever-demographics');
			assert.deepEqual(value.codeDescription, { href: `${rulesUri}/field-unknown-code.md` });
			assert.deepEqual(find(all, 'csv/blank-line').tags, [1]);
			const [related] = find(all, 'table/duplicate-key').relatedInformation ?? [];
			assert.equal(related?.location.uri, uri);
			assert.equal(related?.location.range.start.line, 1);
		});

		it('leave out what the client cannot show, in code actions too', async () => {
			const without = (...keys: string[]): ClientCapabilities => ({
				textDocument: {
					...shows.textDocument,
					publishDiagnostics: Object.fromEntries(
						Object.entries(shows.textDocument?.publishDiagnostics ?? {}).filter(
							([key]) => !keys.includes(key),
						),
					),
				},
			});
			const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
			const parts = {
				codeDescriptionSupport: 'codeDescription',
				relatedInformation: 'relatedInformation',
				tagSupport: 'tags',
			};
			for (const [capability, member] of Object.entries(parts)) {
				await start({ ...withPages, capabilities: without(capability) });
				client.open(uri, TEXT);
				const all = await client.published(uri, 1, (found) => found.length === 4);
				assert.ok(
					all.every((one) => !(member in one)),
					capability,
				);
				const others = Object.values(parts).filter((other) => other !== member);
				for (const other of others)
					assert.ok(
						all.some((one) => other in one),
						other,
					);
				const actions = await client.actions(uri, range);
				assert.ok(actions.length > 3);
				assert.ok(!JSON.stringify(actions).includes(`"${member}"`), `${member} in code actions`);
				await client.stop();
			}
			await start({ ...withPages, capabilities: {} });
			client.open(uri, TEXT);
			const all = await client.published(uri, undefined, (found) => found.length === 4);
			assert.deepEqual([...new Set(all.flatMap((one) => Object.keys(one)))].sort(), [
				'code',
				'message',
				'range',
				'severity',
				'source',
			]);
		});

		it('have no page if neither client nor host has the pages', async () => {
			await start();
			client.open(uri, TEXT);
			assert.ok((await client.published(uri, 1)).every((one) => !('codeDescription' in one)));
		});

		it('answer the newest version, also when nothing changed', async () => {
			await start();
			client.open(uri, TEXT);
			const before = await client.published(uri, 1, (found) => found.length === 4);
			const place = { line: 1, character: 0 };
			for (let round = 0; round < 50; round++)
				client.change(uri, { range: { start: place, end: place }, text: '' });
			const version = client.change(uri, { text: TEXT });
			assert.deepEqual(await client.published(uri, version, (found) => found.length === 4), before);
			const versions = client.publishes.map((publish) => publish.version);
			assert.deepEqual(
				versions,
				[...versions].sort((a, b) => (a ?? 0) - (b ?? 0)),
				'none goes back',
			);
		});

		it('answer a version without any change', async () => {
			await start();
			client.open(uri, TEXT);
			const before = await client.published(uri, 1, (found) => found.length === 4);
			assert.deepEqual(await client.published(uri, client.change(uri)), before);
		});

		it('follow edits', async () => {
			await start({ initializationOptions: { settings: noGeneral } });
			client.open(uri, TEXT);
			await client.published(uri, 1, (found) => found.length === 3);
			const value = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
			let version = client.change(uri, { range: value, text: 'Yes' });
			let codes = (await client.published(uri, version)).map(({ code }) => code);
			assert.deepEqual(codes, ['csv/blank-line', 'table/duplicate-key']);
			const second = { start: { line: 2, character: 0 }, end: { line: 3, character: 1 } };
			version = client.change(uri, { range: second, text: '2' });
			codes = (await client.published(uri, version)).map(({ code }) => code);
			assert.deepEqual(codes, []);
		});

		it('are cleared on close', async () => {
			await start();
			client.open(uri, TEXT);
			await client.published(uri, 1, (found) => found.length === 4);
			client.close(uri);
			await client.published(uri, undefined, (found) => found.length === 0);
			client.open(uri, TEXT);
			await client.published(uri, 1, (found) => found.length === 4);
		});
	});

	describe('pulled', () => {
		const full = async (previous?: string): Promise<FullDocumentDiagnosticReport> => {
			const report = await client.pull(uri, previous);
			assert.equal(report.kind, 'full');
			return report;
		};
		afterEach(() => assert.deepEqual(client.publishes, [], 'never pushed as well'));

		it('are full, then unchanged, then full again after an edit', async () => {
			await start({ ...withPages, capabilities: pulls });
			client.open(uri, TEXT);
			const { items, resultId } = await full();
			assert.equal(items.length, 4);
			assert.ok(find(items, 'field/unknown-code').codeDescription);
			assert.ok(find(items, 'csv/blank-line').tags);
			assert.ok(find(items, 'table/duplicate-key').relatedInformation);
			assert.deepEqual(await client.pull(uri, resultId), { kind: 'unchanged', resultId });
			client.change(uri, { text: 'sis_id,ext.title_i\n1,Yes\n' });
			const next = await full(resultId);
			assert.deepEqual(
				next.items.map(({ code }) => code),
				['header/missing-element'],
			);
			assert.notEqual(next.resultId, resultId);
			client.close(uri);
			assert.deepEqual((await full(next.resultId)).items, []);
		});

		it('are not unchanged in a file that was closed and opened again', async () => {
			await start({ capabilities: pulls });
			client.open(uri, TEXT);
			const { resultId } = await full();
			client.close(uri);
			client.open(uri, 'sis_id,ext.title_i\n1,Yes\n');
			assert.equal((await full(resultId)).items.length, 1);
		});

		it('are limited by both capabilities in which a client says what it shows', async () => {
			for (const diagnostic of [{}, { tagSupport: { valueSet: [1] as [1] } }]) {
				const { workspace } = pulls;
				await start({ ...withPages, capabilities: { workspace, textDocument: { diagnostic } } });
				client.open(uri, TEXT);
				const { items } = await full();
				assert.equal(
					items.some((one) => one.tags),
					'tagSupport' in diagnostic,
				);
				assert.ok(items.every((one) => !one.relatedInformation && !one.codeDescription));
				if (!('tagSupport' in diagnostic)) await client.stop();
			}
		});

		it('are requested again when settings change', async () => {
			let settings: unknown = {};
			const workspace = { configuration: true, diagnostics: { refreshSupport: true } };
			await start({ capabilities: { ...pulls, workspace }, configuration: () => settings });
			client.open(uri, TEXT);
			const { items, resultId } = await full();
			assert.equal(items.length, 4);
			settings = noGeneral;
			client.notify('workspace/didChangeConfiguration', { settings: null });
			await client.until(({ method }) => method === 'workspace/diagnostic/refresh' || undefined);
			assert.equal((await full(resultId)).items.length, 3);
		});
	});

	describe('settings', () => {
		const count = (version: number, from = 0): ((wanted: number) => Promise<Diagnostic[]>) => {
			return (wanted) => client.published(uri, version, (found) => found.length === wanted, from);
		};

		it('are asked for by document, and again when they change', async () => {
			let settings: unknown = null;
			const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
			await start({ capabilities: { ...shows, workspace }, configuration: () => settings });
			const registered = await client.until(({ method, params }) =>
				method === 'client/registerCapability' ? params : undefined,
			);
			assert.match(JSON.stringify(registered), /workspace\/didChangeConfiguration.*cleverDemographics/);
			client.open(uri, TEXT);
			await count(1)(4);
			const asked = client.received.find(({ method }) => method === 'workspace/configuration');
			assert.deepEqual(asked?.params, { items: [{ scopeUri: uri, section: 'cleverDemographics' }] });
			settings = { rules: { 'table/duplicate-key': 'off', 'field/unknown-code': 'hint' } };
			const seen = client.received.length;
			client.notify('workspace/didChangeConfiguration', { settings: null });
			const all = await count(1, seen)(3);
			assert.equal(find(all, 'field/unknown-code').severity, 4);
		});

		it('are taken from didChangeConfiguration if the client cannot be asked', async () => {
			await start();
			client.open(uri, TEXT);
			await count(1)(4);
			const push = async (settings: unknown, wanted: number): Promise<Diagnostic[]> => {
				const seen = client.received.length;
				client.notify('workspace/didChangeConfiguration', { settings });
				return count(1, seen)(wanted);
			};
			await push({ cleverDemographics: { acceptedValues: { 'ext.title_i': ['Y'] } } }, 3);
			await push({ cleverDemographics: noGeneral }, 3);
			await push({ cleverDemographics: { rules: 'x', acceptedValues: [1] } }, 4);
			for (const withoutOurs of [{}, null, { other: {} }, { cleverDemographics: null }]) {
				await push({ cleverDemographics: noGeneral }, 3);
				await push(withoutOurs, 4);
			}
		});

		it('are taken from initializationOptions if there are no others', async () => {
			const settings = { ...noGeneral, acceptedValues: { 'EXT.TITLE_I': ['Y'] } };
			await start({ initializationOptions: { settings } });
			client.open(uri, TEXT);
			await count(1)(2);
			const seen = client.received.length;
			client.notify('workspace/didChangeConfiguration', { settings: {} });
			await count(1, seen)(4);
		});

		it('that name no rule or no level are told once, whatever number of files, until they change', async () => {
			let settings: unknown = { rules: { 'field/unknwn-code': 'off', 'csv/blank-line': '[x](command:y)' } };
			const capabilities = { ...shows, workspace: { configuration: true } };
			await start({ capabilities, configuration: () => settings });
			const told = (): readonly ShowMessageParams[] =>
				client.received
					.filter(({ method }) => method === 'window/showMessage')
					.map(({ params }) => params as ShowMessageParams);
			/** Opens another file, whose diagnostics come after all that its settings have to say. */
			const openAnother = async (name: string): Promise<void> => {
				client.open(`file:///${name}/students_ext.csv`, TEXT);
				await client.published(`file:///${name}/students_ext.csv`, 1);
			};
			const change = async (to: unknown): Promise<void> => {
				settings = to;
				const seen = client.received.length;
				client.notify('workspace/didChangeConfiguration', { settings: null });
				await client.published('file:///a/students_ext.csv', 1, undefined, seen);
			};
			await openAnother('a');
			await openAnother('b');
			assert.equal(told().length, 1);
			const [{ type, message } = { type: 0, message: '' }] = told();
			assert.equal(type, 2, 'a warning');
			assert.match(message, /cleverDemographics\.rules has no rule "field\/unknwn-code"/);
			assert.match(message, /Did you mean field\/unknown-code\?/);
			assert.match(
				message,
				/no level .* for csv\/blank-line\. Use error, warning, information, hint or off\./,
			);
			assert.doesNotMatch(message, /\]\(/, 'nothing in it is a link');
			await change({ rules: { 'field/unknwn-code': 'hint', 'csv/blank-line': 'off' } });
			assert.equal(told().length, 1, 'the same problem is not told again');
			await change({ rules: {} });
			assert.equal(told().length, 1);
			await change({ rules: { 'field/unknwn-code': 'off' } });
			assert.equal(told().length, 2, 'a new one is');
		});

		it('say how many more have no meaning than those that a message names', async () => {
			const names = ['a', 'b', 'c', 'd', 'e'].map((name) => [`x/${name}`, 'off']);
			await start({ initializationOptions: { settings: { rules: Object.fromEntries(names) } } });
			client.open(uri, TEXT);
			const said = await client.until(({ method, params }) =>
				method === 'window/showMessage' ? (params as ShowMessageParams).message : undefined,
			);
			assert.match(said, /"x\/c".* … and 2 more\.$/);
		});

		it('are the defaults if the client fails to answer', async () => {
			const fails = (): unknown => {
				throw new Error('no');
			};
			await start({ capabilities: { ...shows, workspace: { configuration: true } }, configuration: fails });
			client.open(uri, TEXT);
			await count(1)(4);
		});

		it('a value that the district accepts is offered and explained like a code', async () => {
			await start({ initializationOptions: { settings: { acceptedValues: { 'ext.title_i': ['Y'] } } } });
			client.open(uri, TEXT);
			const position = { line: 1, character: 2 };
			const offered = await client.at<{ items: { label: string }[] }>('completion', uri, position);
			assert.deepEqual(
				offered.items.map(({ label }) => label),
				[...titleICodes.options.map(({ code }) => code), 'Y'],
			);
			assert.match(JSON.stringify(await client.at('hover', uri, position)), /accepted in this district/);
		});
	});
});
