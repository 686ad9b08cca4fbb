import assert from 'node:assert/strict';
import { buildCli, folder, rosterHeader, runJson } from './support';

describe('CLI: bytes', () => {
	before(buildCli);

	for (const [what, text] of [
		['one line of 10 MB', 'x'.repeat(10_000_000)],
		['a quote and 10 MB', `${rosterHeader}\n5,1,"${'x'.repeat(10_000_000)}`],
		['5,000 columns', `Student_id${',c'.repeat(4_999)}\n1${',v'.repeat(4_999)}\n`],
		['only quotes', '"'.repeat(10_001)],
	] as const) {
		it(`reports findings and does not fail for ${what}`, async () => {
			const { status, json, stderr } = await runJson([], { cwd: folder({ 'students.csv': text }) });
			assert.equal(status, 1);
			assert.ok((json.files[0]?.findings.length ?? 0) > 0);
			assert.equal(stderr, '');
		});
	}
});
