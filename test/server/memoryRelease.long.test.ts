import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { CsvDocument } from '../../server/src/csv/document';
import { MemoryRelease } from '../../server/src/lsp/memoryRelease';
import { collect } from '../../server/src/node/collect';

const documentOf = (length: number): CsvDocument =>
	new CsvDocument('file:///students.csv', '', 1, 'a'.repeat(length));

describe('memory is released', () => {
	let collected = 0;
	const tidy = new MemoryRelease(() => collected++);
	const large = documentOf(3_000_000);

	beforeEach(() => {
		collected = 0;
		mock.timers.enable({ apis: ['setTimeout'] });
	});
	afterEach(() => mock.timers.reset());

	it('a second after a large file was opened, again after six quiet seconds, and then no more', () => {
		tidy.checked(large);
		assert.equal(collected, 0);
		mock.timers.tick(1000);
		assert.equal(collected, 1);
		mock.timers.tick(5999);
		assert.equal(collected, 1);
		mock.timers.tick(1);
		assert.equal(collected, 2);
		tidy.checked(large);
		mock.timers.tick(60_000);
		assert.equal(collected, 2);
	});

	it('not while a person types', () => {
		const another = documentOf(3_000_000);
		tidy.checked(another);
		for (let key = 0; key < 5; key++) {
			mock.timers.tick(900);
			tidy.checked(another);
		}
		assert.equal(collected, 0);
		mock.timers.tick(1000);
		assert.equal(collected, 1);
		mock.timers.tick(5000);
		tidy.checked(another);
		mock.timers.tick(5999);
		assert.equal(collected, 1);
		mock.timers.tick(1);
		assert.equal(collected, 2);
	});

	it('as often when a file is closed, and for several at once as for one', () => {
		tidy.closed(large);
		tidy.closed(documentOf(3_000_000));
		mock.timers.tick(1000);
		mock.timers.tick(60_000);
		assert.equal(collected, 2);
	});

	it('not for small files, and not if the host cannot', () => {
		tidy.checked(documentOf(100_000));
		new MemoryRelease(undefined).closed(large);
		mock.timers.tick(10_000);
		assert.equal(collected, 0);
	});

	it('by V8, when it is asked', () => {
		let text: { part: string } | undefined = { part: 'x' };
		const held = new WeakRef(text);
		text = undefined;
		collect();
		// A WeakRef keeps its target alive until the turn in which it was read is over.
		return new Promise<void>((resolve) => {
			setImmediate(() => {
				collect();
				assert.equal(held.deref(), undefined);
				resolve();
			});
		});
	});
});
