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
	if (typeof ruleId !== 'string' || typeof level !== 'string' || !Object.hasOwn(levelNouns, level)) {
		throw new Error('Name a rule and a level: error, warning, information, hint or off.');
	}
	const where = await writeSettingEntry('rules', ruleId, level);
	const rule = `"${ruleTitles[ruleId] ?? ruleId}"`;
	announceSetting(
		`${rule} is now ${levelNouns[level as RuleLevel]}. To change this, edit cleverDemographics.rules in ${where} (${ruleId}).`,
	);
};
