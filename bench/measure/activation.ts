/** Runs in VS Code's extension host: how long from opening a file to the first problem in it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type ActivationArgs, ARGS } from '../activation';

/** VS Code calls this, and ends with an exit code of 1 where it throws. */
export async function run(): Promise<void> {
	const { extension, fileName, text, result } = JSON.parse(process.env[ARGS] as string) as ActivationArgs;
	const known = vscode.extensions.getExtension(extension);
	if (!known || known.isActive) throw new Error(`${extension} is not there, or active already`);
	// Not in the folder that is open: a file there may activate an extension before it is opened.
	const path = join(mkdtempSync(join(tmpdir(), 'activation-')), fileName);
	writeFileSync(path, text);
	// The first editor of all has VS Code load what editors need.
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'plain text' }));
	writeFileSync(result, JSON.stringify(await firstProblem(vscode.Uri.file(path))));
}

function firstProblem(uri: vscode.Uri): Promise<number> {
	return new Promise((resolve) => {
		const began = performance.now();
		const listening = vscode.languages.onDidChangeDiagnostics(() => {
			if (vscode.languages.getDiagnostics(uri).length === 0) return;
			listening.dispose();
			resolve(performance.now() - began);
		});
		// A file that is open and not shown is not checked by everyone.
		void vscode.window.showTextDocument(uri);
	});
}
