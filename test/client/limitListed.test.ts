import assert from 'node:assert/strict';
import { limitListed } from '../../client/src/disk/limitListed';
import type { CheckedFile, CheckedFinding } from '../../server/src/protocol';

function finding(severity: CheckedFinding['severity'], line: number): CheckedFinding {
	const place = { line, column: 1, endLine: line, endColumn: 2, record: line - 1, element: null };
	return { rule: 'field/unknown-code', severity, message: `${severity} ${line}`, ...place, fixes: [] };
}

function file(findings: readonly CheckedFinding[], unlisted?: number): CheckedFile {
	return { path: '/d/students.csv', table: 'students.csv', records: 9, settings: null, unlisted, findings };
}

const mixed = [finding('hint', 2), finding('warning', 3), finding('error', 4), finding('error', 5)];

describe('the listed problems of a file on the disk', () => {
	it('are errors first, then in the order of the file', () => {
		const { findings, hidden } = limitListed(file(mixed));
		assert.deepEqual(
			findings.map(({ line }) => line),
			[4, 5, 3, 2],
		);
		assert.equal(hidden, 0);
	});

	it('are complete if there is room for all', () => {
		const { findings, hidden } = limitListed(file(mixed), 4);
		assert.deepEqual([findings.length, hidden], [4, 0]);
	});

	it('leave room for one more that counts the rest', () => {
		const { findings, hidden } = limitListed(file(mixed), 3);
		assert.deepEqual([findings.map(({ line }) => line), hidden], [[4, 5], 2]);
	});

	it('count those that the command line left out too', () => {
		const many = Array.from({ length: 10_000 }, (_, index) => finding('warning', index + 2));
		const { findings, hidden } = limitListed(file(many, 632_000));
		assert.deepEqual([findings.length, hidden], [999, 641_001]);
	});
});
