import type { GridColumn, GridLayout } from '../../../../server/src/protocol';
import type { ColumnArrangement } from '../messages';
import { columnKeys, DEFAULT_ARRANGEMENT, planShown, type ShownPlan } from './columns';

const NO_PLAN: ShownPlan = { shown: [], hidden: [], pinned: 0, numberWidth: 48 };

/** The columns of the file, and how the person has arranged them. Columns are 0-based in the file. */
export class ColumnModel {
	layout: GridLayout | undefined;
	plan: ShownPlan = NO_PLAN;
	arrangement: ColumnArrangement = DEFAULT_ARRANGEMENT;
	/** The columns of the set of columns with problems: one stays in it while its last problem is being fixed. */
	#problems = new Set<string>();
	#planned = '';

	constructor(private readonly textWidth: (name: string) => number) {}

	/** The columns that are shown, from left to right. */
	get shown(): readonly number[] {
		return this.plan.shown.map(({ column }) => column.index);
	}

	/** The names of the file's columns, by their index. */
	get keys(): readonly string[] {
		return columnKeys(this.layout?.columns ?? []);
	}

	/** The columns with IDs, which tell rows apart. */
	get idColumns(): readonly number[] {
		return (this.layout?.columns ?? []).filter(({ role }) => role === 'key').map(({ index }) => index);
	}

	/** The column at a position among those shown. */
	columnAt(position: number): GridColumn | undefined {
		return this.plan.shown[position]?.column;
	}

	/** The position of a column among those shown, or -1. */
	positionOf(column: number): number {
		return this.plan.shown.findIndex((each) => each.column.index === column);
	}

	/** Takes a layout. Widths stay as they were first, so that columns do not jump while people type. */
	take(layout: GridLayout): void {
		const before = this.keys;
		const after = columnKeys(layout.columns);
		const old = isSameKeys(before, after) ? this.layout?.columns : undefined;
		const columns = layout.columns.map((each, index) => ({
			...each,
			width: old?.[index]?.width ?? each.width,
		}));
		this.layout = { ...layout, columns };
		this.#noteProblems();
	}

	/** Changes the arrangement. */
	arrange(change: Partial<ColumnArrangement>): void {
		if (change.set !== undefined) this.#problems.clear();
		this.arrangement = { ...this.arrangement, ...change };
		this.#noteProblems();
	}

	/** Plans the columns for a grid of this width, in CSS pixels. Whether they differ from before. */
	replan(width: number): boolean {
		if (!this.layout) return false;
		const { columns, total } = this.layout;
		this.plan = planShown(columns, this.arrangement, this.#problems, total, width, this.textWidth);
		const { shown, pinned, numberWidth } = this.plan;
		const planned = JSON.stringify([
			shown.map((each) => [each.key, each.width, each.column.index]),
			pinned,
			numberWidth,
		]);
		const isOther = planned !== this.#planned;
		this.#planned = planned;
		return isOther;
	}

	#noteProblems(): void {
		const { keys } = this;
		for (const { problems, index } of this.layout?.columns ?? []) {
			if (problems > 0) this.#problems.add(keys[index] ?? '');
		}
	}
}

/** Whether a header has the same columns. */
export function isSameKeys(before: readonly string[], after: readonly string[]): boolean {
	return before.length === after.length && before.every((key, index) => key === after[index]);
}
