import { commands } from 'vscode';
import type { Command } from './command';

/** Opens the walkthrough "Get Started". */
export const openGuide: Command = async ({ context }) => {
	const guide = `${context.extension.id}#getStarted`;
	await commands.executeCommand('workbench.action.openWalkthrough', guide, false);
};
