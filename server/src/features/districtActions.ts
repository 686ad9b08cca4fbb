import { CodeActionKind } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import type { Checker } from '../check/live/checker';
import { isFieldRule } from '../rules';
import { shown } from '../wording';
import type { CodeActionOptions, LazyAction } from './lazyAction';

/**
 * What a district may decide about a finding instead of fixing it: to accept the value, to make the rule less serious
 * or turn it off, or to read why it is there. Only for a client that has the commands.
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
	if (element?.optionSet && value && isFieldRule(rule)) {
		const title = `Accept "${shown(value)}" in ${element.column} for This District`;
		actions.push(commandAction(title, commands.acceptValue, element.column, value));
	}
	if (severity === 'error' || severity === 'warning') {
		const title = `Show as Information Only: ${rule.title}`;
		actions.push(commandAction(title, commands.setRuleLevel, rule.id, 'information'));
	}
	actions.push(commandAction(`Turn Off: ${rule.title}`, commands.setRuleLevel, rule.id, 'off'));
	if (ruleUri(rule.id)) {
		actions.push(commandAction(`Open Help: ${rule.title}`, commands.openRule, rule.id));
	}
	return actions;
}

function commandAction(title: string, command: string, ...args: string[]): LazyAction {
	return {
		id: JSON.stringify([command, ...args]),
		action: { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: args } },
	};
}
