/** The grid with its columns as a person arranges them: hidden, moved, and of another width. */
import type { ColumnArrangement, ColumnSet } from '../messages';
import { movedOrder } from './columns';
import type { Extension } from './extension';
import { GridCore } from './gridCore';

/** What a person does with the columns. They are 0-based in the file, and positions count those that are shown. */
export abstract class ArrangedGrid extends GridCore {
	abstract readonly extension: Extension;

	setColumnSet(set: ColumnSet): void {
		this.arrange({ set });
	}

	hideColumn(column: number): void {
		const key = this.columns.keys[column];
		if (key !== undefined) this.arrange({ hidden: [...this.columns.arrangement.hidden, key] });
	}

	showColumn(column: number): void {
		const key = this.columns.keys[column];
		this.arrange({ hidden: this.columns.arrangement.hidden.filter((each) => each !== key) });
	}

	moveColumn(column: number, position: number): void {
		const key = this.columns.keys[column];
		const others = this.plan.shown.map((each) => each.key).filter((each) => each !== key);
		if (key !== undefined) this.takeOrder([...others.slice(0, position), key, ...others.slice(position)]);
	}

	/** Takes the columns that are shown in the order that one was dragged to. */
	takeOrder(shown: readonly string[]): void {
		const before = this.plan.shown.map(({ key }) => key);
		const { order } = this.columns.arrangement;
		this.arrange({ order: movedOrder(this.layout?.columns ?? [], order, before, shown) });
	}

	showAllColumns(): void {
		this.arrange({ hidden: [] });
	}

	restoreOrder(): void {
		this.arrange({ order: [] });
	}

	resizeColumn(column: number, width: number | undefined): void {
		const key = this.columns.keys[column];
		if (key === undefined) return;
		const { [key]: _, ...others } = this.columns.arrangement.widths;
		this.arrange({ widths: width === undefined ? others : { ...others, [key]: Math.round(width) } });
	}

	/** Changes the arrangement, and has it remembered. */
	arrange(change: Partial<ColumnArrangement>): void {
		this.columns.arrange(change);
		this.extension.ask('arrange', this.columns.arrangement).catch(() => undefined);
		this.replan();
		this.emit();
	}

	/** Where a column is shown; one that is not in the set or hidden is shown first. */
	placeOf(column: number): number {
		const key = this.columns.keys[column];
		if (this.columns.positionOf(column) < 0 && key !== undefined) {
			this.arrange({ hidden: this.columns.arrangement.hidden.filter((each) => each !== key) });
			if (this.columns.positionOf(column) < 0) this.arrange({ set: 'all' });
		}
		return Math.max(0, this.columns.positionOf(column));
	}
}
