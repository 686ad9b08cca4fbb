import { cedsUrl, type Element, type Option, type Source } from '../spec';

/** A text from a file, so that Markdown takes none of it for its own. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$"':=@]/g, '\\$&');
}

/** The element behind a column: definition, CEDS, codes, whether it is shared, and where that was read. */
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

export function definitionOf(element: Element): string {
	return escapeMarkdown(element.ceds?.definition ?? element.definition ?? '');
}

export function cedsLine({ ceds }: Element): string {
	if (!ceds) return '';
	const role =
		ceds.role === 'code set' ? 'The values are the codes of' : 'For context; the values are not codes of';
	return `${role} CEDS [${ceds.globalId} ${escapeMarkdown(ceds.name)}](${cedsUrl(ceds.globalId)}).`;
}

/** A code with what it means, as one item of a list. */
export function describeOption(option: Option): string {
	const label = option.label === option.code ? '' : ` ${escapeMarkdown(option.label)}`;
	const more =
		option.definition && option.definition !== option.label ? `: ${escapeMarkdown(option.definition)}` : '';
	return `\`${option.code.replaceAll('`', "'")}\`${label}${more}`;
}

const LONG_LIST = 20;

function codeList({ optionSet }: Element): string {
	if (!optionSet) return '';
	const { options } = optionSet;
	if (options.length > LONG_LIST) {
		return `Values (${options.length}): ${options.map((option) => escapeMarkdown(option.code)).join(', ')}. An empty field is fine.`;
	}
	return `${options.map((option) => `- ${describeOption(option)}`).join('\n')}\n\nAn empty field is fine.`;
}

function sharing(element: Element): string {
	if (!element.sensitive) return '';
	return "Clever treats this column as sensitive: it reaches an application only after somebody shares it by hand (in Clever, on the application's page: Settings, Field Access, Customize fields).";
}

export function sourceMarkdown({ document, url, asOf, cedsVersion }: Source): string {
	const name = url ? `[${escapeMarkdown(document)}](${url})` : escapeMarkdown(document);
	return `_Source: ${name}${cedsVersion ? `, CEDS ${cedsVersion}` : ''} (read ${asOf})_`;
}
