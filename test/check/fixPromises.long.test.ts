/** Every fix that is offered keeps its promise, on files with faults of every kind, as csv-parse reads them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Random } from '../csv/random';
import {
	assertFixAllIsDone,
	assertFixAllMovesNothing,
	assertFixesKeepPromises,
	assertPreferredAddNoError,
	type BrokenFile,
	drawBrokenFile,
} from './fixPromises';

function forEachFile(numRuns: number, check: (file: BrokenFile) => void): void {
	fc.assert(
		fc.property(fc.integer({ min: 0 }), (seed) => check(drawBrokenFile(new Random(seed)))),
		{ numRuns, seed: 11 },
	);
}

describe('every fix that is offered', () => {
	it('changes what it promises and nothing else', () => {
		let fixes = 0;
		let sound = 0;
		forEachFile(1200, (file) => {
			const counts = assertFixesKeepPromises(file);
			fixes += counts.fixes;
			sound += counts.sound;
		});
		assert.ok(fixes > 3000 && sound > 500, `${fixes} fixes, ${sound} in files that csv-parse reads`);
	});

	it('is preferred only where its row gets no new error that needs a decision', () => {
		let preferred = 0;
		forEachFile(500, (file) => {
			preferred += assertPreferredAddNoError(file);
		});
		assert.ok(preferred > 300, `${preferred} preferred fixes`);
	});
});

describe('fix all, on broken files', () => {
	it('leaves nothing to a second run, and never more errors than before', () => {
		let fixed = 0;
		forEachFile(1500, (file) => {
			if (assertFixAllIsDone(file)) fixed++;
		});
		assert.ok(fixed > 700, `${fixed} files had something to fix`);
	});

	it('moves no record, and changes no field whose record has nothing to fix', () => {
		forEachFile(800, assertFixAllMovesNothing);
	});
});
