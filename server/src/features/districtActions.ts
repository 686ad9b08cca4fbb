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
	const { rule, record, column, severity } = finding;
	const element = checker.layout.columns[column]?.element;
	const value = record > 0 ? checker.document.fieldsOf(record)[column]?.value : undefined;
	const actions: LazyAction[] = [];
	if (severity === 'error' || severity === 'warning') {
		const title = `Show as Information Only: ${rule.title}`;
		actions.push(commandAction(title, commands.setRuleLevel, rule.id, 'information'));
	}
	actions.push(commandAction(`Turn Off: ${rule.title}`, commands.setRuleLevel, rule.id, 'off'));
	if (ruleUri(rule.id)) {
		actions.push(commandAction(`Open Help: ${rule.title}`, commands.openRule, rule.id));
	}
	if (element?.optionSet && value && isFieldRule(rule)) {
		const title = `Accept "${shown(value)}" in ${element.column} (Amplify Will Still Ignore It)`;
		actions.push(commandAction(title, commands.acceptValue, element.column, value));
	}
	return actions;
}

function commandAction(text: string, command: string, ...args: string[]): LazyAction {
	const title = lineText(text);
	return {
		id: JSON.stringify([command, ...args]),
		action: { title, kind: decisionKind, command: { title, command, arguments: args } },
	};
}
