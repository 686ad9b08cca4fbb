import { barX, plot, text } from '@observablehq/plot';
import type { CountRange } from '../../../../server/src/protocol';
import { lineText } from '../../../../server/src/safeText';

/** The bar of one value of a column. */
export interface Bar {
	readonly name: string;
	/** The label of a code; empty if it only repeats the name. */
	readonly meaning: string;
	/** A range in a saved report, whose bar is solid up to `from` and light up to `to`; else the same number twice. */
	readonly students: CountRange;
	/** The number of students and their share, as text. */
	readonly count: string;
	readonly share: string;
	readonly kind: 'code' | 'not-a-code' | 'empty';
}

/** How wide the parts of a chart are, in pixels: the names on the left, the counts and shares on the right. */
export interface BarLayout {
	readonly name: number;
	/** The longest name that fits, in ems. */
	readonly nameEms: number;
	readonly count: number;
	readonly share: number;
}

/** For exact counts. */
export const countLayout: BarLayout = { name: 222, nameEms: 17, count: 42, share: 42 };

/** For ranges: as much for the counts as the longest takes. */
export function rangeLayout(bars: readonly Bar[]): BarLayout {
	const longest = Math.max(...bars.map(({ count }) => count.length));
	return { name: 190, nameEms: 14.5, count: longest * DIGIT_WIDTH + 6, share: 60 };
}

/** In pixels: the width of a card's text where two cards are side by side, so that the letters are not scaled. */
const WIDTH = 400;
const BAR_HEIGHT = 24;
const DIGIT_WIDTH = 7.5;

/**
 * A bar for each value, with its name on the left and its count and share on the right. The style sheet has the colors.
 *
 * @param students how many students a full bar stands for.
 */
export function barChart(
	bars: readonly Bar[],
	students: number,
	label: string,
	layout: BarLayout,
): SVGElement {
	const key = (bar: Bar): string => `${bar.kind} ${bar.name}`;
	const textOf = ({ name, meaning }: Bar, between: string): string =>
		lineText(meaning ? `${name}${between}${meaning}` : name);
	const chart = plot({
		width: WIDTH,
		height: bars.length * BAR_HEIGHT + 4,
		marginLeft: layout.name,
		marginRight: layout.count + layout.share,
		marginTop: 2,
		marginBottom: 2,
		x: { axis: null, domain: [0, Math.max(1, students)] },
		y: { axis: null, domain: bars.map(key), padding: 0.3 },
		marks: [
			barX(bars, { x: () => students, y: key, className: 'track', rx: 2 }),
			...(['code', 'not-a-code', 'empty'] as const).flatMap((kind) => {
				const ofKind = bars.filter((bar) => bar.kind === kind);
				const ranges = ofKind.filter((bar) => bar.students.from < bar.students.to);
				const to = (bar: Bar): number => bar.students.to;
				const from = (bar: Bar): number => bar.students.from;
				return [
					barX(ranges, { x: to, y: key, className: `${kind} open`, rx: 2 }),
					barX(ofKind, { x: from, y: key, className: kind, rx: 2 }),
				];
			}),
			text(bars, {
				y: key,
				text: (bar: Bar) => textOf(bar, '  '),
				title: (bar: Bar) => textOf(bar, ': '),
				frameAnchor: 'left',
				textAnchor: 'start',
				dx: -layout.name,
				fontSize: 12,
				lineWidth: layout.nameEms,
				textOverflow: 'ellipsis',
				className: 'name',
			}),
			text(bars, {
				y: key,
				text: ({ count }: Bar) => count,
				frameAnchor: 'right',
				textAnchor: 'end',
				dx: layout.count,
				fontSize: 12,
				className: 'count',
			}),
			text(bars, {
				y: key,
				text: ({ share }: Bar) => share,
				frameAnchor: 'right',
				textAnchor: 'end',
				dx: layout.count + layout.share,
				fontSize: 12,
				className: 'share',
			}),
		],
	}) as SVGElement;
	// The page's policy forbids style elements; page.css has the rules instead.
	chart.querySelector('style')?.remove();
	chart.setAttribute('role', 'img');
	chart.setAttribute('aria-label', lineText(label));
	chart.setAttribute('tabindex', '0');
	chart.setAttribute('class', 'chart');
	return chart;
}
