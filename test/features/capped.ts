import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../../server/src/check/finding';
import type { Checker } from '../../server/src/check/live/checker';
import { diagnostics, MAX_DIAGNOSTICS } from '../../server/src/features/diagnostics';
import { findingRange } from '../../server/src/features/findingRange';
import { messageTextOf } from '../support/features';

const SUMMARY = /^(?:.*: ([\d,]+) rows? in .*|([\d,]+) rows? (?:has|have) .+ in \w+\. \w+ takes .*)\.$/;

const REST = /^([\d,]+) more problems are not listed here\./;

/** The published diagnostics of a file with more findings than are listed, by their kind. */
interface Capped {
	readonly all: readonly Diagnostic[];
	readonly findings: readonly Finding[];
	/** The findings that are listed one by one. */
	readonly listed: readonly Finding[];
	readonly summaries: readonly { readonly diagnostic: Diagnostic; readonly rows: number }[];
	readonly hidden: number;
}

function capped(checker: Checker, most?: number): Capped {
	const all = diagnostics(checker, { ruleUri: () => undefined, most });
	const findings = checker.findings();
	const byPlace = new Map(
		findings.map((one) => [placeOf(one.rule.id, findingRange(checker.document, one)), one]),
	);
	assert.equal(byPlace.size, findings.length, 'the test tells findings apart');
	const listed: Finding[] = [];
	const summaries: { diagnostic: Diagnostic; rows: number }[] = [];
	for (const diagnostic of all.slice(0, -1)) {
		const found = SUMMARY.exec(messageTextOf(diagnostic));
		if (found) summaries.push({ diagnostic, rows: numberOf(found[1] ?? found[2]) });
		else listed.push(byPlace.get(placeOf(diagnostic.code, diagnostic.range)) as Finding);
	}
	assert.ok(!listed.includes(undefined as unknown as Finding), 'each is a finding');
	return { all, findings, listed, summaries, hidden: numberOf(REST.exec(messageTextOf(all.at(-1)))?.[1]) };
}

const placeOf = (id: unknown, range: Diagnostic['range']): string => `${id} ${JSON.stringify(range)}`;

const numberOf = (text: string | undefined): number => Number((text ?? 'none').replaceAll(',', ''));

const kindOf = ({ rule, column, severity }: Finding): string => `${severity} ${rule.id} ${column}`;

/** Asserts what must be true of every file, however many findings it has. */
export function hold(checker: Checker, most = MAX_DIAGNOSTICS): Capped {
	const result = capped(checker, most);
	const { all, findings, listed, summaries, hidden } = result;
	assert.ok(all.length <= most, `${all.length} of at most ${most}`);
	assert.equal(listed.length + hidden, findings.length, 'listed and hidden are all');
	assert.equal(new Set(listed).size, listed.length, 'none twice');
	const counts = new Map<string, number>();
	for (const one of findings) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1);
	const listedOf = new Map<string, number>();
	for (const one of listed) listedOf.set(kindOf(one), (listedOf.get(kindOf(one)) ?? 0) + 1);
	const cut = [...counts].filter(([kind, count]) => count > (listedOf.get(kind) ?? 0));
	const exact = summaries.map(({ rows }) => rows).sort((a, b) => a - b);
	if (counts.size < most) {
		assert.deepEqual(
			exact,
			cut.map(([, count]) => count).sort((a, b) => a - b),
			'every kind that is cut has a summary, with its exact count, and no other',
		);
	}
	for (const { diagnostic } of summaries) assert.equal(diagnostic.range.start.line, 0, 'on the header');
	return result;
}

export const COLUMNS = 'Student_id,School_id,Last_name,First_name,Gender,Race,IEP_status';

export function rows(count: number, row: (index: number) => string): string {
	return Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');
}
