/** Which column of which file an error report means. */

import type { TableFile } from '../../bulk/rowReader';
import { joinSpaces, trimUnseen } from '../../characters';
import { isSecretColumn } from '../../rules/secretColumn';
import { findElement, normalizeColumn, studentsExt } from '../../spec';
import { headerKey } from '../../spec/headerKey';
import { columnsMeantBy, tablePrefix } from '../../spec/headerMeaning';

/** A column that is there. */
export interface FoundField {
	readonly fileName: string;
	/** As `Layout` names it. */
	readonly column: string;
	/** 0-based. */
	readonly index: number;
	/** Whether it may hold passwords. */
	readonly isSecret: boolean;
}

/** The longest name of a column that is looked up, in UTF-16 units. */
const MAX_NAME = 200;
/** Different names whose columns are kept. */
const MAX_KNOWN = 10_000;

/** Finds the columns that reports name, among those that two files have. */
export class ReportedFields {
	readonly #known = new Map<string, readonly FoundField[]>();
	readonly #inMessages: RegExp | undefined;

	/** @param files the roster first: of a column that both have, Clever takes the value that it has. */
	constructor(private readonly files: readonly TableFile[]) {
		const names = new Set(files.flatMap(categoryNames));
		const longestFirst = [...names].sort((one, other) => other.length - one.length);
		const any = longestFirst.map(inAnySpelling).join('|');
		if (any !== '') this.#inMessages = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
	}

	/** Where the column of this name is, the likeliest file first; empty where neither file has it. */
	named(name: string, fileName = ''): readonly FoundField[] {
		const text = trimUnseen(name);
		if (text === '' || text.length > MAX_NAME) return [];
		const known = this.#known.get(text) ?? this.#find(text);
		if (this.#known.size < MAX_KNOWN) this.#known.set(text, known);
		const wanted = headerKey(fileName);
		const isWanted = (one: FoundField): boolean =>
			wanted !== '' && (headerKey(one.fileName) === wanted || headerKey(one.fileName) === `${wanted}csv`);
		return known.some(isWanted) ? known.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a))) : known;
	}

	/** The only category that a message names by its column; empty where it names none or several. */
	inMessage(message: string): readonly FoundField[] {
		if (!this.#inMessages) return [];
		const found = new Map<string, readonly FoundField[]>();
		for (const [name] of message.matchAll(this.#inMessages)) {
			const fields = this.named(name);
			const [first] = fields;
			if (first) found.set(first.column, fields);
		}
		const [only = [], ...others] = found.values();
		return others.length === 0 ? only : [];
	}

	#find(name: string): readonly FoundField[] {
		const bare = name.slice(tablePrefix(name).length);
		const spellings = bare !== '' && bare !== name ? [name, bare] : [name];
		for (const spelling of spellings) {
			const found = this.#spelled(spelling);
			if (found.length > 0) return found;
		}
		for (const spelling of spellings) {
			const usual = columnsMeantBy(spelling).filter(({ isUsual }) => isUsual);
			const found = usual.map(({ column }) => this.#spelled(column)).filter(({ length }) => length > 0);
			const [only = [], ...others] = found;
			if (others.length === 0 && only.length > 0) return only;
		}
		return [];
	}

	/** A column of exactly this name, or else of this name with the prefix of extension columns. */
	#spelled(name: string): readonly FoundField[] {
		const exact = this.#inFiles(name);
		return exact.length > 0 ? exact : this.#inFiles(`${studentsExt.prefix ?? ''}${name}`);
	}

	#inFiles(name: string): readonly FoundField[] {
		return this.files.flatMap(({ layout }) => {
			const column = findElement(layout.table, name)?.column ?? normalizeColumn(name);
			const index = layout.indexOf(column);
			const declared = layout.columns[index];
			if (!declared) return [];
			return [{ fileName: layout.table.fileName, column, index, isSecret: isSecretColumn(declared) }];
		});
	}
}

/** The names of a file's categories, as a message may write them: with and without the prefix of extension columns. */
function categoryNames({ layout }: TableFile): readonly string[] {
	return layout.columns.flatMap(({ element }) => {
		if (!element?.optionSet) return [];
		const bare = element.column.replace(studentsExt.prefix ?? '', '');
		return [element.column, bare];
	});
}

/** A pattern for a name: spaces may stand for what is no letter and no digit in it. */
function inAnySpelling(name: string): string {
	const words = joinSpaces(name.replace(/[^\p{L}\p{N}]+/gu, ' ')).split(' ');
	return words.join('[ ._-]?');
}
