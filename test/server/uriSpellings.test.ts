import assert from 'node:assert/strict';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { Client, shows } from './client';

const ROSTER = 'Student_id,School_id,Last_name,First_name\n1001,5,Reyes,Ana\n';
const EXT = 'sis_id,ext.title_i\n1001,Yes\n1002,No\n';

/** Folders as clients spell them: the same one twice (RFC 3986, 6.2.2; the section "URI" of LSP). */
const SPELLINGS: readonly (readonly [roster: string, extension: string])[] = [
	['file:///C:/d/', 'file:///C:/d/'],
	['file:///C%3A/d/', 'file:///C%3A/d/'],
	['file:///C:/d/', 'file:///c%3A/d/'],
	['FILE:///d/', 'file:///d/'],
	['file://SERVER/share/', 'file://SERVER/share/'],
	['file://SERVER/share/', 'file://server/share/'],
];

describe('two files of one folder, by URIs that', () => {
	for (const [roster, extension] of SPELLINGS) {
		it(`are ${roster} and ${extension}`, async () => {
			const client = await Client.start({ capabilities: shows });
			const rosterUri = `${roster}students.csv`;
			const extensionUri = `${extension}students_ext.csv`;
			client.open(rosterUri, ROSTER);
			client.open(extensionUri, EXT);
			await client.published(extensionUri, 1, (diagnostics) =>
				diagnostics.some(({ code, range }) => code === 'dataset/unknown-student' && range.start.line === 2),
			);
			const places: readonly (readonly [string, string])[] = [
				[rosterUri, extensionUri],
				[extensionUri, rosterUri],
			];
			for (const [uri, other] of places) {
				const at = { textDocument: { uri }, position: { line: 1, character: 2 } };
				const found = await client.request<readonly Location[]>('textDocument/references', {
					...at,
					context: { includeDeclaration: true },
				});
				assert.ok(
					found.some((location) => location.uri === other),
					JSON.stringify(found),
				);
				const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
					...at,
					newName: '3001',
				});
				assert.deepEqual(Object.keys(changes ?? {}).sort(), [rosterUri, extensionUri].sort());
			}
			await client.stop();
		});
	}
});
