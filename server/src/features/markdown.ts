import {
	cedsDefinition,
	cedsUrl,
	type Element,
	type Option,
	type OptionSet,
	SHARING_NOTE,
	type Source,
} from '../spec';
import { distinctLabel, shown } from '../wording';

/** A text from a file on one line, with every character escaped that has a meaning in Markdown. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$"':=@]/g, '\\$&');
}

/** A column in full, as Markdown: definition, CEDS element, codes, whether it is sensitive, and the source. */
export function describeElement(element: Element): string {
	return [
		`**${escapeMarkdown(element.column)}**: ${escapeMarkdown(element.title)}`,
		definitionOf(element),
		cedsLine(element),
		codeList(element),
		sharing(element),
		sourceMarkdown(element.optionSet?.source ?? element.source),
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** The definition of an element, as Markdown; empty if it has none. */
export function definitionOf(element: Element): string {
	return escapeMarkdown(element.ceds ? cedsDefinition(element.ceds) : (element.definition ?? ''));
}

/** How a column relates to its CEDS element, with a link to it, as Markdown; empty if it has none. */
export function cedsLine({ ceds }: Element): string {
	if (!ceds) return '';
	const element = `CEDS [${ceds.globalId} ${escapeMarkdown(ceds.name)}](${cedsUrl(ceds.globalId)})`;
	return ceds.role === 'code set'
		? `The codes are those of ${element}.`
		: `Related to ${element}, which has other codes.`;
}

/** A code with its meaning, as Markdown on one line. A label or definition that repeats the code is left out. */
function describeOption(option: Option): string {
	const more =
		option.definition && option.definition !== option.label ? `: ${escapeMarkdown(option.definition)}` : '';
	return `${labeledCode(option)}${more}`;
}

/** A code with its label, as Markdown on one line. A district's own codes are as it has written them. */
export function labeledCode(option: Option): string {
	const label = distinctLabel(option);
	return `\`${shown(option.code).replaceAll('`', "'")}\`${label && ` ${escapeMarkdown(label)}`}`;
}

/** Options above which a list gives the codes alone. */
export const LONG_LIST = 20;

function codeList({ optionSet }: Element): string {
	if (!optionSet) return '';
	const { options } = optionSet;
	if (options.length > LONG_LIST) {
		return `Values (${options.length}): ${options.map((option) => escapeMarkdown(option.code)).join(', ')}. An empty field is fine.`;
	}
	return `${options.map((option) => `- ${describeOption(option)}`).join('\n')}\n\nAn empty field is fine.`;
}

/** Codes that one line lists: more than any column has by itself. */
const MAX_CODES_ON_LINE = 60;

/** All codes of a column as one line of Markdown, with their labels where they are few. */
export function codesLine({ options }: OptionSet): string {
	if (options.length <= LONG_LIST) return `Codes: ${options.map(labeledCode).join(' · ')}, or empty.`;
	const listed = options.slice(0, MAX_CODES_ON_LINE).map(({ code }) => escapeMarkdown(shown(code)));
	const rest = options.length - listed.length;
	return `Values: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}, or empty.`;
}

function sharing(element: Element): string {
	return element.sensitive ? SHARING_NOTE : escapeMarkdown(element.sharingNote ?? '');
}

/** Where a fact was read, as a line of Markdown in italics. */
export function sourceMarkdown({ document, url, asOf, cedsVersion }: Source): string {
	const name = url ? `[${escapeMarkdown(document)}](${url})` : escapeMarkdown(document);
	const version = cedsVersion && !document.includes(cedsVersion) ? `, CEDS ${cedsVersion}` : '';
	return `_Source: ${name}${version} (read ${asOf})_`;
}
