import assert from 'node:assert/strict';

/** Faults of sessions that no test has looked at yet. */
const unseen = new Set<readonly string[]>();

/** What the validator finds in one session. */
export class Faults {
	readonly #found: string[] = [];

	add(fault: string): void {
		this.#found.push(fault);
		unseen.add(this.#found);
	}

	/** Fails with what was found up to now. */
	assertNone(): void {
		unseen.delete(this.#found);
		assertEmpty(this.#found);
	}
}

/** Fails with the faults of sessions that ended without a look at them. */
export function assertNoFaultsLeft(): void {
	const faults = [...unseen].flat();
	unseen.clear();
	assertEmpty(faults);
}

function assertEmpty(faults: readonly string[]): void {
	const different = [...new Set(faults)];
	assert.equal(different.length, 0, `The standard forbids:\n${different.slice(0, 20).join('\n')}`);
}
