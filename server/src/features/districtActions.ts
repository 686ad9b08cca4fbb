import type { Finding } from '../check/finding';
import type { Checker } from '../check/live/checker';
import { isFieldRule } from '../rules';
import { lineText } from '../safeText';
import { shown } from '../wording';
import type { CodeActionOptions, LazyAction } from './lazyAction';

/**
 * The kind of what a district decides instead of fixing. It is no quick fix: VS Code lists such kinds below all others,
 * under "More Actions…".
 */
export const decisionKind = 'clever-demographics.decision';

/**
 * What a district may decide about a finding instead of fixing it: to make the rule less serious or turn it off, to
 * read why it is there, or to accept the value. Only for a client that has the commands.
 */
export function districtActions(
	checker: Checker,
	finding: Finding,
	{ commands, ruleUri }: CodeActionOptions,
): LazyAction[] {
	if (!commands) return [];
	const { rule, severity } = finding;
	const actions: LazyAction[] = [];
	if (severity === 'error' || severity === 'warning') {
		const title = `Show as Information Only: ${rule.title}`;
		actions.push(commandAction(title, commands.setRuleLevel, rule.id, 'information'));
	}
	actions.push(commandAction(`Turn Off: ${rule.title}`, commands.setRuleLevel, rule.id, 'off'));
	if (ruleUri(rule.id)) {
		actions.push(commandAction(`Open Help: ${rule.title}`, commands.openRule, rule.id));
	}
	const accepted = acceptedAs(checker, finding);
	if (accepted) {
		const { column, value } = accepted;
		const title = `Accept "${shown(value)}" in ${column} (Amplify Will Still Ignore It)`;
		actions.push(commandAction(title, commands.acceptValue, column, value));
	}
	return actions;
}

/** The column's name and the value that a district may accept; undefined where a finding is about no such value. */
export function acceptedAs(
	{ layout, document }: Checker,
	{ rule, record, column }: Finding,
): { readonly column: string; readonly value: string } | undefined {
	const element = layout.columns[column]?.element;
	if (record === 0 || !element?.optionSet || !isFieldRule(rule)) return undefined;
	const value = document.fieldsOf(record)[column]?.value;
	return value ? { column: element.column, value } : undefined;
}

function commandAction(text: string, command: string, ...args: string[]): LazyAction {
	const title = lineText(text);
	return {
		id: JSON.stringify([command, ...args]),
		action: { title, kind: decisionKind, command: { title, command, arguments: args } },
	};
}
