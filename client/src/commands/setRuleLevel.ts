import { type RuleLevel, ruleTitles } from '../../../server/src/protocol';
import { announceSetting, writeSettingEntry } from '../ui/writeSetting';
import type { Command } from './command';

const levelNouns: Readonly<Record<RuleLevel, string>> = {
	error: 'an error',
	warning: 'a warning',
	information: 'information',
	hint: 'a hint',
	off: 'off',
};

/** Sets the level of a rule, or turns it off. */
export const setRuleLevel: Command = async (_, ruleId, level) => {
	const isKnown = typeof ruleId === 'string' && Object.hasOwn(ruleTitles, ruleId);
	if (!isKnown || typeof level !== 'string' || !Object.hasOwn(levelNouns, level)) {
		throw new Error('Name a rule and a level: error, warning, information, hint or off.');
	}
	await writeSettingEntry('rules', ruleId, level);
	announceSetting(`"${ruleTitles[ruleId]}" (${ruleId}) is now ${levelNouns[level as RuleLevel]}.`, 'rules');
};
