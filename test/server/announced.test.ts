import assert from 'node:assert/strict';
import type {
	ClientCapabilities,
	CodeAction,
	CodeLens,
	CompletionItem,
	Diagnostic,
	Hover,
	PublishDiagnosticsParams,
	SemanticTokens,
	WorkspaceEdit,
	WorkspaceSymbol,
} from 'vscode-languageserver';
import { Client } from './client';
import { capturedClients } from './clients';

const uri = 'file:///district/students.csv';
const TEXT =
	'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Poe,Bo,Male\n3,5,Lee,Al,M\n3,5,Lee,Al,F\n';
const textDocument = { uri };
const onFemale = { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } };
const inGender = { line: 1, character: 14 };
const wholeFile = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

/** The kinds of LSP 1.0, for clients that list none: `Text` to `Reference`, and `File` to `Array`. */
const FIRST_KINDS = Array.from({ length: 18 }, (_, index) => index + 1);

/** Members of a diagnostic, and whether a client shows them. Each of the captured ones says so for pushed diagnostics. */
function shownParts({ textDocument }: ClientCapabilities): Readonly<Record<string, boolean>> {
	const { codeDescriptionSupport, relatedInformation, tagSupport } = textDocument?.publishDiagnostics ?? {};
	return {
		codeDescription: codeDescriptionSupport === true,
		relatedInformation: relatedInformation === true,
		tags: tagSupport !== undefined,
	};
}

/** The diagnostics of an open file, pushed or pulled, and the pushes. */
async function diagnosticsOf(client: Client): Promise<Diagnostic[]> {
	if (client.result.capabilities.diagnosticProvider) {
		const report = await client.pull(uri);
		return report.kind === 'full' ? report.items : [];
	}
	return client.until(({ method, params }) => {
		const { diagnostics } = params as PublishDiagnosticsParams;
		return method === 'textDocument/publishDiagnostics' && diagnostics.length > 2 ? diagnostics : undefined;
	});
}

for (const [file, { name, version, capabilities }] of capturedClients) {
	describe(`what ${name} ${version} gets (${file})`.replace('  ', ' '), () => {
		let client: Client;
		before(async () => {
			client = await Client.start({ capabilities, initializationOptions: { rulesUri: 'file:///rules' } });
			client.open(uri, TEXT);
		});
		after(() => client.stop());
		const announced = (): ClientCapabilities['textDocument'] => capabilities.textDocument;

		it('are diagnostics with the parts that it shows, and a version where it knows one', async () => {
			const all = await diagnosticsOf(client);
			assert.ok(all.length > 2);
			const members = new Set(all.flatMap((one) => Object.keys(one)));
			const { tags, ...parts } = shownParts(capabilities);
			for (const [part, isShown] of Object.entries(parts)) assert.equal(members.has(part), isShown, part);
			if (!tags) assert.ok(!members.has('tags'));
			const isVersioned = announced()?.publishDiagnostics?.versionSupport === true;
			for (const publish of client.publishes) assert.equal('version' in publish, isVersioned);
		});

		it('is a hover in the format that it names first, or else a MarkedString', async () => {
			const { contents } = await client.at<Hover>('hover', uri, inGender);
			const [format] = announced()?.hover?.contentFormat ?? [];
			assert.equal(typeof contents === 'object' && 'kind' in contents ? contents.kind : undefined, format);
			if (!format) assert.equal(typeof contents, 'string');
		});

		it('are suggestions of kinds and in formats that it knows', async () => {
			const end = { line: 1, character: 16 };
			client.change(uri, { range: { start: inGender, end: { line: 1, character: 20 } }, text: 'Fe' });
			const { items } = await client.at<{ items: CompletionItem[] }>('completion', uri, end);
			client.change(uri, { range: { start: inGender, end }, text: 'Female' });
			const { completionItem, completionItemKind } = announced()?.completion ?? {};
			const female = items.find(({ label }) => label === 'F');
			assert.equal(female?.detail, 'Female');
			const kinds: readonly (number | undefined)[] = completionItemKind?.valueSet ?? FIRST_KINDS;
			for (const { kind, labelDetails, documentation } of items) {
				assert.ok(kind === undefined || kinds.includes(kind), String(kind));
				assert.equal(labelDetails !== undefined, completionItem?.labelDetailsSupport === true);
				const [format] = completionItem?.documentationFormat ?? [];
				assert.equal(typeof documentation === 'object' ? documentation.kind : undefined, format);
			}
		});

		it('are fixes that it can apply, preferred only where it knows what that is', async () => {
			const actions = await client.actions(uri, onFemale);
			const fix = actions.find(({ title }) => title === 'Use F (Female)');
			const { codeActionLiteralSupport, isPreferredSupport, dataSupport, resolveSupport } =
				announced()?.codeAction ?? {};
			if (!codeActionLiteralSupport) {
				// Commands that edit, to a client that applies edits: nothing else is left of an action.
				assert.equal(actions.length > 0, capabilities.workspace?.applyEdit === true);
				for (const { command } of actions) assert.equal(typeof command, 'string');
				return;
			}
			assert.ok(fix);
			assert.equal('isPreferred' in fix, isPreferredSupport === true);
			const isResolved = dataSupport && resolveSupport?.properties.includes('edit');
			assert.equal('data' in fix, isResolved === true);
			assert.equal('edit' in fix, isResolved !== true);
			const { edit } = isResolved ? await client.request<CodeAction>('codeAction/resolve', fix) : fix;
			const isVersioned = capabilities.workspace?.workspaceEdit?.documentChanges === true;
			assert.deepEqual(Object.keys(edit ?? {}), [isVersioned ? 'documentChanges' : 'changes']);
		});

		it('are lenses that run', async () => {
			const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
			const titles = lenses.map(({ command }) => command?.title);
			const canEdit = capabilities.workspace?.applyEdit === true;
			assert.deepEqual(titles, ['3 students · 3 errors', ...(canEdit ? ['Fix All 2'] : [])]);
			const { commands = [] } = client.result.capabilities.executeCommandProvider ?? {};
			for (const { command } of lenses) {
				assert.ok(command && commands.includes(command.command), command?.title);
				const { command: name, arguments: values } = command;
				await client.request('workspace/executeCommand', { command: name, arguments: values });
			}
			const said = await client.until(({ method, params }) =>
				method === 'window/showMessage' ? (params as { message: string }).message : undefined,
			);
			assert.match(said, /^3 errors to fix: /);
			const edits = client.received
				.filter(({ method }) => method === 'workspace/applyEdit')
				.map(({ params }) => (params as { edit: WorkspaceEdit }).edit);
			assert.equal(edits.length, canEdit ? 1 : 0);
		});

		it('are colors of a part of the file that it asks for', async () => {
			const { range, full } = announced()?.semanticTokens?.requests ?? {};
			const provider = client.result.capabilities.semanticTokensProvider;
			assert.deepEqual(
				[provider?.range ?? false, provider?.full ?? false],
				range ? [true, false] : [false, full !== undefined && full !== false],
			);
			if (range)
				await client.request('textDocument/semanticTokens/range', { textDocument, range: wholeFile });
			else if (full) {
				const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
					textDocument,
				});
				assert.ok(tokens.data.length > 0);
			}
		});

		it('are symbols of kinds that it knows', async () => {
			const kinds: readonly number[] = capabilities.workspace?.symbol?.symbolKind?.valueSet ?? FIRST_KINDS;
			const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'Reyes' });
			assert.equal(found.length, 1);
			for (const { kind } of found) assert.ok(kinds.includes(kind), String(kind));
			const outline = await client.request<WorkspaceSymbol[]>('textDocument/documentSymbol', {
				textDocument,
			});
			const outlineKinds: readonly number[] =
				announced()?.documentSymbol?.symbolKind?.valueSet ?? FIRST_KINDS;
			for (const { kind } of outline) assert.ok(outlineKinds.includes(kind), String(kind));
		});

		it('is a place or a link, and a question before a rename, as it announced', async () => {
			const links = await client.at<readonly object[] | null>('definition', uri, { line: 3, character: 0 });
			const isLink = announced()?.definition?.linkSupport === true;
			for (const link of links ?? []) assert.equal('targetUri' in link, isLink);
			const provider = client.result.capabilities.renameProvider;
			assert.deepEqual(provider, announced()?.rename?.prepareSupport ? { prepareProvider: true } : true);
		});
	});
}
