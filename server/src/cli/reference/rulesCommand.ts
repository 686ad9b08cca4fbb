import { Command } from 'commander';
import pc from 'picocolors';
import { rules } from '../../rules';
import type { Rule, Severity } from '../../rules/rule';
import { terminalJson } from '../../safeText';
import { print } from '../print';
import { formatOption, type OutputFormat, type Subcommand } from '../subcommand';
import { runExample } from './pages/example';

/** The output of `rules --format json`. Fields are only ever added. */
export interface RulesOutput {
	/** In the order in which they are asked. */
	readonly rules: readonly {
		readonly id: string;
		/** What it has without a setting of the district. */
		readonly severity: Severity;
		/** What is wrong, in one line. */
		readonly title: string;
		/** Why it matters. */
		readonly why: string;
		/** Whether `check --fix` fixes it where the value has one meaning. */
		readonly fixable: boolean;
		/** Whether it is checked only where the bytes of a file are known, which an editor does not show. */
		readonly needsBytes: boolean;
	}[];
}

/** `rules`: lists what is checked. */
export const rulesCommand: Subcommand = {
	command: new Command('rules')
		.description('List the rules that are checked, with their severity.')
		.addOption(formatOption())
		.action(listRules),
	emptyJson: () => [`${terminalJson({ rules: [] } satisfies RulesOutput)}\n`],
};

async function listRules({ format }: { readonly format: OutputFormat }): Promise<void> {
	const list = rules.map((rule): RulesOutput['rules'][number] => {
		const { id, severity, title, why, needsBytes = false } = rule;
		return { id, severity, title, why, fixable: isFixable(rule), needsBytes };
	});
	await print(format === 'json' ? [`${terminalJson({ rules: list } satisfies RulesOutput)}\n`] : text(list));
}

/** Whether the problem of the rule's example has a fix that needs no decision. */
function isFixable(rule: Rule): boolean {
	return runExample(rule, 'bad').findings.some(
		({ rule: id, fixes }) => id === rule.id && fixes.some(({ preferred }) => preferred),
	);
}

function* text(list: RulesOutput['rules']): Iterable<string> {
	const { bold, dim } = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
	const widest = Math.max(...list.map(({ id }) => id.length));
	for (const { id, severity, title, fixable } of list) {
		yield `${bold(id.padEnd(widest))}  ${severity.padEnd(11)}  ${fixable ? 'fix' : '   '}  ${title}\n`;
	}
	yield dim(
		'\nfix: check --fix fixes it where the value has one meaning. "explain <rule>" shows its page.\n',
	);
}
