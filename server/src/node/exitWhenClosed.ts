/** How long messages that arrived before the channel closed may take, in ms: `exit` is one of them. */
const GRACE = 1000;

/**
 * Ends the process when nobody can read its answers any more. The library does so where stdin ends or the client's
 * process has died, but not where a client that lives on has closed the channel or stdout.
 */
export function exitWhenClosed(): void {
	process.on('disconnect', () => setTimeout(() => process.exit(1), GRACE));
	process.stdout.on('error', () => process.exit(1));
}
