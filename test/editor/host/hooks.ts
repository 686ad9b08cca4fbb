/** Mocha's hooks of the suites with pages: a test that fails says what was on them. */
import type { Context, RootHookObject } from 'mocha';
import { whatIsSeen } from './seen';

export const mochaHooks: RootHookObject = {
	async afterEach(this: Context) {
		if (this.currentTest?.state !== 'failed') return;
		console.log(`    What is seen after "${this.currentTest.title}":\n${await whatIsSeen()}`);
	},
};
