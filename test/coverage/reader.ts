/** A reader who knows everything that the report shows, and looks for a hidden count that has only one possible value. */
import type { Amount, CoverageReport } from '../../server/src/protocol/report';

interface Bounds {
	readonly least: number;
	readonly most: number;
}

/** Parts that add up to a whole, all as indexes of numbers. */
interface Equation {
	readonly parts: readonly number[];
	readonly whole: number;
}

/** All numbers of a report with their bounds, and the equations between them. */
export class Reader {
	readonly #bounds: Bounds[] = [];
	readonly #equations: Equation[] = [];
	/** The indexes of the hidden numbers, by name. */
	readonly hidden = new Map<string, number>();
	/** The true numbers. */
	readonly #truth: number[] = [];

	constructor(shown: CoverageReport, truth: CoverageReport) {
		const most = truth.students as number;
		const number = (name: string, amount: Amount | undefined, real: number, least = 0): number => {
			if (amount !== undefined && typeof amount !== 'number') this.hidden.set(name, this.#bounds.length);
			this.#truth.push(real);
			return this.#bounds.push(boundsOf(amount, most, least)) - 1;
		};
		const all = number('students', shown.students, most);
		const filled: number[] = [];
		const empty: number[] = [];
		shown.categories.forEach((category, c) => {
			const real = truth.categories[c]!;
			const { codes, notCodes } = category;
			// Small counts are shown as <10, so a hidden one is at least ten, unless the whole column is hidden.
			const amounts = [...codes.map(({ students }) => students), notCodes, category.filled, category.empty];
			const least = isAllHidden(amounts) ? 0 : 10;
			const cells = codes.map(({ code, students }, v) =>
				number(`${c} ${code}`, students, real.codes[v]!.students as number, least),
			);
			cells.push(number(`${c} not a code`, notCodes, real.notCodes as number, least));
			filled.push(number(`${c} filled`, category.filled, real.filled as number, least));
			empty.push(number(`${c} empty`, category.empty, real.empty as number, least));
			this.#adds(cells, filled[c]!);
			this.#adds([filled[c]!, empty[c]!], all);
		});
		if (!shown.schools) return;
		const schools = truth.schools!;
		// Small schools are shown as <10.
		const sizes = shown.schools.map(({ students }, s) =>
			number(`school ${s}`, students, schools[s]!.students as number, 10),
		);
		this.#adds(sizes, all);
		shown.categories.forEach((category, c) => {
			const isColumnHidden = isAllHidden(shown.schools!.map(({ filled }) => filled[c]!));
			const cells = shown.schools!.map((school, s) => {
				const amount = school.filled[c]!;
				const count = schools[s]!.filled[c] as number;
				const rest = (schools[s]!.students as number) - count;
				const isMost = amount === 'all but <10';
				// At a school whose size is shown, few and all but few are told apart from hidden.
				const leastHidden = isColumnHidden || typeof school.students !== 'number' ? 0 : 10;
				const has = number(`school ${s} filled ${c}`, isMost ? 'hidden' : amount, count, leastHidden);
				const leastEmpty = amount === 'hidden' ? leastHidden : 0;
				const lacks = number(`school ${s} empty ${c}`, isMost ? '<10' : undefined, rest, leastEmpty);
				// "All have a value" reveals each student of a school as much as "none has one", even if its size is hidden.
				// Where either holds for the whole district, the category itself shows it.
				const mustStayOpen = typeof school.students !== 'number' && typeof category.filled === 'number';
				if (mustStayOpen && truth.categories[c]!.empty !== 0 && category.filled > 0) {
					this.hidden.set(`school ${s} lacks ${c}`, lacks);
				}
				this.#adds([has, lacks], sizes[s]!);
				return { has, lacks };
			});
			const has = cells.map((cell) => cell.has);
			const lacks = cells.map((cell) => cell.lacks);
			this.#adds(has, filled[c]!);
			this.#adds(lacks, empty[c]!);
		});
	}

	#adds(parts: readonly number[], whole: number): void {
		this.#equations.push({ parts, whole });
	}

	/** Whether a number could have another value without changing anything that is shown. */
	isOpen(unknown: number): boolean {
		const bounds = this.#narrow(this.#bounds);
		if (!bounds) throw new Error('What is shown contradicts itself.');
		const { least, most } = bounds[unknown]!;
		const real = this.#truth[unknown]!;
		for (let value = least; value <= most; value++) {
			if (value !== real && this.#solve(fixed(bounds, unknown, value))) return true;
		}
		return false;
	}

	#solve(before: readonly Bounds[]): boolean {
		const bounds = this.#narrow(before);
		if (!bounds) return false;
		const open = bounds.findIndex(({ least, most }) => least < most);
		if (open < 0) return true;
		const { least, most } = bounds[open]!;
		for (let value = least; value <= most; value++) {
			if (this.#solve(fixed(bounds, open, value))) return true;
		}
		return false;
	}

	/** The bounds that follow from the equations; undefined if they contradict each other. */
	#narrow(before: readonly Bounds[]): Bounds[] | undefined {
		const bounds = [...before];
		for (let isNew = true; isNew; ) {
			isNew = false;
			for (const { parts, whole } of this.#equations) {
				const least = parts.reduce((sum, part) => sum + bounds[part]!.least, 0);
				const most = parts.reduce((sum, part) => sum + bounds[part]!.most, 0);
				const total = bounds[whole]!;
				const next = [[whole, least, most] as const].concat(
					parts.map((part) => {
						const own = bounds[part]!;
						return [part, total.least - (most - own.most), total.most - (least - own.least)] as const;
					}),
				);
				for (const [at, low, high] of next) {
					const old = bounds[at]!;
					const now = { least: Math.max(old.least, low), most: Math.min(old.most, high) };
					if (now.least > now.most) return undefined;
					if (now.least === old.least && now.most === old.most) continue;
					bounds[at] = now;
					isNew = true;
				}
			}
		}
		return bounds;
	}
}

function isAllHidden(amounts: readonly Amount[]): boolean {
	return amounts.every((amount) => amount === 'hidden');
}

function boundsOf(amount: Amount | undefined, most: number, least: number): Bounds {
	if (typeof amount === 'number') return { least: amount, most: amount };
	return amount === '<10' ? { least: 1, most: 9 } : { least, most };
}

function fixed(bounds: readonly Bounds[], at: number, value: number): Bounds[] {
	return bounds.with(at, { least: value, most: value });
}
