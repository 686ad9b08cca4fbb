import { Uri } from 'vscode';
import { openComparisonPanel } from '../compare/comparisonPanel';
import type { Command } from './command';

/** Shows the comparison of a folder that was made before; a reason of the folder's state offers it. */
export const showComparison: Command = ({ server, context }, folder) => {
	openComparisonPanel(Uri.parse(String(folder)), server, context.extensionUri);
};
