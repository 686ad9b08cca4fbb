import { messageOf, type ShownPlace } from '../../check/finding';
import { tellsValue } from '../../check/tellsValue';
import type { FileReport } from '../../disk/fileCheck';
import type { ListedFinding, ListedFix, TextPosition } from '../../disk/listedFinding';
import { ruleById } from '../../rules';
import type { Severity } from '../../rules/rule';
import { tables } from '../../spec';
import type { FormatOptions } from './format';

/** A finding as a format prints it. */
export interface ShownFinding extends ShownPlace {
	/** The rule's id. */
	readonly rule: string;
	readonly severity: Severity;
	/** For people. */
	readonly message: string;
	/** 1-based. */
	readonly line: number;
	/** The text that it is about. Undefined in redacted output: its length can tell a value. */
	readonly range: { readonly start: TextPosition; readonly end: TextPosition } | undefined;
	readonly fixes: readonly ListedFix[];
	/** The name of the column in our tables; undefined if the finding is about none of them. */
	readonly column: string | undefined;
	/** How many findings of the rule in this column come before it in its file. */
	readonly ordinal: number;
}

/** How a finding is shown. */
export type Shown = Pick<FormatOptions, 'isRedacted' | 'isQuiet'>;

const declared = new Map(
	tables.flatMap(({ elements }) => elements.map((element) => [element.column, element])),
);

/** The name of a column if a table declares it. Any other header is a text of the file. */
export function declaredColumn(name: string | null): string | undefined {
	return name !== null && declared.has(name) ? name : undefined;
}

/**
 * The findings of a file that are listed, in the order of the file. No format reads them in another way. In redacted
 * output, those whose row is left out come first, by rule and column: among the others, they would be beside the row.
 */
export function* shownFindings(
	{ findings }: Pick<FileReport, 'findings'>,
	{ isRedacted, isQuiet }: Shown,
): Generator<ShownFinding, void> {
	const ordinals = new Map<string, number>();
	const words = redactedWords();
	const hidden: { readonly group: string; readonly shown: ShownFinding }[] = [];
	const inOrder: ShownFinding[] = [];
	for (const finding of findings) {
		const column = finding.about === 'field' ? declaredColumn(finding.element) : undefined;
		const group = `${finding.rule} ${column ?? finding.field}`;
		const ordinal = ordinals.get(group) ?? 0;
		ordinals.set(group, ordinal + 1);
		if (isQuiet && finding.severity !== 'error') continue;
		if (!isRedacted) {
			yield whole(finding, column, ordinal);
			continue;
		}
		const shown = redacted(finding, column, ordinal, words);
		if (words(finding, column).hidesRow) hidden.push({ group, shown });
		else inOrder.push(shown);
	}
	hidden.sort((one, other) => (one.group < other.group ? -1 : Number(one.group > other.group)));
	for (const { shown } of hidden) yield shown;
	yield* inOrder;
}

function whole(finding: ListedFinding, column: string | undefined, ordinal: number): ShownFinding {
	const { rule, severity, start, end, record, about, field, element, fixes } = finding;
	const message = messageOf({ problem: finding, record });
	const range = { start, end };
	return {
		rule,
		severity,
		message,
		line: start.line + 1,
		range,
		record,
		about,
		field,
		element,
		fixes,
		column,
		ordinal,
	};
}

/** What redacted output says of the findings of one rule in one column. */
interface RedactedWords {
	readonly message: string;
	/** Whether it must not say in which row they are. */
	readonly hidesRow: boolean;
}

type WordsOf = (finding: ListedFinding, column: string | undefined) => RedactedWords;

/** Looks each rule and column up once: a file has thousands of findings of one kind. */
function redactedWords(): WordsOf {
	const known = new Map<string, RedactedWords>();
	return ({ rule: id, record, about }, column) => {
		const key = `${id} ${column} ${about} ${record > 0}`;
		let words = known.get(key);
		if (!words) {
			const rule = ruleById(id);
			const title = rule?.title ?? id;
			const element = about === 'field' ? declared.get(column ?? '') : null;
			words = {
				message: column === undefined ? title : `${title}: ${column}`,
				hidesRow: rule === undefined || tellsValue(rule, record, element),
			};
			known.set(key, words);
		}
		return words;
	};
}

/**
 * The rule's title and the column: no text of the file. Where these and the row would tell what a student has in a
 * category, the row is left out too: whoever reads it may know which student is in the row.
 */
function redacted(
	finding: ListedFinding,
	column: string | undefined,
	ordinal: number,
	wordsOf: WordsOf,
): ShownFinding {
	const { rule, severity, start, record, about, field } = finding;
	const { message, hidesRow } = wordsOf(finding, column);
	return {
		rule,
		severity,
		message,
		line: hidesRow ? 1 : start.line + 1,
		range: undefined,
		record: hidesRow ? 0 : record,
		about: hidesRow ? 'file' : about,
		field,
		element: column ?? null,
		fixes: [],
		column,
		ordinal,
	};
}

/** How many findings are counted and not listed; of a quiet listing, how many errors. */
export function hiddenCount({ findings, unlisted, counts }: FileReport, { isQuiet }: Shown): number {
	if (!isQuiet) return unlisted;
	return counts.error - findings.filter(({ severity }) => severity === 'error').length;
}
