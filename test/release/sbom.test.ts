/** The bill of materials; that it is valid is shown by the schemas of CycloneDX's own library. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { bundledPackages } from '../../.ci/release/bundled';
import { sbomOf } from '../../.ci/release/sbom';
import manifest from '../../package.json';
import { ROOT } from '../editor/host/paths';
import { bundleMetafile } from '../support/bundles';

interface Bill {
	readonly bomFormat: string;
	readonly specVersion: string;
	readonly serialNumber?: string;
	readonly metadata: { readonly timestamp: string; readonly component: { readonly purl: string } };
	readonly components: readonly { readonly purl: string; readonly licenses: readonly object[] }[];
}

describe('the bill of materials', () => {
	const facts = { ...manifest, purl: `pkg:npm/clever-demographics@${manifest.version}` };
	const time = Date.UTC(2026, 10, 24) / 1000;
	let text = '';
	let bill: Bill;

	before(async () => {
		text = await sbomOf(facts, bundledPackages(await bundleMetafile(), ROOT), time);
		bill = JSON.parse(text) as Bill;
	});

	it('is valid CycloneDX 1.6', async () => {
		assert.equal(bill.bomFormat, 'CycloneDX');
		assert.equal(bill.specVersion, '1.6');
		const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
		assert.equal(await validator.validate(text), null);
		assert.notEqual(await validator.validate(text.replace('"CycloneDX"', '"Other"')), null);
	});

	it('names each dependency in the version that the lock file has', () => {
		const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
			readonly packages: Readonly<Record<string, { readonly version?: string }>>;
		};
		const purls = new Set(bill.components.map(({ purl }) => purl));
		for (const name of Object.keys(manifest.dependencies)) {
			const { version } = lock.packages[`node_modules/${name}`] ?? {};
			assert.ok(purls.has(`pkg:npm/${name.replace('@', '%40')}@${version}`), `${name} ${version}`);
		}
		assert.ok(bill.components.every(({ licenses }) => licenses.length === 1));
	});

	it('has the time of the sources and nothing random', async () => {
		assert.equal(bill.metadata.timestamp, '2026-11-24T00:00:00.000Z');
		assert.equal(bill.serialNumber, undefined);
		assert.equal(await sbomOf(facts, bundledPackages(await bundleMetafile(), ROOT), time), text);
	});
});
