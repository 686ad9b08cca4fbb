import { CodeActionKind } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import type { Checker } from '../check/live/checker';
import { isFieldRule } from '../rules';
import type { Fix } from '../rules/fix';
import { lineText, type PlainText } from '../safeText';
import { formatNumber, shown } from '../wording';
import { toDiagnostic } from './diagnostics';
import type { CodeActionOptions, LazyAction } from './lazyAction';

/** The fixes of a finding, without those that give up the value: a menu lists these last. */
export function keepingFixes(fixes: readonly Fix[]): readonly Fix[] {
	return fixes.filter((fix) => !givesUp(fix));
}

/** The fixes of a finding that empty its field though the value may have meant something. */
export function emptyingFixes(fixes: readonly Fix[]): readonly Fix[] {
	return fixes.filter(givesUp);
}

function givesUp({ preferred, target }: Fix): boolean {
	return !preferred && target.kind === 'field' && target.newValue === '';
}

/**
 * Offers all codes of the column for a value that is none of them, in this row or in all. Only for a client that has the
 * command, which asks for the code.
 */
export function chooseCode(checker: Checker, finding: Finding, options: CodeActionOptions): LazyAction[] {
	const { rule, record, column } = finding;
	const command = options.commands?.chooseCode;
	if (!command || !isChoiceOffered(finding)) return [];
	const value = checker.document.fieldsOf(record)[column]?.value ?? '';
	const choose = (title: PlainText, ...row: number[]): LazyAction => ({
		id: JSON.stringify(['choose', rule.id, record, column, value, ...row]),
		action: {
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [toDiagnostic(checker, finding, options)],
			command: { title, command, arguments: [checker.document.uri, column, value, ...row] },
		},
	});
	const count = checker.tally.countSharing(finding);
	return [
		choose(lineText('Choose a Code…'), record + 1),
		...(count > 1
			? [choose(lineText(`Choose a Code for All ${formatNumber(count)} "${shown(value)}"…`))]
			: []),
	];
}

/** Whether all codes of the column may be offered for the value of a finding. */
export function isChoiceOffered({ rule, record }: Finding): boolean {
	return record > 0 && isFieldRule(rule) && rule.offersChoice === true;
}
