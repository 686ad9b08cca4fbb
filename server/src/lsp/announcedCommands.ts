import type { ClientCommands } from '../features';
import { clientCommands, type InitializationOptions } from '../protocol';

/** The commands of a client, undefined if it has none; one that says nothing of tables, as an older one, opens none. */
export function announcedCommands({ commands, table }: InitializationOptions): ClientCommands | undefined {
	if (commands !== true) return undefined;
	return { ...clientCommands, openAsTable: table === true ? clientCommands.openAsTable : undefined };
}
