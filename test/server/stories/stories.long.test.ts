/** What people do in a district, with what each captured client announces. The validator checks every message. */
import assert from 'node:assert/strict';
import {
	type ClientCapabilities,
	type CodeAction,
	type CodeLens,
	Command,
	type CompletionList,
	LSPErrorCodes,
	type Position,
	type PublishDiagnosticsParams,
	ResponseError,
	type ServerCapabilities,
	type SymbolInformation,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { Client } from '../client';
import { capturedClients } from '../clients';
import { madeUpDistrict, studentsExtText, studentsText } from './district';
import { EditedFile, editsOf } from './editedFile';

const district = madeUpDistrict();

/** One client with both files of the district open. */
class Story {
	readonly students: EditedFile;
	readonly studentsExt: EditedFile;
	readonly can: ServerCapabilities;

	private constructor(readonly client: Client) {
		this.students = new EditedFile(client, district.students, studentsText);
		this.studentsExt = new EditedFile(client, district.studentsExt, studentsExtText);
		this.can = client.result.capabilities;
	}

	/** Starts a server that knows a client by its capabilities. */
	static async begin(capabilities: ClientCapabilities): Promise<Story> {
		const { folder } = district;
		const workspaceFolders = [{ uri: folder, name: 'A district' }];
		const folders = capabilities.workspace?.workspaceFolders ? { workspaceFolders } : {};
		const client: Client = await Client.start({
			capabilities,
			applyEdit: (edit) => story.apply(edit),
			initialize: { rootUri: folder, ...folders, trace: 'off' },
		});
		const story = new Story(client);
		return story;
	}

	get files(): readonly EditedFile[] {
		return [this.students, this.studentsExt];
	}

	/** Gives both files their first texts again. */
	reset(): void {
		this.students.edit(this.students.all, studentsText);
		this.studentsExt.edit(this.studentsExt.all, studentsExtText);
	}

	/** Applies the edits of both files. */
	apply(edit: WorkspaceEdit): void {
		for (const file of this.files) file.applyAll(editsOf(edit, file.uri));
	}

	/** Waits for findings in both files, which come in one of two ways. */
	async findings(): Promise<void> {
		for (const { uri } of this.files) {
			if (this.can.diagnosticProvider) {
				const report = await this.client.pull(uri);
				assert.ok(report.kind === 'full' && report.items.length > 0);
			} else {
				await this.client.until(({ method, params }) => {
					if (method !== 'textDocument/publishDiagnostics') return undefined;
					const published = params as PublishDiagnosticsParams;
					return (published.uri === uri && published.diagnostics.length > 0) || undefined;
				});
			}
		}
	}

	/** Asks everything that editors ask where the cursor is, and returns how many hovers and items came. */
	async askAt(file: EditedFile, positions: readonly Position[]): Promise<[hovers: number, items: number]> {
		const { client } = this;
		const answers = await Promise.all(
			positions.map(async (position) => {
				const ask = <T>(feature: string): Promise<T> => client.at<T>(feature, file.uri, position);
				const [hover, list] = await Promise.all([
					ask('hover'),
					ask<CompletionList | null>('completion'),
					ask('definition'),
					ask('documentHighlight'),
					this.#references(file, position),
					...(typeof this.can.renameProvider === 'object' ? [ask('prepareRename').catch(refused)] : []),
				]);
				return { hover, items: list?.items.length ?? 0 };
			}),
		);
		const textDocument = { uri: file.uri };
		await client.request('textDocument/selectionRange', { textDocument, positions });
		const hovers = answers.filter(({ hover }) => hover !== null).length;
		return [hovers, answers.reduce((sum, { items }) => sum + items, 0)];
	}

	/** Asks everything that editors ask about a whole file to show it. */
	async show({ uri, all }: EditedFile): Promise<void> {
		const { client, can } = this;
		const textDocument = { uri };
		const tokens = can.semanticTokensProvider;
		const asked: readonly [method: string, isServed: unknown, params: object][] = [
			['documentSymbol', can.documentSymbolProvider, { textDocument }],
			['foldingRange', can.foldingRangeProvider, { textDocument }],
			['inlayHint', can.inlayHintProvider, { textDocument, range: all }],
			['semanticTokens/range', tokens?.range, { textDocument, range: all }],
			['semanticTokens/full', tokens?.full, { textDocument }],
		];
		for (const [method, isServed, params] of asked)
			if (isServed) await client.request(`textDocument/${method}`, params);
		const lenses = await client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument });
		for (const { command } of lenses ?? []) await this.run(command);
	}

	/** Runs a command if it is one of the server's. */
	async run(command: Command | undefined): Promise<void> {
		if (!command || !this.can.executeCommandProvider?.commands.includes(command.command)) return;
		const { command: name, arguments: values } = command;
		await this.client.request('workspace/executeCommand', { command: name, arguments: values });
	}

	/**
	 * Asks for the actions of each line and of the file, and resolves what is not complete. Of the actions that are
	 * commands it runs the first: the others are about a text that this changes.
	 */
	async actions(file: EditedFile): Promise<readonly CodeAction[]> {
		const { client } = this;
		const ofLines = await Promise.all(
			Array.from({ length: file.lines }, (_, line) => {
				const start = { line, character: 0 };
				const end = line + 1 < file.lines ? { line: line + 1, character: 0 } : file.all.end;
				return client.actions(file.uri, { start, end });
			}),
		);
		const ofKinds = await Promise.all(
			['quickfix', 'source', 'source.fixAll', 'refactor'].map((kind) =>
				client.actions(file.uri, file.all, [kind]),
			),
		);
		const found: CodeAction[] = [];
		const all: readonly (CodeAction | Command)[] = [...ofLines, ...ofKinds].flat();
		await this.run(all.find((action) => Command.is(action)));
		for (const action of all) {
			if (Command.is(action)) continue;
			const isWhole = action.data === undefined;
			found.push(isWhole ? action : await client.request<CodeAction>('codeAction/resolve', action));
		}
		return found;
	}

	#references({ uri }: EditedFile, position: Position): Promise<unknown> {
		const context = { includeDeclaration: true };
		return this.client.request('textDocument/references', { textDocument: { uri }, position, context });
	}
}

/** What cannot be renamed is an error with a sentence for the person. */
function refused(error: unknown): null {
	assert.ok(error instanceof ResponseError);
	assert.equal(error.code, LSPErrorCodes.RequestFailed);
	return null;
}

for (const [file, { name, version, capabilities }] of capturedClients) {
	describe(`by the standard, for ${name} ${version} (${file})`, () => {
		let story: Story;
		before(async () => {
			story = await Story.begin(capabilities);
		});

		beforeEach(() => story.reset());

		it('both files have findings, hovers and options', async () => {
			await story.findings();
			for (const one of story.files) {
				const [hovers, items] = await story.askAt(one, one.cursors);
				assert.ok(hovers > 10 && items > 10, `${hovers} hovers, ${items} items`);
			}
		});

		it('both files have an outline, lenses, hints and colors', async () => {
			for (const one of story.files) await story.show(one);
			for (const query of ['', '12003', 'nunez', '\u{1f600}', 'zzz'])
				await story.client.request<SymbolInformation[]>('workspace/symbol', { query });
		});

		it('a rename changes both files', async () => {
			const { client, students, studentsExt } = story;
			const params = { textDocument: { uri: students.uri }, position: students.find('0012003', 2) };
			const renamed = await client.request<WorkspaceEdit>('textDocument/rename', {
				...params,
				newName: '77',
			});
			story.apply(renamed);
			for (const { text } of [students, studentsExt]) assert.match(text, /^77,/m);
		});

		it('fixes come with their edits', async () => {
			for (const one of story.files) {
				const fixes = await story.actions(one);
				if (!capabilities.textDocument?.codeAction?.codeActionLiteralSupport) continue;
				assert.ok(fixes.some(({ edit }) => edit));
				const all = fixes.find(({ kind }) => kind?.startsWith('source.fixAll'));
				const edits = editsOf(all?.edit, one.uri);
				assert.ok(edits.length > 0);
				one.applyAll(edits);
			}
		});

		it('answers follow the edits', async () => {
			const { students, studentsExt } = story;
			for (const text of ['\u{1f600}', '"', ',', '\r\n', 'x'])
				for (const one of story.files) {
					const place = one.text.indexOf(',', one.text.length / 2);
					one.edit(one.range(place, place), text);
					const answers = story.askAt(one, one.cursors.slice(0, 8));
					one.edit(one.range(0, 0), '');
					await answers;
				}
			studentsExt.edit(studentsExt.all, '');
			await story.show(studentsExt);
			story.reset();
			await story.findings();
			await Promise.all([story.show(students), story.askAt(studentsExt, studentsExt.cursors.slice(0, 20))]);
		});

		it('settings, folders and files change', async () => {
			const { client, students } = story;
			const rules = { 'field/unknown-code': 'off' };
			for (const settings of [{ cleverDemographics: { rules } }, {}, null, { cleverDemographics: null }]) {
				client.notify('workspace/didChangeConfiguration', { settings });
				await story.show(students);
			}
			const changes = [{ uri: district.studentsExt, type: 2 }];
			client.notify('workspace/didChangeWatchedFiles', { changes });
			const other = { uri: 'file:///nowhere', name: 'nowhere' };
			client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [other], removed: [] } });
			client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [other] } });
			await story.show(students);
		});

		it('files close and open, and the server ends', async () => {
			const { client, students, studentsExt } = story;
			studentsExt.close();
			await story.askAt(students, students.cursors.slice(0, 20));
			students.close();
			client.open(students.uri, studentsText, 'clever-students');
			assert.ok(await client.at('hover', students.uri, { line: 1, character: 2 }));
			await client.stop();
		});
	});
}
