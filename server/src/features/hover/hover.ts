import type { Hover, MarkupContent, Position } from 'vscode-languageserver-types';
import { messageOf } from '../../check/finding';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { optionByCode } from '../../spec/meaning';
import { locate } from '../locate';
import {
	cedsLine,
	definitionOf,
	describeElement,
	describeOption,
	escapeMarkdown,
	sourceMarkdown,
} from '../markdown';

/**
 * The hover at a position. On a header cell: what the column is. On a value: its meaning and its problems. Null where
 * there is nothing to say, and on every value of a password column.
 *
 * @param details Markdown about the student or the column, as `studentHover` and `columnHover` return it.
 */
export function hover(checker: Checker, position: Position, details = ''): Hover | null {
	const { record, column, field, fields, declared, offset } = locate(checker, position);
	const element = declared?.element;
	if (fields.length === 0 || offset < field.start) return null;
	const range = rangeOf(checker, field);
	const findings = [...checker.findingsBetween(record, record)]
		.filter((finding) => finding.column === column && record > 0)
		.map((finding) => escapeMarkdown(`${messageOf(finding)} ${finding.rule.why}`));
	if (record === 0) {
		if (!element) return null;
		return { range, contents: markdownOf([details, describeElement(element)]) };
	}
	if (!element || element.kind === 'secret') return null;
	// A hover has little room: where it names the student, it need not name the column of IDs.
	const parts =
		details === '' ? [`**${escapeMarkdown(element.column)}**: ${escapeMarkdown(element.title)}`] : [];
	const option = element.optionSet && optionByCode(element.optionSet, field.value);
	if (option && option.code === field.value) parts.push(describeOption(option));
	parts.push(...findings, details);
	if (element.optionSet) {
		parts.push(definitionOf(element), cedsLine(element), sourceMarkdown(element.optionSet.source));
	} else if (findings.length === 0 && details === '') return null;
	return { range, contents: markdownOf(parts) };
}

/** Joins the paragraphs that are not empty. */
function markdownOf(paragraphs: readonly string[]): MarkupContent {
	return { kind: 'markdown', value: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') };
}
