import assert from 'node:assert/strict';
import ts from 'typescript';
import { server } from './sources';

const room = 'server/src/lsp/clientFeatures.ts';

describe('what a client announced', () => {
	const named = (names: RegExp): string[] => {
		const places = new Set<string>();
		for (const { path, tree } of server.filter(({ path }) => path.startsWith('server/src/'))) {
			const look = (node: ts.Node): void => {
				if (ts.isIdentifier(node) && names.test(node.text)) places.add(path);
				ts.forEachChild(node, look);
			};
			look(tree);
		}
		return [...places];
	};

	it(`is read in ${room} only`, () => {
		assert.deepEqual(named(/ClientCapabilities$|^initializationOptions$/), [room]);
		// The introduction has the server's own, and `initialize` has none without them.
		const introduction = 'server/src/lsp/introduction.ts';
		const form = 'server/src/lsp/messages/standardForms.ts';
		assert.deepEqual(named(/^capabilities$/).sort(), [room, introduction, form]);
	});

	it('is all that tells clients apart: none is known by its name', () => {
		assert.deepEqual(named(/^clientInfo$/), []);
	});
});
