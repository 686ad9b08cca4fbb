import { type CompletionList, type Hover, MarkupContent, type MarkupKind } from 'vscode-languageserver';
import { plainText } from '../features';

/** The formats that a client says it shows; undefined if it says nothing, and then Markdown is common. */
type Formats = readonly MarkupKind[] | undefined;

/** A hover in a format that the client shows: some show plain text only. */
export function hoverIn(formats: Formats, hover: Hover | null): Hover | null {
	return hover && MarkupContent.is(hover.contents)
		? { ...hover, contents: contentIn(formats, hover.contents) }
		: hover;
}

/** A completion list whose documentation is in a format that the client shows. */
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
