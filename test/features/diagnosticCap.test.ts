import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding } from '../../server/src/check/finding';
import type { Checker } from '../../server/src/check/live/checker';
import { diagnostics, MOST_DIAGNOSTICS } from '../../server/src/features/diagnostics';
import { findingRange } from '../../server/src/features/findingRange';
import { Random } from '../csv/random';
import { checked, messageTextOf } from '../support/features';
import { pets } from '../support/pets';

const SUMMARY =
	/^(?:.*: ([\d,]+) rows? in .*|([\d,]+) rows? (?:has|have) a value like ".*" in \w+\. \w+ takes .*)\.$/;
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

/** Checks what holds for every file, however many findings it has. */
function hold(checker: Checker, most = MOST_DIAGNOSTICS): Capped {
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

const COLUMNS = 'Student_id,School_id,Last_name,First_name,Gender,Race,IEP_status';

function rows(count: number, row: (index: number) => string): string {
	return Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');
}

describe('more than 1,000 findings', () => {
	it('of one kind hide none of another, not even one of less weight', () => {
		const header = 'Pet_id,Name,Size,Kind,Chipped';
		const many = rows(5000, (index) => `${index},Rex,Big,D,No`);
		const text = `${header}\n${many}x,Rex,L,d,No\ny,Rex,L,D,null\n\nz,Rex, Jr,L,D,No\n`;
		const { listed, summaries, hidden, all } = hold(checked(pets, text));
		assert.equal(all.length, 1000);
		assert.deepEqual(
			summaries.map(({ rows, diagnostic }) => [diagnostic.message, diagnostic.severity, rows]),
			[['5,000 rows have a value like "Big" in Size. Size takes S, M or L.', DiagnosticSeverity.Error, 5000]],
		);
		const others = listed.filter(({ column, rule }) => column !== 2 || rule.id !== 'field/unknown-code');
		assert.deepEqual(
			others.map(({ rule }) => rule.id),
			['field/code-spelling', 'field/null-word', 'csv/blank-line', 'csv/field-count'],
		);
		assert.equal(hidden, 5004 - 998);
		assert.equal(all[0]?.range.start.character, header.indexOf('Size'));
		assert.equal(all[0]?.range.end.character, header.indexOf('Size') + 'Size'.length);
		assert.equal(all[0]?.code, 'field/unknown-code');
	});

	it('are summed up with values that are wrong, or by what is wrong', () => {
		const summariesOf = (text: string): unknown[] =>
			diagnostics(checked('students.csv', text), { ruleUri: () => undefined, most: 20 })
				.filter(({ range }) => range.start.line === 0)
				.map(({ message }) => message)
				.slice(0, -1);
		const languages = rows(30, (index) => `${index},5,Reyes,Ana,${index % 2 ? 'Klingon' : 'Vulcan'}`);
		assert.deepEqual(summariesOf(`Student_id,School_id,Last_name,First_name,Home_language\n${languages}`), [
			'30 rows have a value like "Vulcan" or "Klingon" in Home_language. The column has no such code.',
		]);
		assert.deepEqual(summariesOf(`${COLUMNS}\n${rows(30, (index) => `${index} ,5,Reyes,Ana,F,W,N`)}`), [
			'An ID has spaces around it: 30 rows in Student_id.',
		]);
	});

	it('errors take what room there is, in turn by column', () => {
		const text = `${COLUMNS}\n${rows(3000, (index) => `${index},5,Reyes,Ana,Female,White,null`)}`;
		const { listed, summaries } = hold(checked('students.csv', text));
		const per = (column: number): number => listed.filter((one) => one.column === column).length;
		assert.deepEqual([per(4), per(5), per(6)], [498, 498, 0]);
		assert.deepEqual(
			summaries.map(({ rows }) => rows),
			[3000, 3000, 3000],
		);
	});

	it('the first of each kind are those that are listed', () => {
		const text = `${COLUMNS}\n${rows(1500, (index) => `${index},5,Reyes,Ana,Female,W,N`)}`;
		const { listed } = hold(checked('students.csv', text));
		assert.deepEqual(
			listed.map(({ record }) => record),
			Array.from({ length: 998 }, (_, index) => index + 1),
		);
	});

	it('a kind that is listed to the end has no summary', () => {
		const text = `${COLUMNS}\n${rows(1100, (index) => `${index},5,Reyes,Ana,${index < 30 ? 'Female' : 'f'},W,N`)}`;
		const { listed, summaries } = hold(checked('students.csv', text));
		assert.equal(listed.filter(({ severity }) => severity === 'error').length, 30);
		assert.deepEqual(
			summaries.map(({ rows }) => rows),
			[1070],
		);
	});

	it('of more kinds than there is room: errors first, and the rest is counted', () => {
		const header = `Student_id,${Array.from({ length: 1200 }, (_, index) => `shoe ${index}`).join(',')}`;
		const errors = Array.from({ length: 700 }, () => '').concat(Array(500).fill('a\ufffd'));
		const text = `${header}\n1,${errors.join(',')}\n2,${errors.join(',')}\n`;
		const { all, listed, summaries, findings } = hold(checked('students.csv', text));
		assert.equal(all.length, 1000);
		assert.equal(findings.length, 1200 + 1000 + 1);
		assert.equal(summaries.length + listed.filter(({ severity }) => severity === 'error').length, 500);
		assert.equal(
			summaries.filter(({ diagnostic }) => diagnostic.severity === DiagnosticSeverity.Error).length,
			500,
			'no error gives way to a warning',
		);
	});

	it('of single findings only: they stand for themselves', () => {
		const header = `Student_id,${Array.from({ length: 1500 }, (_, index) => `shoe ${index}`).join(',')}`;
		const { listed, summaries, hidden } = hold(checked('students.csv', `${header}\n`));
		assert.deepEqual([listed.length, summaries.length, hidden], [999, 0, 502]);
	});

	it('hold whatever the file and the cap', () => {
		const random = new Random(7);
		for (let round = 0; round < 300; round++) {
			const values = ['F', 'Female', 'f', 'null', '', 'zz', 'H', '\ufffd', '"a"b', 'a"b'];
			const row = (index: number): string =>
				random.chance(0.1)
					? random.pick(['', ',,,', '1,2', `${index},5,Reyes, Jr,Ana,F,W,N`])
					: `${index},5,=x,Ana,${random.pick(values)},${random.pick(values)},${random.pick(values)}`;
			const extra = random.chance(0.5) ? `,${Array(random.below(30)).fill('q').join(',')}` : '';
			const checker = checked('students.csv', `${COLUMNS}${extra}\n${rows(random.below(120), row)}`);
			const most = 2 + random.below(60);
			if (checker.findings().length > most) hold(checker, most);
		}
	});
});
