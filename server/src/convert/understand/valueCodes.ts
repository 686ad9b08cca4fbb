/** What a value of an export becomes in a column of codes: the one place that decides it. */

import { trimUnseen } from '../../characters';
import type { OptionSet, Table } from '../../spec';
import { hispanicLatino, race } from '../../spec/demographics';
import { importCode, raceList } from '../../spec/exportValues';
import { certainCode } from '../../spec/meaning';
import { yesNoCodes } from '../../spec/optionSets/yesNo';
import { type CodeTable, codeInTable, findCodeTable } from '../../spec/systems';
import { type Mapping, sourcesIn } from '../mapping/mapping';
import { ChosenCodes, codesOf } from './chosenCodes';
import { ethnicityIn, HISPANIC, saysHispanic } from './ethnicity';
import type { ValuePlan } from './planTypes';
import { isMark } from './raceColumns';

/** The code of a value, and why it is this one: as in `ValuePlan`. */
export type ValueCode = Pick<ValuePlan, 'code' | 'how'>;

const open: ValueCode = { code: undefined, how: null };

/** Finds the codes of one column: first those that a person decided, then the chosen table's, then the certain ones. */
export class ValueCodes {
	readonly #set: OptionSet;
	readonly #chosen: ChosenCodes;
	readonly #blank: string | null | undefined;
	readonly #table: CodeTable | undefined;
	readonly #flags: Readonly<Record<string, string>> | undefined;
	/** The columns that Race and Hispanic_Latino are both made of; empty for any other column. */
	readonly #shared: readonly string[];
	/** What the shared columns are as races; undefined for every column but Hispanic_Latino. */
	readonly #races: ValueCodes | undefined;
	readonly #raceTable: CodeTable | undefined;
	readonly #from: readonly string[];

	/**
	 * `roster` as in `codesOf`. Throws for a column without codes.
	 *
	 * @param element the column's exact name.
	 */
	constructor(roster: Table, mapping: Mapping, element: string) {
		const set = codesOf(roster, element);
		if (!set) throw new Error(`${element} has no codes`);
		this.#set = set;
		const { '': blank, ...chosen } = mapping.codes?.[element] ?? {};
		this.#chosen = new ChosenCodes(chosen);
		this.#blank = blank;
		this.#table = tableIn(mapping, element);
		this.#raceTable = tableIn(mapping, race.column);
		this.#flags = mapping.flags?.[element];
		this.#from = sourcesIn(mapping, element) ?? [];
		this.#shared = element === race.column || element === hispanicLatino.column ? sharedRaces(mapping) : [];
		const isHispanic = element === hispanicLatino.column && this.#shared.length > 0;
		this.#races = isHispanic ? new ValueCodes(roster, mapping, race.column) : undefined;
	}

	/** The code of a student whose columns have several codes: M for races, and Y where one of them says Hispanic. */
	get several(): string | undefined {
		return this.#isBesideRaces() ? HISPANIC : this.#set.several;
	}

	/** Whether a column feeds Race as well, and Hispanic_Latino has another column besides. */
	isBesideRaces(header: string): boolean {
		return this.#isBesideRaces() && this.#shared.includes(header);
	}

	#isBesideRaces(): boolean {
		return this.#races !== undefined && this.#from.some((header) => !this.#shared.includes(header));
	}

	/**
	 * Returns the code of a value as the export has it; '' for an empty field that nothing was decided for. Where columns
	 * of yes and no make the code, it is Yes, No or ''.
	 *
	 * @param header the column that has the value, where several feed this one.
	 */
	of(value: string, header: string | undefined = this.#from[0]): ValueCode {
		const set = this.#flags ? yesNoCodes : this.#set;
		// A district may accept a value with outer spaces as a code.
		const isCode = set.options.some(({ code }) => code === value);
		const text = isCode ? value : trimUnseen(value);
		if (text === '') return { code: this.#blank ?? '', how: this.#blank === undefined ? 'code' : 'mapping' };
		// The other column decides, and its codes may be other ones: 1 is a yes there, and a race here.
		if (header !== undefined && this.isBesideRaces(header)) return meant(text, this.#ethnicityOf(text) ?? '');
		const chosen = this.#chosen.of(text, certainCode(set, text) === text);
		// A value that the district has accepted since is no longer one without a code.
		if (chosen !== undefined && !(chosen === null && isCode)) return { code: chosen, how: 'mapping' };
		if (this.#flags) return meant(text, importCode(set, text) ?? this.#ticked(text, header));
		const isShared = header !== undefined && this.#shared.includes(header);
		const inTable = this.#table && codeInTable(this.#table, text);
		if (typeof inTable === 'string') return { code: inTable, how: 'table' };
		if (isShared) return this.#partOf(text);
		if (inTable !== undefined) return open;
		return meant(text, importCode(set, text) ?? this.#codeInList(text));
	}

	/** Yes for a mark, and for a value that says what the header says: "W" or "White" in a column White. */
	#ticked(text: string, header = ''): string | undefined {
		const isTicked = isMark(text) || importCode(this.#set, text) === this.#flags?.[header];
		return isTicked ? certainCode(yesNoCodes, 'Yes') : undefined;
	}

	/** The code of a list of races; a list that names Hispanic has none, since that would be lost. */
	#codeInList(text: string): string | undefined {
		const list = this.#set.several === undefined ? undefined : raceList(text);
		return list?.hispanic ? undefined : list?.race;
	}

	/** What a value says to Race, or to Hispanic_Latino, where both are made of it. */
	#partOf(text: string): ValueCode {
		if (this.#races) {
			const races = this.#races;
			return meant(text, this.#ethnicityOf(text) ?? (races.of(text).code === undefined ? undefined : ''));
		}
		const certain = importCode(this.#set, text);
		const isEthnicity = ethnicityIn(text, this.#table) !== undefined;
		if (this.#table && codeInTable(this.#table, text) !== undefined && !isEthnicity) return open;
		const list = raceList(text);
		return meant(text, certain ?? (list ? (list.race ?? '') : isEthnicity ? '' : undefined));
	}

	#ethnicityOf(text: string): string | undefined {
		return saysHispanic(text, this.#raceTable) ? HISPANIC : ethnicityIn(text, this.#raceTable);
	}
}

function tableIn({ codeTables = {} }: Mapping, element: string): CodeTable | undefined {
	const name = Object.hasOwn(codeTables, element) ? codeTables[element] : undefined;
	return name === undefined ? undefined : findCodeTable(name, element);
}

function meant(text: string, code: string | undefined): ValueCode {
	return code === undefined ? open : { code, how: code === text ? 'code' : 'meaning' };
}

/** The columns that Race and Hispanic_Latino are both made of: each takes its part of their values. */
function sharedRaces(mapping: Mapping): readonly string[] {
	if (mapping.flags?.[race.column]) return [];
	const hispanics = sourcesIn(mapping, hispanicLatino.column) ?? [];
	return (sourcesIn(mapping, race.column) ?? []).filter((name) => hispanics.includes(name));
}
