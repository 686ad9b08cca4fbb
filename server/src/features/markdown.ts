import { joinMarkdown, type MarkdownText, markdown, markdownCode, markdownText } from '../safeText';
import {
	cedsDefinition,
	cedsUrl,
	type Element,
	type Option,
	type OptionSet,
	SHARING_NOTE,
	type Source,
} from '../spec';
import { distinctLabel, formatNumber, shown } from '../wording';

/** The Markdown of what there is nothing to say on. */
export const NO_MARKDOWN = markdown``;

/** A column in full, as Markdown: definition, CEDS element, codes, whether it is sensitive, and the source. */
export function describeElement(element: Element): MarkdownText {
	return joinMarkdown(
		[
			titleLine(element),
			definitionOf(element),
			cedsLine(element),
			codeList(element),
			sharing(element),
			sourceMarkdown(element.optionSet?.source ?? element.source),
		],
		'\n\n',
	);
}

/** The name of a column with its title, as a line of Markdown. */
export function titleLine({ column, title }: Element): MarkdownText {
	return markdown`${markdownCode(column)}: ${markdownText(title)}`;
}

/** The definition of an element, as Markdown; empty if it has none. */
export function definitionOf(element: Element): MarkdownText {
	return markdownText(element.ceds ? cedsDefinition(element.ceds) : (element.definition ?? ''));
}

/** How a column relates to its CEDS element, with a link to it, as Markdown; empty if it has none. */
export function cedsLine({ ceds }: Element): MarkdownText {
	if (!ceds) return NO_MARKDOWN;
	const name = `${ceds.globalId} ${ceds.name}`;
	const element = markdown`CEDS ${link(name, cedsUrl(ceds.globalId))}`;
	return ceds.role === 'code set'
		? markdown`The codes are those of ${element}.`
		: markdown`Related to ${element}, which has other codes.`;
}

/** A code with its meaning, as Markdown on one line. A label or definition that repeats the code is left out. */
function describeOption(option: Option): MarkdownText {
	const { definition = '' } = option;
	return definition === '' || definition === option.label
		? labeledCode(option)
		: markdown`${labeledCode(option)}: ${markdownText(definition)}`;
}

/** A code with its label, as Markdown on one line. A district's own codes are as it has written them. */
export function labeledCode(option: Option): MarkdownText {
	return joinMarkdown([codeOf(option), markdownText(distinctLabel(option))], ' ');
}

/** A code with its label in brackets, as in a sentence, as Markdown. */
export function codeWithLabelIn(option: Option): MarkdownText {
	const label = distinctLabel(option);
	return label === '' ? codeOf(option) : markdown`${codeOf(option)} (${markdownText(label)})`;
}

function codeOf({ code }: Option): MarkdownText {
	return markdownCode(shown(code));
}

/** Options above which a list gives the codes alone. */
export const LONG_LIST = 20;

function codeList({ optionSet }: Element): MarkdownText {
	if (!optionSet) return NO_MARKDOWN;
	const { options } = optionSet;
	if (options.length > LONG_LIST) {
		const count = markdownText(formatNumber(options.length));
		const codes = joinMarkdown(options.map(codeOf), ', ');
		return markdown`Values (${count}): ${codes}. An empty field is fine.`;
	}
	const list = joinMarkdown(
		options.map((option) => markdown`- ${describeOption(option)}`),
		'\n',
	);
	return markdown`${list}\n\nAn empty field is fine.`;
}

/** Codes that one line lists: more than any column has by itself. */
const MAX_CODES_ON_LINE = 60;

/** All codes of a column as one line of Markdown, with their labels where they are few. */
export function codesLine({ options }: OptionSet): MarkdownText {
	if (options.length <= LONG_LIST)
		return markdown`Codes: ${joinMarkdown(options.map(labeledCode), ' · ')}, or empty.`;
	const listed = joinMarkdown(options.slice(0, MAX_CODES_ON_LINE).map(codeOf), ', ');
	const rest = options.length - MAX_CODES_ON_LINE;
	const more = rest > 0 ? markdown` and ${markdownText(formatNumber(rest))} more` : NO_MARKDOWN;
	return markdown`Values: ${listed}${more}, or empty.`;
}

function sharing(element: Element): MarkdownText {
	return markdownText(element.sensitive ? SHARING_NOTE : (element.sharingNote ?? ''));
}

/** Where a fact was read, as a line of Markdown in italics. */
export function sourceMarkdown({ document, url, asOf, cedsVersion }: Source): MarkdownText {
	const name = url ? link(document, url) : markdownText(document);
	const version = cedsVersion && !document.includes(cedsVersion) ? `, CEDS ${cedsVersion}` : '';
	return markdown`_Source: ${name}${markdownText(version)} (read ${markdownText(asOf)})_`;
}

/** A link to an address of ours. */
function link(name: string, url: string): MarkdownText {
	return `[${markdownText(name)}](${url})` as MarkdownText;
}
