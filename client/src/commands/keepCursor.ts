import { restoreCursor } from '../ui/keepCursor';
import type { Command } from './command';

/** Puts the cursor back after the edits of a code action, which `keepingCursor` has given this command. */
export const keepCursor: Command = (_, cursor) =>
	restoreCursor(cursor as Parameters<typeof restoreCursor>[0]);
