import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import { decisionsIn } from '../../server/src/check/decisions';
import { messageOf } from '../../server/src/check/finding';
import { fixesOf, isFixable } from '../../server/src/check/fixes/fixEdits';
import type { Checker } from '../../server/src/check/live/checker';
import type { CsvDocument } from '../../server/src/csv/document';
import { codeLenses } from '../../server/src/features/codeLenses';
import { statusOf } from '../../server/src/features/status';
import { runToEnd } from '../../server/src/work/runToEnd';
import { Random } from '../csv/random';
import { checkerOf } from '../support/checking';
import { COLUMNS, type FileName, fileText, HEADERS, IDS, rowText } from './alikeIds';

/** Replaces, removes or inserts a few lines below the header, or renames a column. */
function change(random: Random, document: CsvDocument, file: FileName, ids: readonly string[]): void {
	const isHeader = random.chance(0.05);
	const first = isHeader ? 0 : 1 + random.below(document.lineCount);
	const last = isHeader ? 1 : first + random.below(3);
	const header = HEADERS[file].replace('ext.migrant_status', random.pick(COLUMNS));
	const rows = Array.from({ length: random.below(3) }, () => `${rowText(random, file, ids)}\n`).join('');
	const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
	document.update([{ range, text: isHeader ? `${header}\n` : rows }], document.version + 1);
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

/**
 * The findings that can be fixed by their value. All of them have a preferred fix, but where it gives the row an ID
 * that another row has.
 */
function countFixable(checker: Checker, context: string): number {
	let fixable = 0;
	for (const finding of checker.findings()) {
		const [fix] = fixesOf(checker, finding);
		if (isFixable(checker, finding)) fixable++;
		else assert.ok(!fix?.preferred, context);
		if (!isFixable(checker, finding) || fix?.preferred) continue;
		const target = fix?.target.kind === 'field' ? fix.target : undefined;
		assert.equal(target?.column, checker.layout.keyIndex, context);
		assert.ok(checker.rowsWithKey(target?.newValue ?? '').length > 0, context);
	}
	return fixable;
}

/** What every part must agree on: the tally, the status and the lens with the list of findings. */
function assertAgrees(checker: Checker, context: string): void {
	const listed = checker.findings();
	const { tally } = checker;
	const count = (severity: string): number => listed.filter((one) => one.severity === severity).length;
	const counts = Object.fromEntries(severities.map((severity) => [severity, count(severity)]));
	assert.deepEqual(tally.counts, counts, context);
	assert.equal(tally.total, listed.length, context);
	const fixable = countFixable(checker, context);
	assert.equal(tally.fixable, fixable, context);
	assert.equal(tally.decisions, runToEnd(decisionsIn(checker)).length, context);
	const groups = [...tally.groups].map(
		({ rule, severity, column, count: size }) => `${severity} ${rule.id} ${column} ${size}`,
	);
	const sizes = new Map<string, number>();
	for (const { severity, rule, column } of listed) {
		const id = `${severity} ${rule.id} ${column}`;
		sizes.set(id, (sizes.get(id) ?? 0) + 1);
	}
	assert.deepEqual(groups.sort(), [...sizes].map(([id, size]) => `${id} ${size}`).sort(), context);
	const status = statusOf(checker);
	assert.deepEqual([status.counts, status.fixable], [counts, fixable], context);
	const [lens] = codeLenses(checker, undefined, { showState: '' });
	const errors = /(\d+) errors?\b/.exec(lens?.command?.title ?? '')?.[1] ?? '0';
	assert.equal(Number(errors), counts.error, context);
}

describe('counts after any edits of both files', () => {
	it('agree in the tally, the status and the lens with the list, and with a new check', () => {
		const counted = new Set<string>();
		for (let seed = 0; seed < 400; seed++) {
			const random = new Random(seed);
			// Few IDs meet often, many make more kinds of pairs.
			const ids = Array.from({ length: 2 + random.below(IDS.length) }, () => random.pick(IDS));
			const options = { blockSize: 8 + random.below(120) };
			const file = (name: FileName, text: string): Checker => checkerOf(name, text, {}, options);
			const roster = file('students.csv', fileText(random, 'students.csv', ids));
			const extension = file('students_ext.csv', fileText(random, 'students_ext.csv', ids));
			extension.compareWith(new LiveRoster(roster));
			for (let round = 0; round < 25; round++) {
				if (random.chance(0.5)) change(random, roster.document, 'students.csv', ids);
				else change(random, extension.document, 'students_ext.csv', ids);
				let left = random.below(6);
				if (random.chance(0.3)) extension.run(() => left-- <= 0);
				else {
					assert.ok(extension.run() && roster.run());
					assertAgrees(extension, `seed ${seed}, round ${round}`);
				}
			}
			assert.ok(extension.run() && roster.run());
			const texts = [roster, extension].map(({ document }) => document.getText()) as [string, string];
			const context = JSON.stringify({ seed, texts });
			const newRoster = file('students.csv', texts[0]);
			const newExtension = file('students_ext.csv', texts[1]);
			newExtension.compareWith(new LiveRoster(newRoster));
			assert.ok(newExtension.run() && newRoster.run());
			for (const [edited, fresh] of [
				[roster, newRoster],
				[extension, newExtension],
			] as const) {
				assertAgrees(edited, context);
				assertAgrees(fresh, context);
				assert.deepEqual(edited.tally.counts, fresh.tally.counts, context);
				const messages = [edited, fresh].map((checker) =>
					checker
						.findings()
						.filter(({ record }) => record === 0)
						.map((finding) => `${finding.rule.id} ${finding.column} ${messageOf(finding)}`)
						.sort(),
				);
				assert.deepEqual(messages[0], messages[1], context);
				for (const { rule } of fresh.findings()) counted.add(`${fresh.table.fileName} ${rule.id}`);
				assert.equal(edited.students, fresh.students, context);
				assert.equal(edited.unread, fresh.unread, context);
				assert.deepEqual(edited.columnFacts, fresh.columnFacts, context);
			}
		}
		for (const name of ['students.csv', 'students_ext.csv'])
			assert.ok(counted.has(`${name} dataset/iep-without-idea`), name);
	}).timeout(600_000);
});
