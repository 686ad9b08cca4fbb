/** Installs the editors and builds the bundles, once for all test files of this folder. */

import { buildForAll } from '../../support/bundles';
import { installEditors } from './installEditors';

let removeBundles: (() => void) | undefined;

/** Installs what is missing, and builds the bundles. */
export async function mochaGlobalSetup(): Promise<void> {
	await installEditors();
	removeBundles = await buildForAll();
}

/** Removes the bundles. */
export function mochaGlobalTeardown(): void {
	removeBundles?.();
}
