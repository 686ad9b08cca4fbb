import { window } from 'vscode';
import type { RuleLevel } from '../../../server/src/protocol';
import { writeEntry } from '../ui/writeSetting';
import type { Command } from './command';

const said: Readonly<Record<RuleLevel, string>> = {
	error: 'an error',
	warning: 'a warning',
	information: 'information',
	hint: 'a hint',
	off: 'off',
};

/** Turns a rule down or off, or up. */
export const setRuleLevel: Command = async (_, ruleId, level) => {
	if (typeof ruleId !== 'string' || typeof level !== 'string' || !Object.hasOwn(said, level)) {
		throw new Error('Name a rule and a level: error, warning, information, hint or off.');
	}
	const where = await writeEntry('rules', ruleId, level);
	void window.showInformationMessage(
		`${ruleId} is ${said[level as RuleLevel]} now. That stands in ${where}, under rules.`,
	);
};
