import { element } from '../../page/dom';

/** Widths that were measured, by name. */
const measured = new Map<string, number>();

let context: CanvasRenderingContext2D | null | undefined;

/** How wide a name is in a header, in CSS pixels. */
export function headerTextWidth(name: string): number {
	const known = measured.get(name);
	if (known !== undefined) return known;
	if (context === undefined) {
		context = element('canvas').getContext('2d');
		const { fontSize, fontFamily } = getComputedStyle(document.body);
		if (context) context.font = `600 ${fontSize} ${fontFamily}`;
	}
	const width = context?.measureText(name).width ?? 0;
	measured.set(name, width);
	return width;
}
