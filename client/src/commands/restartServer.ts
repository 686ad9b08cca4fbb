import { iconText } from '../../../server/src/safeText';
import { showBriefly } from '../ui/statusItem';
import type { Command } from './command';

/** Restarts the server, which then checks the open files from the start. */
export const restartServer: Command = async ({ server, output }) => {
	showBriefly(iconText`$(sync~spin) Restarting Clever Demographics…`, 1000);
	try {
		await server.restart();
	} catch (error) {
		output.error(error instanceof Error ? error : String(error));
		throw new Error('Clever Demographics did not start. Use Show Output to see why.');
	}
	showBriefly(iconText`$(check) Clever Demographics was restarted.`, 4000);
};
