import type { Column } from './layout';

const PASSWORD_HEADER = /password/i;

/** Whether a column may hold passwords, which no message shows. */
export function isSecretColumn({ element, header }: Column): boolean {
	return element ? element.kind === 'secret' : PASSWORD_HEADER.test(header);
}
