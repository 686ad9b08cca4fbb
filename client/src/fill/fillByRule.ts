import { commands } from 'vscode';
import {
	type CheckedFillRule,
	type FillableColumn,
	type FillByRuleAnswer,
	type FillByRuleParams,
	type FillColumnsAnswer,
	type FillRule,
	fillByRuleRequest,
	fillColumnsRequest,
	type RuleDisagreement,
} from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { countOf, plural } from '../../../server/src/wording';
import { askServer } from '../commands/bulk/askServer';
import type { Command, CommandContext } from '../commands/command';
import { uriFromArgument } from '../files/currentView';
import { kindOfUri } from '../files/fileKinds';
import { announce } from '../ui/announce';
import { askText, type PickItem, pickOne, separator } from '../ui/quickPick';
import { valueLabel } from '../ui/valueLabel';
import { announceSetting, appendToSetting } from '../ui/writeSetting';
import { askRule } from './askRule';
import { applyFill, chooseFolderToFill, type FolderToFill } from './openFiles';
import { actionItems, countItems, firstOf, type PreviewItem, showOtherValues } from './previewItems';
import { ruleText } from './ruleTexts';

interface RuleItem extends PickItem {
	readonly saved?: CheckedFillRule;
}

/**
 * Fills a column where another one has some value, after a preview; a menu passes the URI of a file and the 0-based
 * column to fill. Without them, a saved rule may be picked.
 */
export const fillByRule: Command = async (context, argument, column) => {
	const { server } = context;
	const folder = await chooseFolderToFill(context, argument);
	if (!folder) return;
	const files = await folder.open();
	const answer = await askServer<FillColumnsAnswer>(server, 'Counting values', fillColumnsRequest, files);
	if (!answer) return;
	const target = columnPassed(answer.columns, argument, column);
	const picked = target ? 'new' : await pickSaved(answer.saved);
	if (!picked) return;
	const rule = picked === 'new' ? await askRule(server, files, answer.columns, target) : picked;
	if (rule) await previewRule(context, folder, rule, answer.saved);
};

function columnPassed(
	columns: readonly FillableColumn[],
	argument: unknown,
	index: unknown,
): FillableColumn | undefined {
	const uri = uriFromArgument(argument);
	const fileName = uri && kindOfUri(uri)?.fileName;
	if (typeof index !== 'number' || fileName === undefined) return undefined;
	const found = columns.find((column) => column.fileName === fileName && column.index === index);
	if (found && found.kind !== 'other')
		throw new Error(`${found.column} is different for each student, so no rule fills it.`);
	return found;
}

/** Asks for a saved rule or a new one; undefined if nothing is picked. */
async function pickSaved(saved: readonly CheckedFillRule[]): Promise<FillRule | 'new' | undefined> {
	if (saved.length === 0) return 'new';
	const create: RuleItem = { label: iconText`$(add) New Rule…` };
	const items = saved.map((one): RuleItem => {
		const text = one.problem ?? (one.rule ? ruleText(one.rule) : '');
		const name = labelText(one.name);
		return {
			label: one.problem === undefined ? name : iconText`$(warning) ${name}`,
			detail: labelText(text),
			saved: one,
		};
	});
	const picked = await pickOne<RuleItem>([...items, separator(), create], {
		title: 'Fill by Rule',
		placeHolder: 'Choose a saved rule, or make a new one',
		matchOnDetail: true,
	});
	if (!picked?.saved) return picked && 'new';
	const { name, problem, rule } = picked.saved;
	if (problem !== undefined || !rule)
		throw new Error(`The saved rule ${name} cannot be used. ${problem ?? ''}`);
	return rule;
}

/** Shows what a rule does until the person fills or cancels. */
async function previewRule(
	{ server }: CommandContext,
	folder: FolderToFill,
	first: FillRule,
	saved: readonly CheckedFillRule[],
): Promise<void> {
	let rule = first;
	const taken = saved.map(({ name }) => name);
	let files = await folder.open();
	for (;;) {
		const params: FillByRuleParams = { ...files, rule, preview: true };
		const answer = await askServer<FillByRuleAnswer>(server, 'Counting', fillByRuleRequest, params);
		if (!answer) return;
		const picked = await pickOne(itemsOf(answer, rule), {
			title: ruleText(rule),
			placeHolder: 'Nothing is written before you choose Fill',
			matchOnDescription: true,
			ignoreFocusOut: true,
		});
		if (!picked) return;
		if (picked.action === 'fill') {
			await fill(server, { ...params, preview: false });
			return;
		}
		if (picked.action === 'other values') rule = { ...rule, onlyWhereEmpty: !rule.onlyWhereEmpty };
		else if (picked.action === 'show others') await showOtherValues(answer.conflicts, [answer.counts]);
		else if (picked.action === 'show disagreeing') await showDisagreeing(answer.disagreeing);
		else if (picked.action === 'save') {
			const name = await saveRule(rule, taken);
			if (name !== undefined) taken.push(name);
		} else if (picked.action === 'add students') {
			await commands.executeCommand('cleverDemographics.addMissing', folder.pair.roster.toString());
			files = await folder.open();
		}
	}
}

function itemsOf(
	{ counts, lookedAt: file, disagreeing }: Exclude<FillByRuleAnswer, { readonly problem: string }>,
	rule: FillRule,
): readonly PreviewItem<'save' | 'show disagreeing'>[] {
	return [
		...actionItems([counts], rule.onlyWhereEmpty, {
			replace: 'Replace Other Values, Too',
			keep: 'Fill Only Where Empty',
		}),
		{ label: iconText`$(save) Save This Rule…`, action: 'save' },
		...(disagreeing.count > 0
			? [
					{
						label: iconText`$(warning) ${labelText(countOf(disagreeing.count, 'student'))}`,
						description: labelText(
							`${plural(disagreeing.count, 'has', 'have')} rows that disagree in ${rule.when.column}: left alone. Show…`,
						),
						action: 'show disagreeing' as const,
					},
				]
			: []),
		...countItems(counts, rule.when.column, file),
	];
}

async function fill(server: CommandContext['server'], params: FillByRuleParams): Promise<void> {
	const answer = await askServer<FillByRuleAnswer>(server, 'Filling', fillByRuleRequest, params);
	if (!answer) return;
	await applyFill(answer.files);
	const { changed, column, fileName } = answer.counts;
	announce(`${countOf(changed, 'field')} of ${column} in ${fileName} filled.`, answer.files);
}

/** Lists students whose rows disagree. */
async function showDisagreeing({ ids, count }: RuleDisagreement): Promise<void> {
	await pickOne(
		ids.map((id) => ({ label: valueLabel(id) })),
		{
			title: `${firstOf(ids.length, count)}${countOf(count, 'student')} with rows that disagree`,
			placeHolder: 'Enter goes back',
		},
	);
}

/** Asks for a name that no rule has, and saves a rule; undefined if the person cancels. */
async function saveRule(rule: FillRule, taken: readonly string[]): Promise<string | undefined> {
	const problemOf = (name: string): string | undefined => {
		if (name.trim() === '') return 'Enter a name.';
		return taken.includes(name) ? 'A saved rule has this name.' : undefined;
	};
	const name = await askText('Save This Rule', 'Name of the rule', problemOf, ruleText(rule));
	if (name === undefined) return undefined;
	await appendToSetting('fillRules', { name, ...rule });
	announceSetting(`Fill by Rule now lists ${name}.`, 'fillRules');
	return name;
}
