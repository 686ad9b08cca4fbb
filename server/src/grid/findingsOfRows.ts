import { type Finding, messageOf } from '../check/finding';
import { aboutOf } from '../check/findingAbout';
import { isFixable } from '../check/fixes/fixEdits';
import type { Checker } from '../check/live/checker';
import type { GridRecord } from './gridRecord';
import type { GridFinding } from './gridTypes';
import { reportedIn, reportedMark } from './reportedRows';

/** Finds the findings of records below the header, for records that lie near each other. */
export class FindingsOfRows {
	#position = -1;
	#byRecord = new Map<number, Finding[]>();

	/** The document must not change while it is used. */
	constructor(private readonly checker: Checker) {}

	/** The findings of a record. Checks its block first where it must. */
	of(record: number): readonly Finding[] {
		const position = this.checker.document.blockOfRecord(record);
		if (position !== this.#position) {
			this.#position = position;
			this.#byRecord = new Map();
			for (const finding of this.checker.findingsInBlock(position)) {
				const ofRecord = this.#byRecord.get(finding.record);
				if (ofRecord) ofRecord.push(finding);
				else this.#byRecord.set(finding.record, [finding]);
			}
		}
		return this.#byRecord.get(record) ?? [];
	}

	/** What the grid marks in a record: its findings, and what others report on it. `record` has read it. */
	marksOf(number: number, record: GridRecord): readonly GridFinding[] {
		const marks = this.of(number).map((finding) => gridFinding(this.checker, finding, record));
		if (!this.checker.reported?.total) return marks;
		const reported = reportedIn(this.checker, this.#position).filter((one) => one.record === number);
		return reported.length > 0 ? [...marks, ...reported.map(reportedMark)] : marks;
	}
}

/** A finding as the grid marks it; `record` is that of the finding. */
export function gridFinding(checker: Checker, finding: Finding, record: GridRecord): GridFinding {
	const { rule, severity, column } = finding;
	return {
		column,
		about: aboutOf(finding, checker.layout.columns.length, record.length),
		severity,
		rule: rule.id,
		message: messageOf(finding),
		// The check has found this out when it counted the finding.
		isFixable: isFixable(checker, finding),
	};
}
