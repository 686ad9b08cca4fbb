import { Fields, type RecordReader } from '../../csv/scan';
import { fileRules, ruleById } from '../../rules';
import type { Layout } from '../../rules/layout';
import type { Problem, Rule } from '../../rules/rule';
import type { FileView } from '../../rules/views';
import type { ActiveRules } from '../activeRules';
import type { Finding } from '../finding';

/** What there is to say of a header. */
export interface Header {
	readonly findings: readonly Finding[];
	/** Whether it makes the rest not worth reading. */
	readonly alone: boolean;
}

export interface HeaderText {
	/** The header record without its line break. */
	readonly text: string;
	/** Whether the whole file holds nothing but blanks. */
	readonly empty: boolean;
	/** Records from the header on to the end of the file, counted up to one more than a quoted field may have lines. */
	readonly recordsLeft: () => number;
}

/** Asks the rules on the header. */
export function checkHeader(
	layout: Layout,
	active: ActiveRules,
	reader: RecordReader,
	{ text, empty, recordsLeft }: HeaderText,
): Header {
	const fields = new Fields();
	reader.read(text, 0, fields);
	const { table } = layout;
	const findings: Finding[] = [];
	let alone = false;
	for (const rule of active.header()) {
		active.guard(rule, () =>
			rule.checkHeader({ table, layout, text, fields, empty }, (problem, spot) => {
				findings.push(active.finding(rule, problem, 0, spot));
				if (spot.suppressesRest) alone = true;
			}),
		);
		if (alone) break;
	}
	// The header is a record too: its quotes can be as wrong as any.
	const { maxQuotedLines } = reader;
	const view = { text, start: 0, fields, layout, recordsLeft, maxQuotedLines };
	for (const rule of alone ? [] : active.structure()) {
		active.guard(rule, () =>
			rule.checkStructure(view, (problem, spot) => {
				findings.push(active.finding(rule, problem, 0, spot));
			}),
		);
	}
	return { alone, findings };
}

/** What a host knows of the file besides its text; where the content is not worth reading, the name still is. */
export function checkFile(
	{ table }: Layout,
	active: ActiveRules,
	known: Partial<FileView>,
	alone: boolean,
): readonly Finding[] {
	const findings: Finding[] = [];
	const lineBreaks = { crlf: 0, lf: 0, cr: 0 };
	const file: FileView = { name: undefined, byteOrderMark: false, lineBreaks, ...known, table };
	const rules = fileRules.filter((rule) => !alone || rule.aboutFileOnly);
	for (const rule of rules.filter((one) => active.isOn(one))) {
		active.guard(rule, () =>
			rule.checkFile(file, (problem) => findings.push(onFirstRow(active, rule, problem))),
		);
	}
	return findings;
}

/** The rules that have failed, each as a finding. */
export function failures(active: ActiveRules): readonly Finding[] {
	return [...active.failed].map((id) =>
		onFirstRow(active, ruleById(id) as Rule, {
			message: `The check ${id} failed and is switched off for this session; all others go on.`,
		}),
	);
}

function onFirstRow(active: ActiveRules, rule: Rule, problem: Problem): Finding {
	return active.finding(rule, problem, 0, { column: 0 });
}
