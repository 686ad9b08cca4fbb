/**
 * The result of work, or what `late` gives if it takes longer than `ms` milliseconds. The work itself goes on: nothing
 * ends a read that a network does not answer.
 */
export async function inTime<T, L>(work: Promise<T>, ms: number, late: () => L): Promise<T | L> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<L>((resolve) => {
		timer = setTimeout(() => resolve(late()), ms);
	});
	return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
