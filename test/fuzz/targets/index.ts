import type { Target } from '../target';
import { document } from './document';
import { files } from './files';
import { fixes } from './fixes';
import { grid } from './grid';
import { groups } from './groups';
import { scanner } from './scanner';
import { server } from './server';

/** Everything that is fuzzed, in the order in which it is. */
export const targets: readonly Target<unknown>[] = [
	forAnyCase(scanner),
	forAnyCase(document),
	forAnyCase(files),
	forAnyCase(fixes),
	forAnyCase(grid),
	forAnyCase(groups),
	forAnyCase(server),
];

/** A target whose cases may come out of a file. */
function forAnyCase<T>({ check, ...others }: Target<T>): Target<unknown> {
	return { ...others, check: (one) => check(one as T) };
}
