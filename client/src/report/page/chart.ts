import { barX, plot, text } from '@observablehq/plot';
import type { Amount } from '../../../../server/src/protocol';
import { lineText } from '../../../../server/src/safeText';
import { formatNumber, formatShare } from '../../../../server/src/wording';

/** The bar of one value of a column. */
export interface Bar {
	readonly name: string;
	/** The label of a code; empty if it only repeats the name. */
	readonly meaning: string;
	readonly students: Amount;
	readonly kind: 'code' | 'not-a-code' | 'empty';
}

/** In pixels: the width of a card's text where two cards are side by side, so that the letters are not scaled. */
const WIDTH = 400;
const NAME_WIDTH = 222;
const NUMBER_WIDTH = 84;
const BAR_HEIGHT = 24;
/** The longest name that fits, in ems. */
const MAX_NAME_EMS = 17;

/** A bar for each value, with its name on the left and its count and share on the right. The style sheet has the colors. */
export function barChart(bars: readonly Bar[], of: Amount, label: string): SVGElement {
	const length = ({ students }: Bar): number => (typeof students === 'number' ? students : 0);
	const longest = typeof of === 'number' ? of : 1;
	const key = (bar: Bar): string => `${bar.kind} ${bar.name}`;
	const chart = plot({
		width: WIDTH,
		height: bars.length * BAR_HEIGHT + 4,
		marginLeft: NAME_WIDTH,
		marginRight: NUMBER_WIDTH,
		marginTop: 2,
		marginBottom: 2,
		x: { axis: null, domain: [0, Math.max(1, longest)] },
		y: { axis: null, domain: bars.map(key), padding: 0.3 },
		marks: [
			barX(bars, { x: () => longest, y: key, className: 'track', rx: 2 }),
			...(['code', 'not-a-code', 'empty'] as const).map((kind) =>
				barX(
					bars.filter((bar) => bar.kind === kind),
					{ x: length, y: key, className: kind, rx: 2 },
				),
			),
			text(bars, {
				y: key,
				text: ({ name, meaning }: Bar) => lineText(meaning ? `${name}  ${meaning}` : name),
				title: ({ name, meaning }: Bar) => lineText(meaning ? `${name}: ${meaning}` : name),
				frameAnchor: 'left',
				textAnchor: 'start',
				dx: -NAME_WIDTH,
				fontSize: 12,
				lineWidth: MAX_NAME_EMS,
				textOverflow: 'ellipsis',
				className: 'name',
			}),
			text(bars, {
				y: key,
				text: ({ students }: Bar) => formatNumber(students),
				frameAnchor: 'right',
				textAnchor: 'end',
				dx: NUMBER_WIDTH - 42,
				fontSize: 12,
				className: 'count',
			}),
			text(
				bars.filter(({ students }) => typeof students === 'number'),
				{
					y: key,
					text: ({ students }: Bar) => formatShare(students, of),
					frameAnchor: 'right',
					textAnchor: 'end',
					dx: NUMBER_WIDTH,
					fontSize: 12,
					className: 'share',
				},
			),
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
