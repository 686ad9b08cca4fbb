import assert from 'node:assert/strict';
import { ActiveRules } from '../../server/src/check/activeRules';
import { messageOf } from '../../server/src/check/finding';
import { Checker } from '../../server/src/check/live/checker';
import { CsvDocument } from '../../server/src/csv/document';
import { RangeSource } from '../../server/src/disk/checkJob';
import { FileBytes } from '../../server/src/disk/fileBytes';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { findingPrinter, type ListedFinding } from '../../server/src/disk/listedFinding';
import { findingRange } from '../../server/src/features/findingRange';
import { defaultSettings } from '../../server/src/settings';
import { students, studentsExt, type Table } from '../../server/src/spec';
import { Random } from '../csv/random';
import { fileText } from '../support/messyFiles';

const ROUNDS = 3000;

/** The report of the check on the disk on a text that is read in small portions. */
function streamed(table: Table, text: string, random: Random): Promise<FileReport> {
	const portions = { piece: 1 + random.below(60), range: 20 + random.below(200) };
	const bytes = FileBytes.of(text, portions);
	const start = text.startsWith('\ufeff') ? 3 : 0;
	const opened = { bytes, start, byteOrderMark: start > 0, names: undefined };
	return new DiskCheck(defaultSettings, assert.fail).checkText(table.fileName, opened);
}

/** What the editor's checker reports on the same text, without the byte order mark. */
function checked(
	table: Table,
	text: string,
): { readonly records: number; readonly findings: readonly string[] } {
	const document = new CsvDocument(`file:///${table.fileName}`, '', 1, text.replace(/^\ufeff/, ''));
	const checker = new Checker(document, table, new ActiveRules(defaultSettings), { name: table.fileName });
	assert.ok(checker.run());
	const toListed = findingPrinter(checker.layout, checker.active);
	const inOrder = checker.findings().sort((a, b) => a.record - b.record || a.column - b.column);
	const findings = inOrder.map((finding) => {
		const { start } = document.recordSpan(finding.record);
		const { about, element, fixes } = toListed(finding, {
			text: document.getText(),
			start,
			line: document.positionAt(start).line,
			isHeader: finding.record === 0,
			followsCr: () => document.slice(start - 1, start) === '\r',
			textAfter: () => '',
		});
		return line({
			...findingRange(document, finding),
			rule: finding.rule.id,
			severity: finding.severity,
			message: messageOf(finding),
			record: finding.record,
			field: finding.column,
			about,
			element,
			fixes,
		});
	});
	return { records: checker.records, findings };
}

function line(finding: ListedFinding): string {
	const { start, end, record, field, rule, severity, about, element, fixes } = finding;
	const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
	const message = messageOf({ problem: finding, record });
	return `${rule} ${severity} ${record}:${field} ${place} ${about} ${element} ${message} ${JSON.stringify(fixes)}`;
}

/** Rules about the bytes, which the editor's checker does not see. */
const byteRules = new Set(['csv/byte-order-mark', 'csv/mixed-line-breaks', 'csv/cr-line-breaks']);

describe('a file read in portions', function () {
	this.timeout(300_000);

	it('has the findings of the whole file, wherever the portions end', async () => {
		for (let seed = 0; seed < ROUNDS; seed++) {
			const random = new Random(seed);
			const table = random.pick([students, studentsExt]);
			const { text } = fileText(random, { table, rows: random.chance(0.1) ? 150 : 20 });
			const whole =
				(random.chance(0.1) ? '\ufeff' : '') + text.replaceAll('x', random.pick(['x', 'é', '€', '😀']));
			const expected = checked(table, whole);
			const report = await streamed(table, whole, random);
			const findings = report.findings.filter(({ rule }) => !byteRules.has(rule)).map(line);
			assert.deepEqual(findings, expected.findings, `seed ${seed} ${JSON.stringify(whole)}`);
			assert.equal(report.records, expected.records, `records of seed ${seed}`);
			assert.equal(report.unlisted, 0);
		}
	});
});

describe('a file with findings of many kinds', () => {
	it('lists the first of each kind, and not so many that memory runs out', () => {
		const columns = students.elements.filter(({ optionSet }) => optionSet).map(({ column }) => column);
		const row = `x,${columns.map(() => 'q').join(',')}\n`;
		const text = row.repeat(5);
		const job = {
			file: undefined,
			settings: defaultSettings,
			table: students.fileName,
			headers: ['Student_id', ...columns],
			start: 0,
			ranges: 1,
			workers: 0,
			maxListed: 2,
		};
		const { findings, counts } = new RangeSource(job, FileBytes.of(text)).check(0);
		assert.ok(columns.length > 4 * job.maxListed);
		assert.equal(
			counts.reduce((sum, { count }) => sum + count, 0),
			5 * columns.length,
			'all are counted',
		);
		assert.equal(findings.length, columns.length);
		assert.ok(findings.every(({ record }) => record === 0));
	});
});
