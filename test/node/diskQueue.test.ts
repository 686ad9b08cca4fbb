import assert from 'node:assert/strict';
import { DiskQueue } from '../../server/src/node/diskQueue';

/** An operation that ends when it is told to, and knows whether it has begun. */
class Controlled {
	hasBegun = false;
	end!: () => void;
	readonly run = (): Promise<void> => {
		this.hasBegun = true;
		return new Promise((resolve) => {
			this.end = resolve;
		});
	};
}

const LATE = 1_000_000;

describe('the queue of operations on the disk', () => {
	const begun = (operations: readonly Controlled[]): boolean[] => operations.map(({ hasBegun }) => hasBegun);
	const controlled = (count: number): Controlled[] => Array.from({ length: count }, () => new Controlled());

	it('runs a few at a time, in their order', async () => {
		const queue = new DiskQueue({ atOnce: 2, inAll: 4, hungAfter: LATE });
		const operations = controlled(4);
		const ended = operations.map(({ run }, at) => queue.run(`/${at}`, run));
		assert.deepEqual(begun(operations), [true, true, false, false]);
		operations[1]?.end();
		await ended[1];
		await new Promise(setImmediate);
		assert.deepEqual(begun(operations), [true, true, true, false]);
		for (const at of [0, 2]) operations[at]?.end();
		await Promise.all([ended[0], ended[2]]);
		operations[3]?.end();
		await ended[3];
	});

	it('gives the result, and what was thrown', async () => {
		const queue = new DiskQueue({ atOnce: 1, inAll: 1, hungAfter: LATE });
		assert.equal(await queue.run('/a', async () => 7), 7);
		await assert.rejects(
			queue.run('/a', async () => {
				throw new Error('no');
			}),
			/no/,
		);
		assert.equal(await queue.run('/a', async () => 8), 8);
	});

	it('goes on while some never end, as long as there are threads', async () => {
		const queue = new DiskQueue({ atOnce: 1, inAll: 3, hungAfter: 0 });
		const hung = controlled(2);
		for (const [at, { run }] of hung.entries()) void queue.run(`/dead/${at}`, run);
		assert.equal(await queue.run('/sound', async () => 'read'), 'read');
		assert.deepEqual(begun(hung), [true, true]);
		await new Promise(setImmediate);
		const last = new Controlled();
		const ended = queue.run('/dead/2', last.run);
		assert.equal(last.hasBegun, true);
		const waiting = queue.run('/sound', async () => 'read later');
		last.end();
		await ended;
		assert.equal(await waiting, 'read later');
	});

	it('starts no second operation on what does not answer, until it does', async () => {
		const queue = new DiskQueue({ atOnce: 1, inAll: 9, hungAfter: 0 });
		const hung = new Controlled();
		const ended = queue.run('/dead', hung.run);
		const second = new Controlled();
		const secondEnded = queue.run('/dead', second.run);
		await queue.run('/sound', async () => {});
		assert.equal(second.hasBegun, false);
		hung.end();
		await ended;
		await new Promise(setImmediate);
		assert.equal(second.hasBegun, true);
		second.end();
		await secondEnded;
	});
});
