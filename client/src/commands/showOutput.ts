import type { Command } from './command';

/** Shows what the extension and its server had to say. */
export const showOutput: Command = ({ output }) => output.show();
