/**
 * Text from a file, a file's name, a header or a setting, made harmless for the surface that draws it. Each surface has
 * one function, and a type that only it makes: a text for a message is no text for a label.
 *
 * What VS Code makes of a text was read in its sources (1.100 and 1.139). Messages and prompts draw `[name](address)` as
 * a link (`parseLinkedText`); labels, status texts, lenses, suggestions and prompts draw `$(name)` as an icon
 * (`renderLabelWithIcons`). Links have no escape, and that of icons is drawn elsewhere, so a zero-width space parts the
 * two characters that a link or an icon needs next to each other.
 */

import { joinSpaces, revealed, shortened, unitEscapes, withJsonEscapes } from './characters';

declare const surface: unique symbol;
/** A text that was made for one surface. */
type TextFor<Surface extends string> = string & { readonly [surface]: Surface };

/** Where text is only text: a problem, the title of an action or a dialog, a hint between the values, a tooltip. */
export type PlainText = TextFor<'plain'>;
/** A notification with its progress, or the question of a dialog. */
export type MessageText = TextFor<'message'>;
/** A label, which may hold icons of ours: in a list, the status bar, a lens, an outline, a list of suggestions. */
export type LabelText = TextFor<'label'>;
/** The text of an input box, where both links and icons are drawn. */
export type PromptText = TextFor<'prompt'>;
/** Markdown of ours, in which the text of others is escaped. */
export type MarkdownText = TextFor<'markdown'>;
/** A line of a terminal. */
export type TerminalText = TextFor<'terminal'>;

/** The longest text that is drawn, in UTF-16 units: more than any sentence of ours, and never a whole file. */
const MAX_LENGTH = 5000;

const ZERO_WIDTH_SPACE = '\u200b';

/** A text on one line, in which each character that shows nothing has its number: `<U+202E>`. */
export function lineText(text: string): PlainText {
	return revealed(shortened(text, MAX_LENGTH)) as PlainText;
}

/** Lines of plain text. */
export function tooltipText(text: string): PlainText {
	return text.split('\n').map(lineText).join('\n') as PlainText;
}

/** A notification, in which nothing is a link. Its progress may be drawn in the status bar, so nothing is an icon either. */
export function messageText(text: string): MessageText {
	return withoutLinks(labelText(text)) as MessageText;
}

/** A label without icons. */
export function labelText(text: string): LabelText {
	return lineText(text).replaceAll('$(', `$${ZERO_WIDTH_SPACE}(`) as LabelText;
}

/** The text of an input box, without links and icons. */
export function promptText(text: string): PromptText {
	return withoutLinks(labelText(text)) as PromptText;
}

/** A label with icons of ours, those of the template. What is inserted is a label itself, so no text of a file is an icon. */
export function iconText(own: TemplateStringsArray, ...labels: readonly LabelText[]): LabelText {
	return own.reduce((text, part, index) => {
		const label = labels[index - 1] ?? '';
		// A label that ends in `$` before one that begins with a bracket.
		const gap = text.endsWith('$') && `${label}${part}`.startsWith('(') ? ZERO_WIDTH_SPACE : '';
		return `${text}${gap}${label}${part}`;
	}) as LabelText;
}

function withoutLinks(text: string): string {
	return text.replaceAll('](', `]${ZERO_WIDTH_SPACE}(`);
}

/** A text as Markdown on one line: no link, picture, HTML, table, list or code, whatever the editor draws Markdown with. */
export function markdownText(text: string): MarkdownText {
	// Spaces at the start of a line are a code block, and two at its end a line break.
	const line = lineText(joinSpaces(shortened(text, MAX_LENGTH))).trim();
	return line.replace(MARKDOWN_MARKS, '\\$&') as MarkdownText;
}

/** A text as code in Markdown, which knows no escapes: one with a backtick is written as text instead. */
export function markdownCode(text: string): MarkdownText {
	const line = lineText(joinSpaces(shortened(text, MAX_LENGTH)));
	if (line === '' || line.includes('`')) return markdownText(line);
	return `\`${line}\`` as MarkdownText;
}

/** A template of Markdown, in which what is inserted is Markdown already. */
export function markdown(own: TemplateStringsArray, ...inserted: readonly MarkdownText[]): MarkdownText {
	return own.reduce((text, part, index) => `${text}${inserted[index - 1] ?? ''}${part}`) as MarkdownText;
}

/** Joins what is not empty, by a mark of ours. */
export function joinMarkdown(parts: readonly MarkdownText[], mark: string): MarkdownText {
	return parts.filter((part) => part !== '').join(mark) as MarkdownText;
}

/** Characters with a meaning in CommonMark or its extensions, or in what readers make addresses of. */
const MARKDOWN_MARKS = /[\\`*_{}[\]()#+\-.!|<>~&$"':=@^]/g;

/** A line of a terminal, in which nothing colors, moves the cursor, links, or turns the direction of text. */
export function terminalText(text: string): TerminalText {
	return revealed(text.replace(CONTROLS, escaped)) as TerminalText;
}

/** A value as JSON on one line, which a terminal may show too. A reader of JSON gets the value as it is. */
export function terminalJson(value: unknown): TerminalText {
	return withJsonEscapes(JSON.stringify(value)) as TerminalText;
}

const CONTROLS = /\p{Cc}/gu;

/** As programmers write it. */
function escaped(character: string): string {
	const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
	return short ?? unitEscapes(character);
}
