/** A field of codes in a new file, made of one or several columns of the export. */

import { isUnseen, trimUnseen } from '../../characters';
import type { OptionSet } from '../../spec';
import { yesNoCodes } from '../../spec/optionSets/yesNo';
import type { OpenItem } from '../understand/planTypes';
import type { ValueCodes } from '../understand/valueCodes';

/** A distinct value of an export that became another one. */
export interface Translated {
	/** The column of the new files. */
	readonly element: string;
	/** The value of the export, without outer spaces. */
	readonly value: string;
	/** The value in the new file. */
	readonly code: string;
	/** Rows of the export with the value. */
	readonly rows: number;
}

const unclear = { code: undefined };

interface CountedCode {
	readonly value: string;
	/** Undefined while the value is open: it is left unchanged. */
	readonly code: string | undefined;
	rows: number;
}

/** The codes of one column, counted by the values that they came from. */
export class CodedValues {
	readonly #counts = new Map<string, CountedCode>();

	/** @param openValues the values that the plan leaves open, without outer spaces. */
	constructor(
		private readonly element: string,
		private readonly codes: ValueCodes,
		private readonly set: OptionSet,
		private readonly openValues: ReadonlySet<string>,
	) {}

	/**
	 * Returns the code of a value and counts it; undefined while it is open.
	 *
	 * @param header the column that has the value, where several feed this one.
	 */
	code(value: string, header?: string): string | undefined {
		const key = header === undefined ? value : `${header}\n${value}`;
		let counted = this.#counts.get(key);
		if (!counted) {
			const isOpen = header === undefined && this.openValues.has(trimUnseen(value));
			const { code } = isOpen ? unclear : this.codes.of(value, header);
			// Null is a person's decision: the value stays as it is.
			counted = { value, code: code === null ? value : code, rows: 0 };
			this.#counts.set(key, counted);
		}
		counted.rows++;
		return counted.code;
	}

	/** Whether a field of the new file is a code of the column, and not a value that was left unchanged. */
	isCode(field: string): boolean {
		return this.set.options.some(({ code }) => code === field);
	}

	/** As in `ValueCodes`. */
	get several(): string | undefined {
		return this.codes.several;
	}

	/** As in `ValueCodes`. */
	isBesideRaces(header: string): boolean {
		return this.codes.isBesideRaces(header);
	}

	/** Returns what an empty field becomes, and counts it. */
	blank(): string {
		return this.code('') ?? '';
	}

	/** Counts a row with a value that is none of the codes, and that the column cannot hold. */
	addOpen(value: string): void {
		const key = `\n${value}`;
		const counted = this.#counts.get(key) ?? { value, code: undefined, rows: 0 };
		this.#counts.set(key, counted);
		counted.rows++;
	}

	/** The values that were left unchanged, the most frequent first. */
	open(): readonly OpenItem[] {
		const { element } = this;
		return this.#byText((code) => code === undefined).map(({ value, rows }) => ({ element, value, rows }));
	}

	/** The values that became a code, in the order of their first rows. */
	translated(): readonly Translated[] {
		const { element } = this;
		return this.#byText((code, value) => code !== undefined && code !== value).map(
			({ value, code = '', rows }) => ({ element, value, code, rows }),
		);
	}

	/** Values that differ in outer spaces only are one to a person. */
	#byText(
		takes: (code: string | undefined, value: string) => boolean,
	): readonly { readonly value: string; readonly code: string | undefined; readonly rows: number }[] {
		const texts = new Map<string, { value: string; code: string | undefined; rows: number }>();
		for (const { value, code, rows } of this.#counts.values()) {
			if (!takes(code, value)) continue;
			const text = trimUnseen(value);
			const known = texts.get(text);
			if (known) known.rows += rows;
			else texts.set(text, { value: text, code, rows });
		}
		return [...texts.values()];
	}
}

/**
 * Makes a field of values of the export; undefined where all are blank: another row of the student may have a value, so
 * what a blank means comes last.
 */
export type CodedField = (values: readonly string[]) => string | undefined;

/** The field that is the code of one value. */
export function singleCode(values: CodedValues): CodedField {
	return ([value = '']) => (isUnseen(value) ? undefined : (values.code(value) ?? value));
}

/**
 * The field that several columns of codes make, by their headers: the code where all that are filled say the same, else the set's code
 * for several. Where one value is open, or is no code and was left unchanged among others, no code is certain, and the
 * field keeps all of them.
 */
export function joinedCodes(values: CodedValues, headers: readonly string[]): CodedField {
	return (fields) => {
		const filled = [...fields.keys()].filter((at) => !isUnseen(fields[at] ?? ''));
		if (filled.every((at) => values.isBesideRaces(headers[at] ?? ''))) {
			// A race says nothing on Hispanic, so that the field is as blank as its own column.
			const said = filled.map((at) => values.code(fields[at] ?? '', headers[at]));
			return said.find((code) => code !== '');
		}
		const codes = filled.map((at) => values.code(fields[at] ?? '', headers[at]));
		const telling = filled.filter((_, index) => codes[index] !== '');
		const asTheyAre = telling.map((at) => trimUnseen(fields[at] ?? '')).join(', ');
		if (codes.includes(undefined)) return asTheyAre;
		const distinct = [...new Set(codes.filter((code) => code !== ''))];
		if (distinct.length <= 1) return distinct[0] ?? '';
		const areCodes = distinct.every((code) => code !== undefined && values.isCode(code));
		return (areCodes ? values.several : undefined) ?? leftOpen(values, asTheyAre);
	};
}

function leftOpen(values: CodedValues, text: string): string {
	values.addOpen(text);
	return text;
}

/**
 * The field that columns of yes and no make, each of which stands for a code: the code where one is yes, the set's code
 * for several where more are, and empty where none is.
 *
 * @param flags the headers of the columns, and the code that a yes means.
 */
export function codeOfFlags(
	values: CodedValues,
	set: OptionSet,
	flags: readonly (readonly [header: string, code: string])[],
): CodedField {
	return (fields) => {
		const codes = new Set<string>();
		let unclear: string | undefined;
		for (const [at, [header, code]] of flags.entries()) {
			const field = fields[at] ?? '';
			const answer = values.code(field, header);
			if (answer === YES) codes.add(code);
			else if (answer !== NO && answer !== '') {
				unclear ??= trimUnseen(field);
				// A value that was left unchanged is neither yes nor no, so that it tells no race.
				if (answer !== undefined) values.addOpen(trimUnseen(field));
			}
		}
		if (unclear !== undefined) return unclear;
		const [only = ''] = codes;
		return codes.size > 1 ? (set.several ?? leftOpen(values, [...codes].join(', '))) : only;
	};
}

const [YES, NO] = yesNoCodes.options.map(({ code }) => code);
