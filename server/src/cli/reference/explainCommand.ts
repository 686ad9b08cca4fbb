import { Command } from 'commander';
import pc from 'picocolors';
import { CannotCheck } from '../../disk/cannotCheck';
import { terminalJson, terminalText } from '../../safeText';
import { alternatives, shown } from '../../wording';
import { orReport } from '../failures';
import { print } from '../print';
import { formatOption, type OutputFormat, type Subcommand } from '../subcommand';
import { terminalPage } from './terminalPage';
import { nearTopics, type Topic, topicsOf } from './topics';

/** The output of `explain --format json`. Fields are only ever added. */
export interface ExplainOutput {
	/** What the word means, likeliest first; empty where it means nothing. */
	readonly topics: readonly {
		readonly kind: Topic['kind'];
		readonly name: string;
		readonly title: string;
		/** The page as Markdown. */
		readonly page: string;
	}[];
}

/** `explain`: shows the page of a rule, a column or a code. */
export const explainCommand: Subcommand = {
	command: new Command('explain')
		.description('Show what a rule, a column or a code means.')
		.argument('<topic>', 'the id of a rule, a column, a code such as AUT, or Gender=F')
		.addOption(formatOption())
		.addHelpText('after', '\nExit status: 0 it was explained, 2 there is no such rule, column or code.')
		.action(explain),
	emptyJson: () => [json([])],
};

async function explain(word: string, { format }: { readonly format: OutputFormat }): Promise<void> {
	let topics: readonly Topic[] = [];
	await orReport(() => {
		topics = topicsOf(word);
		if (topics.length > 0) return;
		const near = nearTopics(word);
		const wayOut =
			near.length > 0 ? `Did you mean ${alternatives(near)}?` : 'See the list of rules with "rules".';
		throw new CannotCheck(`There is no rule, column or code "${shown(word)}". ${wayOut}`);
	});
	await print([format === 'json' ? json(topics) : text(topics)]);
}

function json(topics: readonly Topic[]): string {
	const output: ExplainOutput = {
		topics: topics.map(({ kind, name, title, page }) => ({ kind, name, title, page: page() })),
	};
	return `${terminalJson(output)}\n`;
}

/** The page; of several topics, a list of what to ask for. */
function text(topics: readonly Topic[]): string {
	const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
	const [topic, ...others] = topics;
	if (!topic) return '';
	if (others.length === 0) return terminalPage(topic.page(), colors);
	const lines = topics.map(
		({ kind, name, title }) => `  ${terminalText(`explain ${name}`)}  ${kind}: ${title}\n`,
	);
	return `This has ${topics.length} meanings. Ask for one of them:\n${lines.join('')}`;
}
