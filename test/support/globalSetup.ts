import fc from 'fast-check';
import { assertNoFaultsLeft } from '../server/standard/faults';
import { buildForAll } from './bundles';

/** The same random cases in every run: what makes it fail is then a change. Another seed: `SEED=7 npm run test:unit`. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261128) });

let removeBundles: (() => void) | undefined;

/** Builds the bundles once for all worker processes of mocha. */
export async function mochaGlobalSetup(): Promise<void> {
	removeBundles = await buildForAll();
}

/** Removes the bundles. */
export function mochaGlobalTeardown(): void {
	removeBundles?.();
}

/** Fails at the end if a server or a client that no test stopped broke the Language Server Protocol. */
export const mochaHooks = { afterAll: assertNoFaultsLeft };
