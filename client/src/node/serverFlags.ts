/**
 * Node's options for the server's process. Little young memory is tidied often and briefly: with more of it, one
 * keystroke in a hundred waits for that, and the server keeps 20 MB that it needs once.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=4'];
