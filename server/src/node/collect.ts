import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Has V8 give back the memory that nothing uses. */
export function collect(): void {
	// The flag makes `gc` a global of contexts that are made from then on.
	setFlagsFromString('--expose-gc');
	const gc = runInNewContext('gc') as () => void;
	gc();
}
