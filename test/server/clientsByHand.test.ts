/** What six clients get, written down by hand from what each announces and from LSP 3.17. */
import assert from 'node:assert/strict';
import type {
	CodeAction,
	Diagnostic,
	Hover,
	MarkupContent,
	PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { Client } from './client';
import { capturedClients } from './clients';

const uri = 'file:///district/students.csv';
/** With a wrong code, a student whose rows differ (which relates to another row) and a blank row (which is tagged). */
const TEXT =
	'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n3,5,Lee,Al,M\n3,5,Lee,Al,F\n\n4,5,Poe,Bo,M\n';
const inGender = { line: 1, character: 14 };

/** What one client gets. */
interface Expected {
	readonly diagnostics: 'pulled' | 'pushed' | 'pushed with a version';
	/** The optional members that diagnostics have, of those that a client must announce. */
	readonly parts: readonly ('codeDescription' | 'relatedInformation' | 'tags')[];
	readonly hover: 'markdown' | 'plaintext';
	/** The members of a fix beside title, kind and diagnostics; undefined where it gets no fix. */
	readonly fix: readonly ('data' | 'edit' | 'isPreferred')[] | undefined;
	/** The member of a workspace edit that has the edits; undefined where it gets no fix. */
	readonly edits: 'changes' | 'documentChanges' | undefined;
	readonly rename: true | { readonly prepareProvider: true };
}

const expected: Readonly<Record<string, Expected>> = {
	// It asks for diagnostics, but cannot be told to ask again.
	'neovim-0.11': {
		diagnostics: 'pushed',
		parts: ['relatedInformation', 'tags'],
		hover: 'markdown',
		fix: ['data', 'isPreferred'],
		edits: 'changes',
		rename: { prepareProvider: true },
	},
	// It announces no format of its own for links, and no data for actions.
	'eglot-1.9': {
		diagnostics: 'pushed',
		parts: ['tags'],
		hover: 'plaintext',
		fix: ['edit', 'isPreferred'],
		edits: 'documentChanges',
		rename: true,
	},
	'ale-3.3': {
		diagnostics: 'pushed',
		parts: ['relatedInformation'],
		hover: 'plaintext',
		fix: ['edit'],
		edits: 'changes',
		rename: true,
	},
	// It knows no actions, and applies no edits.
	'codemirror-6.3': {
		diagnostics: 'pushed with a version',
		parts: [],
		hover: 'markdown',
		fix: undefined,
		edits: undefined,
		rename: true,
	},
	// It spells the member of `workspace` without an s, and announces its parts for pushed diagnostics only.
	zed: {
		diagnostics: 'pulled',
		parts: ['relatedInformation'],
		hover: 'markdown',
		fix: ['data'],
		edits: 'documentChanges',
		rename: { prepareProvider: true },
	},
	'vscode-languageclient-11': {
		diagnostics: 'pulled',
		parts: ['codeDescription', 'relatedInformation', 'tags'],
		hover: 'markdown',
		fix: ['data', 'isPreferred'],
		edits: 'documentChanges',
		rename: { prepareProvider: true },
	},
};

/** The members of an object of these names, in the order of the alphabet. */
function membersOf(object: object, ...names: readonly string[]): readonly string[] {
	return Object.keys(object)
		.filter((name) => names.includes(name))
		.sort();
}

for (const [file, wanted] of Object.entries(expected)) {
	describe(`by hand, ${file}`, () => {
		let client: Client;
		before(async () => {
			const capabilities = capturedClients.get(file)?.capabilities;
			assert.ok(capabilities);
			client = await Client.start({ capabilities, initializationOptions: { rulesUri: 'file:///rules' } });
			client.open(uri, TEXT);
		});
		after(() => client.stop());

		it('gets its diagnostics with these parts', async () => {
			let diagnostics: readonly Diagnostic[];
			if (wanted.diagnostics === 'pulled') {
				const report = await client.pull(uri);
				assert.ok(report.kind === 'full');
				diagnostics = report.items;
			} else {
				const publish = await client.until(({ method, params }) => {
					const published = params as PublishDiagnosticsParams;
					const isFull = method === 'textDocument/publishDiagnostics' && published.diagnostics.length > 2;
					return isFull ? published : undefined;
				});
				assert.equal('version' in publish, wanted.diagnostics === 'pushed with a version');
				diagnostics = publish.diagnostics;
			}
			assert.equal(client.publishes.length === 0, wanted.diagnostics === 'pulled');
			const parts = diagnostics.flatMap((one) =>
				membersOf(one, 'codeDescription', 'relatedInformation', 'tags'),
			);
			assert.deepEqual([...new Set(parts)].sort(), wanted.parts);
		});

		it(`gets a hover in ${wanted.hover}`, async () => {
			const { contents } = await client.at<Hover>('hover', uri, inGender);
			assert.equal((contents as MarkupContent).kind, wanted.hover);
		});

		it('gets a fix with these members, and its edits in this one', async () => {
			const actions = await client.actions(uri, { start: inGender, end: inGender });
			const fix = actions.find(({ title }) => title === 'Use F (Female)');
			assert.deepEqual(fix && membersOf(fix, 'data', 'edit', 'isPreferred'), wanted.fix);
			if (!fix) return assert.deepEqual(actions, []);
			const whole = fix.edit ? fix : await client.request<CodeAction>('codeAction/resolve', fix);
			assert.deepEqual(Object.keys(whole.edit ?? {}), [wanted.edits]);
		});

		it('is offered to rename', () => {
			assert.deepEqual(client.result.capabilities.renameProvider, wanted.rename);
		});
	});
}
