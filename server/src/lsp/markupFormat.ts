/** Texts in the format that a client can show: it may say that it shows plain text only. */
import { type CompletionList, type Hover, MarkupContent, type MarkupKind } from 'vscode-languageserver';
import { plainText } from '../features';

/** What a client says of its formats; where it says nothing, Markdown is common. */
type Formats = readonly MarkupKind[] | undefined;

export function hoverIn(formats: Formats, hover: Hover | null): Hover | null {
	return hover && MarkupContent.is(hover.contents)
		? { ...hover, contents: contentIn(formats, hover.contents) }
		: hover;
}

export function completionIn(formats: Formats, list: CompletionList | null): CompletionList | null {
	return (
		list && {
			...list,
			items: list.items.map((item) =>
				MarkupContent.is(item.documentation)
					? { ...item, documentation: contentIn(formats, item.documentation) }
					: item,
			),
		}
	);
}

function contentIn(formats: Formats, content: MarkupContent): MarkupContent {
	return formats === undefined || formats.includes(content.kind)
		? content
		: { kind: 'plaintext', value: plainText(content.value) };
}
