import { Fields, type RecordReader } from '../../csv/scan';
import { fileRules, ruleById } from '../../rules';
import type { Layout } from '../../rules/layout';
import type { Problem, Rule } from '../../rules/rule';
import type { FileView } from '../../rules/views';
import type { ActiveRules } from '../activeRules';
import { type Finding, messageOf } from '../finding';
import { type LostLetters, lostLettersIn } from './lostLetters';

/** The findings on a header. */
export interface Header {
	readonly findings: readonly Finding[];
	/** Whether one of them makes every finding below the header worthless. */
	readonly suppressesRest: boolean;
	/** Why the text has no columns that could be shown, in a sentence for people; undefined where it has. */
	readonly columnsProblem?: string | undefined;
	/** Its letters that cannot be read; undefined if there are none. */
	readonly lostLetters?: LostLetters | undefined;
}

/** A header and what its rules need to know of the rest of the file. */
export interface HeaderText {
	/** The header record without its line break. */
	readonly text: string;
	/** Whether the whole file holds nothing but whitespace. */
	readonly empty: boolean;
	/** The text of the header and of records below it, as `RecordView.ahead` says. */
	readonly ahead: () => string;
}

/** Runs the rules on headers, and those on the structure of a record, over the header. */
export function checkHeader(
	layout: Layout,
	active: ActiveRules,
	reader: RecordReader,
	{ text, empty, ahead }: HeaderText,
): Header {
	const fields = new Fields();
	reader.read(text, 0, fields);
	const { table } = layout;
	const findings: Finding[] = [];
	let suppressesRest = false;
	let columnsProblem: string | undefined;
	for (const rule of active.headerRules()) {
		active.guard(rule, () =>
			rule.checkHeader({ table, layout, text, fields, empty }, (problem, spot) => {
				findings.push(active.finding(rule, problem, 0, spot));
				if (spot.suppressesRest) suppressesRest = true;
				if (spot.hidesColumns) columnsProblem = messageOf({ problem, record: 0 });
			}),
		);
		if (suppressesRest) return { suppressesRest, columnsProblem, findings };
	}
	// The header is a record too: its quotes can be as wrong as those of any other.
	const view = { text, start: 0, fields, layout, ahead, reader };
	for (const rule of active.structureRules()) {
		active.guard(rule, () =>
			rule.checkStructure(view, (problem, spot) => {
				findings.push(active.finding(rule, problem, 0, spot));
			}),
		);
	}
	return { suppressesRest, findings, lostLetters: lostLettersIn(text, 0, fields) };
}

/** The finding on the letters of a file that cannot be read, at the first of them; undefined if there are none. */
export function lostLettersFinding(
	active: ActiveRules,
	count: number,
	first: (LostLetters & { readonly record: number }) | undefined,
): Finding | undefined {
	const [rule] = active.lostLettersRules();
	if (!rule || !first) return undefined;
	const { record, column, start } = first;
	const problem = active.guard(rule, () => rule.checkLostLetters(count));
	return problem && active.finding(rule, problem, record, { column, start, end: start + 1 });
}

/**
 * Runs the rules on files.
 *
 * @param facts what the host knows about the file besides its text; what is missing counts as unremarkable.
 * @param suppressesRest whether the content cannot be read: then only the rules run that do not look at it.
 */
export function checkFile(
	{ table }: Layout,
	active: ActiveRules,
	facts: Partial<FileView>,
	suppressesRest: boolean,
): readonly Finding[] {
	const findings: Finding[] = [];
	const lineBreaks = { crlf: 0, lf: 0, cr: 0 };
	const file: FileView = { name: undefined, byteOrderMark: false, lineBreaks, ...facts, table };
	const rules = fileRules.filter((rule) => !suppressesRest || rule.aboutFileOnly);
	for (const rule of rules.filter((one) => active.isOn(one))) {
		active.guard(rule, () =>
			rule.checkFile(file, (problem) => findings.push(onFirstRow(active, rule, problem))),
		);
	}
	return findings;
}

/** What the rules say that need the bytes of a file, of the line breaks of a text that an editor holds. */
export function checkLineBreaks(
	layout: Layout,
	active: ActiveRules,
	lineBreaks: FileView['lineBreaks'],
): readonly Finding[] {
	return checkFile(layout, active, { lineBreaks }, false).filter(
		({ rule }) => 'needsBytes' in rule && rule.needsBytes,
	);
}

/** One finding on the first row for each rule that has failed. */
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
