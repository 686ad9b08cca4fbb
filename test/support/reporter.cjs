// Mocha's own report, and its result as JSON in RESULT_FILE, so that whoever ran it need not read its text.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		runner.once('end', () => {
			const { passes, failures, pending } = runner.stats;
			const file = process.env.RESULT_FILE;
			if (!file) return;
			const failed = this.failures.map((test) => ({
				title: test.fullTitle(),
				message: test.err?.message ?? '',
			}));
			writeFileSync(file, JSON.stringify({ passed: passes, failed: failures + pending, failures: failed }));
		});
	}
};
