import type { Hover, Position } from 'vscode-languageserver-types';
import { messageOf } from '../../check/finding';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { optionSpelled } from '../../spec/meaning';
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
 * On a header the element; on a value what it means, or why it is wrong and what to use.
 *
 * @param about what there is to say of the student whose id stands there, or of the values of the column, as Markdown.
 */
export function hover(checker: Checker, position: Position, about = ''): Hover | null {
	const { record, column, field, fields, declared, offset } = locate(checker, position);
	const element = declared?.element;
	if (fields.length === 0 || offset < field.start) return null;
	const range = rangeOf(checker, field);
	const findings = [...checker.findingsBetween(record, record)]
		.filter((finding) => finding.column === column && record > 0)
		.map((finding) => escapeMarkdown(`${messageOf(finding)} ${finding.rule.why}`));
	if (record === 0) {
		if (!element) return null;
		const value = [about, describeElement(element)].filter((part) => part !== '').join('\n\n');
		return { range, contents: { kind: 'markdown', value } };
	}
	if (!element || element.kind === 'secret') return null;
	// A hover has little room: who the student is says what the column is.
	const parts =
		about === '' ? [`**${escapeMarkdown(element.column)}**: ${escapeMarkdown(element.title)}`] : [];
	const option = element.optionSet && optionSpelled(element.optionSet, field.value);
	if (option && option.code === field.value) parts.push(describeOption(option));
	parts.push(...findings, about);
	if (element.optionSet) {
		parts.push(definitionOf(element), cedsLine(element), sourceMarkdown(element.optionSet.source));
	} else if (findings.length === 0 && about === '') return null;
	return { range, contents: { kind: 'markdown', value: parts.filter((part) => part !== '').join('\n\n') } };
}
