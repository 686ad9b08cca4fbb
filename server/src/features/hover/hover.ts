import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { joinMarkdown, type MarkdownText, markdown, markdownText } from '../../safeText';
import type { Element, Option, OptionSet } from '../../spec';
import { optionByCode } from '../../spec/meaning';
import { locate } from '../locate';
import {
	cedsLine,
	codesLine,
	definitionOf,
	describeElement,
	LONG_LIST,
	labeledCode,
	NO_MARKDOWN,
	sourceMarkdown,
	titleLine,
} from '../markdown';
import type { ShownHover } from '../shownTypes';

/** Sets the background apart from what a reader needs at once. */
const LINE = markdown`---`;

/**
 * The hover at a position. On a header cell: what the column is. On a value: what it is, why it is wrong, and the codes
 * of the column; below a line the definition and its source. The message of a problem is left out, as editors show it
 * with the hover. Null where there is nothing to say, and on every value of a password column.
 *
 * @param details Markdown about the student or the column, as `studentHover` and `columnHover` return it.
 */
export function hover(checker: Checker, position: Position, details = NO_MARKDOWN): ShownHover | null {
	const { record, column, field, fields, declared, offset } = locate(checker, position);
	const element = declared?.element;
	if (fields.length === 0 || offset < field.start) return null;
	const range = rangeOf(checker, field);
	if (record === 0) {
		if (!element) return null;
		return { range, contents: markdownOf([details, describeElement(element)]) };
	}
	if (!element || element.kind === 'secret') return null;
	const why = reasonsAt(checker, record, column);
	// A hover has little room: where it names the student, it need not name the column of IDs.
	if (details !== '') return { range, contents: markdownOf([why, details]) };
	if (!element.optionSet && why === '') return null;
	const { optionSet } = element;
	const option = optionSet && codeOf(optionSet, field.value);
	const isLong = optionSet !== undefined && optionSet.options.length > LONG_LIST;
	return {
		range,
		contents: markdownOf([
			titleLine(element),
			option ? labeledCode(option) : NO_MARKDOWN,
			why,
			optionSet && !(option && isLong) ? codesLine(optionSet) : NO_MARKDOWN,
			LINE,
			option ? definitionOfCode(option) : NO_MARKDOWN,
			...background(element),
		]),
	};
}

/** Reasons that a hover has room for. */
const MAX_REASONS = 2;

/** Why the problems of a field matter, each reason once, on one line. */
function reasonsAt(checker: Checker, record: number, column: number): MarkdownText {
	const findings = [...checker.findingsBetween(record, record)].filter(
		(finding) => finding.column === column,
	);
	const reasons = new Set(findings.map(({ rule }) => markdownText(rule.why)));
	return joinMarkdown([...reasons].slice(0, MAX_REASONS), ' ');
}

function codeOf(set: OptionSet, value: string): Option | undefined {
	const option = optionByCode(set, value);
	return option?.code === value ? option : undefined;
}

function definitionOfCode({ definition, label }: Option): MarkdownText {
	return definition && definition !== label ? markdownText(definition) : NO_MARKDOWN;
}

/** Where the column and its codes come from. */
function background(element: Element): readonly MarkdownText[] {
	const source = element.optionSet?.source ?? element.source;
	return [definitionOf(element), cedsLine(element), sourceMarkdown(source)];
}

/** Joins the paragraphs that are not empty. */
function markdownOf(paragraphs: readonly MarkdownText[]): ShownHover['contents'] {
	return { kind: 'markdown', value: joinMarkdown(paragraphs, '\n\n') };
}
