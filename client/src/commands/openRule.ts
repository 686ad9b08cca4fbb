import { commands, Uri, window } from 'vscode';
import { rulesUri } from '../server/clientOptions';
import type { Command } from './command';

/** Opens the page of a rule, given its id. */
export const openRule: Command = async ({ context }, ruleId) => {
	// Anything but a rule id must not become part of a path.
	if (typeof ruleId !== 'string' || !/^[a-z]+\/[a-z-]+$/.test(ruleId))
		throw new Error('There is no such rule.');
	const page = Uri.joinPath(rulesUri(context), `${ruleId.replace('/', '-')}.md`);
	try {
		await commands.executeCommand('markdown.showPreview', page);
	} catch {
		// VS Code's own Markdown extension can be disabled.
		await window.showTextDocument(page, { preview: true });
	}
};
