import { SaxesParser } from 'saxes';

/** What is told of a part's XML, in its order. Names have no prefix. */
export interface XmlListener {
	readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
	readonly text?: (text: string) => void;
	readonly close?: (name: string) => void;
}

/** No element of a workbook has nearly as many attributes. */
const MAX_ATTRIBUTES = 1000;

/** Parses a text that comes in parts, and yields after each. Throws where it is not well-formed. */
export async function* parseXml(
	parts: AsyncIterable<string>,
	{ open, text, close }: XmlListener,
): AsyncGenerator<undefined> {
	const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
	let count = 0;
	parser.on('attribute', () => {
		if (++count > MAX_ATTRIBUTES) throw new RangeError('attributes');
	});
	parser.on('opentag', ({ name, attributes }) => {
		count = 0;
		open(localName(name), (wanted) => {
			const value = attributes[wanted];
			if (value !== undefined) return value;
			for (const each in attributes) if (each.endsWith(`:${wanted}`)) return attributes[each];
			return undefined;
		});
	});
	if (text) {
		parser.on('text', text);
		parser.on('cdata', text);
	}
	if (close) parser.on('closetag', ({ name }) => close(localName(name)));
	for await (const part of parts) {
		parser.write(part);
		yield undefined;
	}
	parser.close();
}

function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
}
