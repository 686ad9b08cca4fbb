import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Asks V8 to release unused memory. */
export function collect(): void {
	// The flag adds a global `gc` to contexts that are created later.
	setFlagsFromString('--expose-gc');
	const gc = runInNewContext('gc') as () => void;
	gc();
}
