import assert from 'node:assert/strict';
import type { ClientCapabilities, Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import { featuresOf } from '../../server/src/lsp/clientFeatures';
import { presentable } from '../../server/src/lsp/presentable';
import { shows } from './client';

const start = { line: 0, character: 0 };
const range = { start, end: start };

function diagnostic(): Diagnostic {
	return {
		range,
		message: 'Gender has no code 7.',
		codeDescription: { href: 'file:///rules/field-unknown-code.md' },
		relatedInformation: [{ location: { uri: 'file:///students.csv', range }, message: 'Row 2' }],
		tags: [1],
	};
}

const features = (capabilities: ClientCapabilities) =>
	featuresOf({ processId: null, rootUri: null, capabilities }).diagnostics;

describe('diagnostics for a client', () => {
	it('lack what it cannot show, and the originals keep it', () => {
		const original = diagnostic();
		assert.deepEqual(presentable(features({}), [original]), [{ range, message: original.message }]);
		assert.deepEqual(original, diagnostic());
	});

	/** The parts that are left for a client that announces some for what is pushed, and some for what is pulled. */
	const partsFor = (workspace: ClientCapabilities['workspace']): readonly string[] => {
		const tagSupport = { valueSet: [1 as const] };
		const textDocument = {
			publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: false },
			diagnostic: { relatedInformation: false, codeDescriptionSupport: true, tagSupport },
		};
		const [left] = presentable(features({ textDocument, workspace }), [diagnostic()]);
		return Object.keys(left ?? {}).filter((part) => part !== 'range' && part !== 'message');
	};

	it('that pulls them keep each part that it announces, for either way', () => {
		const parts = partsFor({ diagnostics: { refreshSupport: true } });
		assert.deepEqual(parts, ['codeDescription', 'relatedInformation', 'tags']);
	});

	it('that they are pushed to keep what it announces for pushed ones, though it could pull', () => {
		assert.deepEqual(partsFor({}), ['relatedInformation']);
	});

	it('keep only the tags that it lists', () => {
		const lists = (...valueSet: number[]): ClientCapabilities => ({
			textDocument: {
				publishDiagnostics: {
					relatedInformation: true,
					codeDescriptionSupport: true,
					tagSupport: { valueSet: valueSet as DiagnosticTag[] },
				},
			},
		});
		assert.deepEqual(presentable(features(lists(99, 2)), [diagnostic()])[0]?.tags, undefined);
		assert.deepEqual(presentable(features(lists(2)), [diagnostic()])[0]?.tags, undefined);
		assert.deepEqual(presentable(features(lists(1)), [diagnostic()])[0]?.tags, [1]);
	});

	it('are not copied if it shows everything', () => {
		const all = [diagnostic()];
		assert.equal(presentable(features(shows), all), all);
	});
});

describe('the options of a client', () => {
	it('count where they have their form, and the others as if they were not sent', () => {
		const optionsOf = (initializationOptions: unknown) =>
			featuresOf({ processId: null, rootUri: null, capabilities: {}, initializationOptions } as never)
				.options;
		assert.deepEqual(optionsOf({ found: 5, rulesUri: [7], status: 'yes', commands: true, settings: 7 }), {
			commands: true,
			settings: 7,
		});
		assert.deepEqual(optionsOf({ found: ['file:///students.csv', 5], settings: 7 }), { settings: 7 });
		for (const none of [undefined, null, 'x', ['x']]) assert.deepEqual(optionsOf(none), {});
	});
});
