/**
 * Node's options for the server's process. A small young generation is collected often but quickly. With V8's default,
 * one keystroke in a hundred waits for a collection, and the server keeps 20 MB that it needs only once.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=4'];
