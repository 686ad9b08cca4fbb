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
/** Text between the tags of an HTML or XML document, or an attribute in double quotes. */
export type MarkupText = TextFor<'markup'>;
/** The message or a parameter of a workflow command of GitHub Actions. */
export type WorkflowText = TextFor<'workflow'>;
/** A message of a SARIF log, in which nothing is a link or a placeholder. */
export type SarifText = TextFor<'sarif'>;
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

/**
 * A text as Markdown on one line: no link, picture, HTML, table, list or code to the readers that are tested, micromark
 * with GitHub's additions and `marked`.
 * Many show the source as it is, so a character is escaped only where CommonMark, or GitHub's additions to it, would read
 * it as a mark, in any place that a template of ours gives the text.
 */
export function markdownText(text: string): MarkdownText {
	// Spaces at the start of a line are a code block, and two at its end a line break.
	const line = lineText(joinSpaces(shortened(text, MAX_LENGTH))).trim();
	return escapedMarks(line) as MarkdownText;
}

/**
 * A text as code in Markdown, which knows no escapes: one with backticks has more of them around it. One with other marks
 * too, or with the middle of a link, is written as text instead, since `marked` looks for links in code, too.
 */
export function markdownCode(text: string): MarkdownText {
	const line = lineText(joinSpaces(shortened(text, MAX_LENGTH)));
	const runs = line.match(/`+/g) ?? [];
	if (line === '' || line.includes('](') || (runs.length > 0 && MARK_IN_CODE.test(line)))
		return markdownText(line);
	const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
	// Readers drop one space at both ends.
	const padding = /^`|`$|^ .*[^ ].* $/.test(line) ? ' ' : '';
	return `${fence}${padding}${line}${padding}${fence}` as MarkdownText;
}

const MARK_IN_CODE = /[[\]*_~<>&\\:@]/;

/** A template of Markdown, in which what is inserted is Markdown already. */
export function markdown(own: TemplateStringsArray, ...inserted: readonly MarkdownText[]): MarkdownText {
	return own.reduce((text, part, index) => `${text}${inserted[index - 1] ?? ''}${part}`) as MarkdownText;
}

/** Joins what is not empty, by a mark of ours. */
export function joinMarkdown(parts: readonly MarkdownText[], mark: string): MarkdownText {
	return parts.filter((part) => part !== '').join(mark) as MarkdownText;
}

/**
 * A line with a backslash before each character that Markdown would read as a mark: by CommonMark 0.31.2, GitHub's
 * additions (strikethrough, bare addresses, task lists), and what the library `marked` makes of a text, with which VS Code
 * draws. The line may stand alone, in a list, in bold or in italics, and beside another such line. No line of its
 * paragraph is above or below it, so it is no row of a table and no underline of a heading.
 */
function escapedMarks(line: string): string {
	return line.replace(MARKS, (mark: string, at: number) =>
		RUN.test(mark) && !isDelimiter(mark, line.charAt(at - 1), line.charAt(at + mark.length))
			? mark
			: mark.replace(EACH, '\\$&'),
	);
}

/** Runs that emphasize or strike through what is between two of them. */
const RUN = /^[*_~]/;
const EACH = /./g;
const SPACE = /^\s$/;
const PUNCTUATION_OR_END = /^[\p{P}\p{S}]?$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{M}\p{N}]$/u;

/**
 * Whether a run may open or close something, by the characters around it; they are empty at the ends of the line, where
 * a mark of ours may be. Spaces on both sides make it text, and so do letters around an underscore. No template strikes
 * through, so tildes that only close do nothing.
 */
function isDelimiter(run: string, before: string, after: string): boolean {
	const follows = LETTER_OR_DIGIT.test(before);
	if (run.startsWith('~')) return !SPACE.test(after) && !(follows && PUNCTUATION_OR_END.test(after));
	if (SPACE.test(before) && SPACE.test(after)) return false;
	if (run.startsWith('_'))
		return !(follows ? LETTER_OR_DIGIT.test(after) : before === '' && SPACE.test(after));
	return true;
}

/** What a line cannot begin with. */
const blocks = [
	String.raw`^#(?=#{0,5}(?:\s|$))`,
	'^>',
	String.raw`^[-+](?=\s|$)`,
	String.raw`^-(?=(?:\s*-)+\s*$)`,
	String.raw`(?<=^\d{1,9})[.)](?=\s|$)`,
	'^~(?=~~)',
	String.raw`^_(?=(?:\s*_){2,}\s*$)`,
	// A task, in a list.
	String.raw`^\[(?=[ xX]\](?:\s|$))`,
	// The address that a link refers to, or the text of a footnote. The name may end in the text beside it.
	String.raw`^\[(?!\s*\]:)(?=(?:[^[\]]|\](?=\())*(?:\]:\s*(?:$|<|\S+\s*(?:$|["'(]))|$))`,
	'^\\[(?=\\^)',
];

/**
 * The name of an HTML tag with what may follow it: a slash too, which CommonMark takes for text and a browser for the
 * end of the name; a comment and its kin; an address in angle brackets.
 */
const angles = [
	String.raw`/?[A-Za-z][\w-]*(?:[\s/>]|$)`,
	String.raw`!(?:--|[A-Za-z]|\[CDATA\[)`,
	String.raw`\?`,
	String.raw`[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>`,
	"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>",
].join('|');

const inlines = [
	String.raw`\\(?=[!-/:-@[-${'`'}{-~]|$)`,
	'`',
	String.raw`\*+|_+|~+`,
	// Where no address follows, too: `marked` skips from a bracket to there when it looks for the end of bold text.
	String.raw`\](?=\()`,
	`<(?=${angles})`,
	String.raw`&(?=(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)`,
];

/** What makes a link of an address that stands in a text. */
const addresses = [
	String.raw`(?<=https?|ftp):(?=//[^\s<])`,
	String.raw`(?<=www)\.(?=[^\s<])`,
	String.raw`(?<=[A-Za-z0-9._+-])@(?=[\w.-]*\.[\w-]*[A-Za-z0-9])`,
];

const MARKS = new RegExp([...blocks, ...inlines, ...addresses].join('|'), 'gi');

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

/** Text for HTML and XML 1.0, which forbids control characters, lone surrogates, U+FFFE and U+FFFF even as references. */
export function markupText(text: string): MarkupText {
	return lineText(text)
		.replace(NOT_XML, '\ufffd')
		.replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`) as MarkupText;
}

const NOT_XML = /[\p{Cs}\ufffe\uffff]/gu;
const MARKUP = /[&<>"']/g;

/**
 * A message or a parameter of a workflow command. A runner takes each line that begins with two colons for a command, so
 * the text must be on the line of our own one; in a parameter, a colon or a comma would end it.
 */
export function workflowText(text: string): WorkflowText {
	return lineText(text).replace(WORKFLOW_MARKS, workflowEscape) as WorkflowText;
}

const WORKFLOW_MARKS = /[%\r\n:,]/g;

function workflowEscape(mark: string): string {
	return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * A plain text of SARIF 2.1.0: braces are doubled, since they enclose placeholders (3.11.5), and where a link could be
 * (3.11.6), brackets and backslashes are escaped.
 */
export function sarifText(text: string): SarifText {
	const line = lineText(text).replace(/[{}]/g, '$&$&');
	return (line.includes('](') ? line.replace(/[[\]\\]/g, '\\$&') : line) as SarifText;
}
