/** What the values of a download mean, each distinct one found out once. */

import { isUnseen, trimUnseen } from '../../characters';
import type { Target } from '../../convert/import/targets';
import type { TargetPlan } from '../../convert/understand/planTypes';
import type { OptionSet } from '../../spec';
import { meansEmpty } from '../../spec/meaning';
import { type CodeTable, codeInTable, findCodeTable, type ReceivedColumn } from '../../spec/systems';
import { OTHER_VALUES, ValueNumbers } from './valueNumbers';

/** What a value of a download says: nothing, a code of ours, or nothing certain. */
export type TheirMeaning =
	| { readonly kind: 'empty' }
	| { readonly kind: 'code'; readonly code: string }
	/** `why` is a sentence for people; undefined where `isOther` says it of the whole column. */
	| { readonly kind: 'unclear'; readonly why: string | undefined };

const EMPTY: TheirMeaning = { kind: 'empty' };
const tooMany: TheirMeaning = {
	kind: 'unclear',
	why: 'The column has too many different values to be codes.',
};
const NO_CODE = 'No code has this meaning for certain.';

/** The columns of a download that show one category, and the values in them. */
export class TheirValues {
	readonly #numbers = new ValueNumbers();
	/** By number. */
	readonly #meanings: TheirMeaning[] = [EMPTY];
	/** By number, for people. */
	readonly #texts: string[] = [''];
	readonly #indexes: readonly number[];
	readonly #table: CodeTable | undefined;
	readonly #whys: ReadonlyMap<string, string | undefined>;

	/**
	 * @param target what reads the columns as an import does; its `values` are there.
	 * @param shows what is known of the columns where the system shows ours.
	 */
	constructor(
		private readonly set: OptionSet,
		private readonly target: Target,
		plan: TargetPlan,
		names: readonly string[],
		private readonly shows: ReceivedColumn | undefined,
	) {
		this.#indexes = target.from.map((name) => names.indexOf(name));
		this.#whys = new Map(plan.values.map(({ value, meaning }) => [value, meaning]));
		this.#table = plan.codeTable === undefined ? undefined : findCodeTable(plan.codeTable, plan.element);
	}

	/** The table of codes that is used, where no source says its meanings outright. */
	get likelyTable(): CodeTable | undefined {
		return this.#table?.certainty === 'read' ? undefined : this.#table;
	}

	/** Why no value of the columns can be compared, in sentences for people; undefined where they can. */
	get isOther(): string | undefined {
		return this.shows?.isOther;
	}

	/** The headers of the columns. */
	get from(): readonly string[] {
		return this.target.from;
	}

	/** The number of the value that a record has: 0 for none. */
	read(record: readonly string[]): number {
		const fields = this.#indexes.map((index) => trimUnseen(record[index] ?? ''));
		if (fields.every(isUnseen)) return 0;
		const number = this.#numbers.of(fields.length === 1 ? (fields[0] ?? '') : fields.join('\n'));
		if (number !== OTHER_VALUES && this.#meanings[number] === undefined)
			this.#understand(number, fields, record);
		return number;
	}

	/** What the value with a number says. */
	meaning(number: number): TheirMeaning {
		return this.#meanings[number] ?? tooMany;
	}

	/** The value with a number as the download has it; the code where yes-or-no columns make it. */
	text(number: number): string {
		return this.#texts[number] ?? 'another value';
	}

	#understand(number: number, fields: readonly string[], record: readonly string[]): void {
		const filled = fields.filter((field) => field !== '');
		const meaning = this.#meaningOf(fields, record);
		this.#meanings[number] = meaning;
		this.#texts[number] =
			this.target.isFlags && meaning.kind !== 'unclear'
				? meaning.kind === 'code'
					? meaning.code
					: ''
				: filled.join(', ');
	}

	#meaningOf(fields: readonly string[], record: readonly string[]): TheirMeaning {
		const [value = '', ...others] = fields;
		const isSingle = others.length === 0 && !this.target.isFlags;
		const code = isSingle ? this.target.values?.code(value) : this.target.read(record);
		if (code === undefined || (isSingle && this.#isInferred(value, code)))
			return { kind: 'unclear', why: this.#why(value, code) };
		if (code === '') return EMPTY;
		if (this.shows?.isOther !== undefined) return { kind: 'unclear', why: undefined };
		return this.target.values?.isCode(code)
			? { kind: 'code', code }
			: { kind: 'unclear', why: this.#why(value, code) };
	}

	/**
	 * Whether only the look of a word says what a value is, or only a likely table that it stands for an empty field: "Non"
	 * may be a type.
	 */
	#isInferred(value: string, code: string | undefined): boolean {
		const table = this.likelyTable;
		if (!table || codeInTable(table, value) === undefined || meansEmpty(this.set, value)) return false;
		return table.certainty === 'inferred' || code === '';
	}

	#why(value: string, code: string | undefined): string {
		return (
			this.#whys.get(value) ?? (this.#isInferred(value, code) ? this.#table?.note : undefined) ?? NO_CODE
		);
	}
}
