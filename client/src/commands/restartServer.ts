import { window } from 'vscode';
import type { Command } from './command';

/** Starts the server anew: its state, not the files, is thrown away. */
export const restartServer: Command = async ({ server, output }) => {
	window.setStatusBarMessage('$(sync~spin) Restarting Clever Demographics…', 1000);
	try {
		await server.restart();
	} catch (error) {
		output.error(error instanceof Error ? error : String(error));
		throw new Error('The server did not start. "Clever Demographics: Show output" may say why.');
	}
	window.setStatusBarMessage('$(check) Clever Demographics was restarted.', 4000);
};
