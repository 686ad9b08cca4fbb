/** What must be true of the problems by value, whatever the two files hold and however they were edited. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { decisionsIn } from '../../server/src/check/decisions';
import type { Finding } from '../../server/src/check/finding';
import { fixesOf, isFixable } from '../../server/src/check/fixes/fixEdits';
import type { Checker } from '../../server/src/check/live/checker';
import { CsvDocument } from '../../server/src/csv/document';
import { firstLineBreak } from '../../server/src/csv/lineBreaks';
import { groupFixEdits, problemGroups } from '../../server/src/features';
import type { GroupFix, ProblemGroup } from '../../server/src/features/problemGroups/types';
import { runToEnd } from '../../server/src/work/runToEnd';
import type { FileName } from '../check/alikeIds';
import { type EditedPair, type Pair, pairOf } from '../check/editedPair';
import { put } from '../check/randomEdits';
import { applied } from '../support/checking';

type Rows = readonly (readonly string[])[];

const fileNames = ['students.csv', 'students_ext.csv'] as const;

/** Groups that are listed where the list ends early. */
const FEW = 3;
const ALL = 1_000_000;

/** Asserts it of both files after each of their edits, and of each fix after the last one. */
export function assertGroupsAreExact({ texts, blockSize, steps }: EditedPair): number {
	const pair = pairOf(texts, blockSize);
	const ids = new Map<string, string>();
	for (const { fileName, edits } of [...steps, undefined].map(
		(step) => step ?? { fileName: fileNames[0], edits: [] },
	)) {
		runBoth(pair);
		for (const name of fileNames) assertCounts(pair[name], ids);
		put(pair[fileName].document, edits);
	}
	runBoth(pair);
	return fileNames.reduce((sum, name) => sum + assertFixes(pair, name, blockSize), 0);
}

function runBoth(pair: Pair): void {
	// Which of the two runs first decides nothing: what one has learned of the other is taken in by the next run.
	assert.ok(pair['students_ext.csv'].run() && pair['students.csv'].run() && pair['students_ext.csv'].run());
}

/** What a finding is about, told by its rule's id and a new reading of the text. */
function truthOf(rows: Rows, { rule, severity, record, column, start }: Finding): string {
	const isStructure = /^(csv|record|file)\//.test(rule.id) && rule.id !== 'csv/mojibake';
	const isWholeHeader = record === 0 && start === 0;
	if (isStructure || isWholeHeader) return JSON.stringify([severity, rule.id]);
	const isSecret = /password/i.test(rows[0]?.[column] ?? '');
	const value = record === 0 || isSecret ? undefined : (rows[record]?.[column] ?? '');
	return JSON.stringify([severity, rule.id, column, record === 0, value]);
}

function shownTruth({ severity, rule, column, value, record }: ProblemGroup): string {
	return JSON.stringify(
		column === undefined ? [severity, rule] : [severity, rule, column, record === 0, value],
	);
}

function assertCounts(checker: Checker, ids: Map<string, string>): void {
	const text = checker.document.getText();
	const rows = recordsOf(text);
	const findings = checker.findings();
	const counts = new Map<string, number>();
	for (const finding of findings) {
		const truth = truthOf(rows, finding);
		counts.set(truth, (counts.get(truth) ?? 0) + 1);
	}
	const all = runToEnd(problemGroups(checker, ALL));
	const listed = new Map(all.groups.map((group) => [shownTruth(group), group.rows]));
	assert.deepEqual([...listed].sort(), [...counts].sort(), text);
	assert.equal(listed.size, all.groups.length, 'each group once');
	assert.equal(new Set(all.groups.map(({ id }) => id)).size, all.groups.length, 'each id once');
	for (const group of all.groups) {
		const truth = shownTruth(group);
		assert.equal(ids.get(truth) ?? group.id, group.id, 'the same id after edits');
		ids.set(truth, group.id);
		const first = findings.find((finding) => truthOf(rows, finding) === truth);
		assert.equal(group.record, first?.record, text);
	}
	assert.equal(all.findings, findings.length);
	assert.equal(all.fixable, findings.filter((finding) => isFixable(checker, finding)).length);
	assert.equal(all.decisions, runToEnd(decisionsIn(checker)).length);
	const few = runToEnd(problemGroups(checker, FEW));
	assert.deepEqual(few.groups, all.groups.slice(0, FEW));
	const others = all.groups.slice(FEW);
	assert.deepEqual(few.others, {
		groups: others.length,
		rows: others.reduce((sum, { rows }) => sum + rows, 0),
	});
	const sizes = all.groups.map((group) => group.rows);
	assert.deepEqual(
		sizes,
		sizes.toSorted((one, other) => other - one),
		'most rows first',
	);
}

/** Applies each fix of each group to the text as it is. Returns how many there were. */
function assertFixes(pair: Pair, fileName: FileName, blockSize: number): number {
	const checker = pair[fileName];
	const texts = {
		'students.csv': pair['students.csv'].document.getText(),
		'students_ext.csv': pair['students_ext.csv'].document.getText(),
	};
	let fixes = 0;
	for (const group of runToEnd(problemGroups(checker, ALL)).groups) {
		for (const fix of group.fixes) {
			const answer = runToEnd(groupFixEdits(checker, group.id, fix.id));
			const context = JSON.stringify({ texts, fileName, group, fix });
			assert.ok(answer, context);
			assert.equal(answer.changed, fix.rows, context);
			if (group.value !== undefined && group.column !== checker.layout.keyIndex) {
				assert.equal(fix.rows, rowsWith(checker, group, fix), context);
			}
			const after = applied(texts[fileName], answer.edits);
			const fixed = pairOf({ ...texts, [fileName]: after }, blockSize);
			runBoth(fixed);
			if (group.value !== undefined) assertFixed({ checker, fixed: fixed[fileName], group, fix, context });
			fixes++;
		}
	}
	return fixes;
}

/** How many findings of a group have a fix, each proven by itself. A key is left out: its rows must not get the same one. */
function rowsWith(checker: Checker, group: ProblemGroup, { id, isPreferred }: GroupFix): number {
	const rows = recordsOf(checker.document.getText());
	return checker.findings().filter((finding) => {
		const fix =
			truthOf(rows, finding) === shownTruth(group) && fixesOf(checker, finding).find((one) => one.id === id);
		return fix && (fix.preferred || !isPreferred);
	}).length;
}

interface FixedGroup {
	readonly checker: Checker;
	readonly fixed: Checker;
	readonly group: ProblemGroup;
	readonly fix: GroupFix;
	readonly context: string;
}

/** Asserts that as many findings of the group are gone as the fix has promised, and that no other cell has changed. */
function assertFixed({ checker, fixed, group, fix, context }: FixedGroup): void {
	const before = recordsOf(checker.document.getText());
	const after = recordsOf(fixed.document.getText());
	const truth = shownTruth(group);
	const had = checker.findings().filter((finding) => truthOf(before, finding) === truth);
	const left = fixed.findings().filter((finding) => truthOf(after, finding) === truth);
	assert.equal(had.length - left.length, fix.rows, context);
	if (fix.newValue === undefined) return;
	const { column = -1 } = group;
	const records = new Set(had.map(({ record }) => record));
	assert.equal(after.length, before.length, context);
	const changed = before.flatMap((row, record) =>
		row.flatMap((value, at) => (value === after[record]?.[at] ? [] : [[record, at] as const])),
	);
	assert.equal(changed.length, fix.rows, context);
	for (const [record, at] of changed) {
		assert.ok(records.has(record) && at === column && after[record]?.[at] === fix.newValue, context);
	}
	const parsed = [parsedRows(checker.document.getText()), parsedRows(fixed.document.getText())];
	const isSound = JSON.stringify(parsed[0]) === JSON.stringify(before);
	if (isSound) assert.deepEqual(parsed[1], after, context);
}

function recordsOf(text: string): Rows {
	const document = new CsvDocument('file:///a.csv', '', 1, text);
	document.readAll();
	return Array.from({ length: document.recordCount }, (_, record) =>
		document.fieldsOf(record).map(({ value }) => value),
	);
}

/** The records as csv-parse reads them; undefined for a text that it refuses. */
function parsedRows(text: string): Rows | undefined {
	const record_delimiter = firstLineBreak(text) ?? '\n';
	try {
		return parse(text, { relax_quotes: true, relax_column_count: true, bom: true, record_delimiter }) as Rows;
	} catch {
		return undefined;
	}
}
