/** Runs in VS Code's extension host: opens and closes editors for the process that measures tables. */

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { tableViewType } from '../../server/src/protocol';
import { type HostMessage, type HostRequests, SOCKET_VARIABLE } from '../tableHost';

type Handlers = {
	readonly [Name in keyof HostRequests]: (argument: HostRequests[Name][0]) => Promise<HostRequests[Name][1]>;
};

/** VS Code calls this, and ends when it is done. */
export function run(): Promise<void> {
	return new Promise((resolve) => {
		const handlers = handlersOf(resolve);
		const server = createServer((socket) => {
			createInterface(socket).on('line', (line) => {
				const { name, argument } = JSON.parse(line) as HostMessage;
				const handle = handlers[name] as (argument: unknown) => Promise<unknown>;
				handle(argument).then(
					(answer) => socket.write(`${JSON.stringify({ answer })}\n`),
					(error: unknown) => socket.write(`${JSON.stringify({ error: String(error) })}\n`),
				);
			});
		});
		server.listen(process.env[SOCKET_VARIABLE]);
	});
}

function handlersOf(end: () => void): Handlers {
	return {
		async openText({ path, findings }) {
			const uri = vscode.Uri.file(path);
			const checked = untilChecked(uri, findings);
			await vscode.window.showTextDocument(uri, { preview: false });
			await checked;
			return null;
		},
		async openTable(path) {
			const began = performance.timeOrigin + performance.now();
			await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(path), tableViewType);
			return began;
		},
		async closeActive() {
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			return null;
		},
		async closeAll() {
			while (vscode.window.tabGroups.activeTabGroup.activeTab)
				await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			return null;
		},
		async select({ line, character }) {
			const editor = vscode.window.activeTextEditor;
			if (!editor) throw new Error('no text editor');
			const place = new vscode.Position(line, character);
			editor.selection = new vscode.Selection(place, place);
			editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
			await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
			return null;
		},
		async undo() {
			await vscode.commands.executeCommand('undo');
			return null;
		},
		async writeText({ of, to }) {
			const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path === of);
			if (!document) throw new Error(`${of} is not open`);
			writeFileSync(to, document.getText());
			return null;
		},
		async end() {
			setTimeout(end, 0);
			return null;
		},
	};
}

/** Resolves when a file has so many diagnostics. */
function untilChecked(uri: vscode.Uri, findings: number): Promise<void> {
	return new Promise((resolve) => {
		const listening = vscode.languages.onDidChangeDiagnostics(look);
		function look(): void {
			if (vscode.languages.getDiagnostics(uri).length !== findings) return;
			listening.dispose();
			resolve();
		}
		look();
	});
}
