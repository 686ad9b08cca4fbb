/** Which columns of an export feed which columns of ours. What is not certain is left open, with the columns it may be. */

import { type Element, students, type Table } from '../../spec';
import { hispanicLatino, race } from '../../spec/demographics';
import { byLikelihood, type ExportColumn, exportColumns } from '../../spec/exportColumns';
import { raceList } from '../../spec/exportValues';
import { ambiguousValue } from '../../spec/meaning';
import { raceCodes } from '../../spec/optionSets/race';
import { type ExportSystem, findCodeTable } from '../../spec/systems';
import { type Mapping, sourcesIn } from '../mapping/mapping';
import { type Fit, fitOf } from './columnFit';
import { personNames } from './personNames';
import type { ColumnReason } from './planTypes';
import { furtherRaces, numberedRaces, raceFlags } from './raceColumns';
import type { ExportSummary, SummaryColumn } from './summary';
import { chosenTable, formatTable } from './system';
import { isLeftToValues, isYesNo, type ToldColumn, toldBy } from './valueSigns';

/** A column of the export that may feed a column of ours. */
export interface PossibleColumn {
	readonly column: SummaryColumn;
	/** Why it is not taken, in a sentence for people. */
	readonly reason?: string | undefined;
}

/** What feeds a column of ours, as far as it is certain. */
export interface ColumnChoice {
	/** Empty where nothing is chosen. */
	readonly from: readonly SummaryColumn[];
	readonly how: ColumnReason;
	readonly reason?: string | undefined;
	/** The code that a yes means in each of `from`. */
	readonly flags?: Readonly<Record<string, string>> | undefined;
	/** Other columns that it may be, the likeliest first. */
	readonly possible: readonly PossibleColumn[];
	/** Whether a mapping names a column that the export does not have. */
	readonly isLost: boolean;
}

type Settled = Omit<ColumnChoice, 'possible' | 'isLost'>;

/** A column of the export whose header names a column of ours. */
interface NamedColumn {
	readonly column: SummaryColumn;
	/** How the header names it. */
	readonly match: ExportColumn;
	readonly fit: Fit;
}

/** Chooses columns. `roster` as in `codesOf`. */
export class ColumnChoices {
	readonly #settled = new Map<string, Settled>();
	readonly #possible = new Map<string, Map<SummaryColumn, PossibleColumn>>();
	readonly #named = new Map<string, NamedColumn[]>();
	/** What the header of each column names. */
	readonly #matches = new Map<SummaryColumn, readonly ExportColumn[]>();
	readonly #told = new Map<SummaryColumn, ToldColumn>();
	readonly #lost = new Set<string>();
	/** Columns that a person has chosen for something. */
	readonly #taken = new Map<SummaryColumn, string>();

	constructor(
		private readonly summary: ExportSummary,
		private readonly decisions: Mapping,
		private readonly roster: Table,
		private readonly system: ExportSystem | undefined,
	) {
		this.#readDecisions();
		this.#readHeaders();
		for (const element of roster.elements) this.#settleByName(element);
		for (const element of roster.elements) this.#leaveToCategory(element);
		this.#settleRaces();
		this.#settleByValues();
		this.#settleNames();
	}

	/** What feeds a column of ours, by its exact name. */
	of(element: string): ColumnChoice {
		const settled = this.#settled.get(element) ?? { from: [], how: null };
		const others = this.#possible.get(element)?.values() ?? [];
		const possible = [...others].filter(({ column }) => !settled.from.includes(column));
		return { ...settled, possible, isLost: this.#lost.has(element) };
	}

	/** Whether a column feeds a column of ours. */
	isUsed(column: SummaryColumn): boolean {
		return [...this.#settled.values()].some(({ from }) => from.includes(column));
	}

	/** Columns whose header is that of the student ID, by a name that is certain or that may be it. */
	keyColumns(): readonly { readonly column: SummaryColumn; readonly match: ExportColumn }[] {
		return (this.#named.get(students.primaryKey) ?? []).toSorted((a, b) => compareNamed(a, b));
	}

	#readDecisions(): void {
		const byName = new Map(this.summary.columns.map((column) => [column.name, column]));
		const { columns = {}, flags = {} } = this.decisions;
		for (const element of new Set([...Object.keys(columns), ...Object.keys(flags)])) {
			const names = sourcesIn(this.decisions, element) ?? [];
			const from = names.flatMap((name) => byName.get(name) ?? []);
			if (from.length < names.length) {
				this.#lost.add(element);
				continue;
			}
			this.#settled.set(element, { from, how: 'mapping', flags: flags[element] });
			for (const column of from) this.#taken.set(column, element);
		}
	}

	#readHeaders(): void {
		const elements = new Map(this.roster.elements.map((element) => [element.column, element]));
		for (const column of this.summary.columns) {
			const told = toldBy(column);
			if (told) this.#told.set(column, told);
			if (!this.summary.head.header) continue;
			const matches = exportColumns(column.name, this.system);
			if (matches.length > 0) this.#matches.set(column, matches);
			for (const match of matches) {
				const element = elements.get(match.column);
				if (!element) continue;
				const fit = fitOf(element, column, this.#table(element.column));
				const named = this.#named.get(match.column) ?? [];
				this.#named.set(match.column, named);
				named.push({ column, match, fit });
			}
		}
	}

	#table(element: string): ReturnType<typeof findCodeTable> {
		const name = chosenTable(this.decisions, element) ?? formatTable(this.system, element);
		return name === undefined ? undefined : findCodeTable(name, element);
	}

	/** Whether nothing was decided for a column of ours, so that it may be understood. */
	#isFree(element: string): boolean {
		return !this.#settled.has(element) && !this.#lost.has(element);
	}

	/** Whether a person has chosen a column for something else. */
	#isTaken(column: SummaryColumn, { column: element, twin }: Pick<Element, 'column' | 'twin'>): boolean {
		const other = this.#taken.get(column);
		if (other === undefined || other === element || other === twin) return false;
		// Races may say Hispanic, so that one column feeds both.
		if (other === hispanicLatino.column && element === race.column && !isYesNo(column) && hasRaces(column))
			return false;
		return this.roster.elements.find((each) => each.column === other)?.twin !== element;
	}

	#settleByName(element: Element): void {
		const named = (this.#named.get(element.column) ?? []).toSorted(compareNamed);
		for (const each of named) this.#offer(element.column, each.column, reasonNotTaken(each));
		if (!this.#isFree(element.column)) return;
		const usable = named.filter(
			({ column, match, fit }) =>
				match.isUsual && fit !== 'other' && (match.level === 'own' || !this.#isTaken(column, element)),
		);
		const best = element.column === students.primaryKey ? onlyKey(usable) : clearlyBest(usable);
		if (best)
			this.#settle(element.column, {
				from: [best.column],
				how: chosenTable(this.decisions, element.column) === undefined ? 'name' : 'codes',
			});
	}

	/** A column that feeds a category feeds a column of text only under its very name: "HomeLanguageCode" is no ISO code. */
	#leaveToCategory({ column, optionSet }: Element): void {
		const settled = this.#settled.get(column);
		const [from] = settled?.from ?? [];
		if (!from || optionSet || settled?.how === 'mapping') return;
		const isItsName = from.name.toLowerCase() === column.toLowerCase();
		const feeds = (other: Element): boolean =>
			other.optionSet !== undefined && this.#settled.get(other.column)?.from.includes(from) === true;
		if (!isItsName && this.roster.elements.some(feeds)) this.#settled.delete(column);
	}

	#settleRaces(): void {
		const { columns } = this.summary;
		const flags = raceFlags(columns);
		for (const column of flags.races.keys())
			this.#offer(race.column, column, 'It answers yes or no for one race.');
		const numbered = numberedRaces(columns);
		for (const column of numbered) this.#offer(race.column, column, 'It is one of several columns of races.');
		const single = this.#settled.get(race.column)?.from[0];
		const isFree = this.#isFree(race.column);
		const isOneOfThem =
			single !== undefined && numbered.includes(single) && this.#settled.get(race.column)?.how !== 'mapping';
		if (numbered.length > 0 && (isFree ? !this.#isNamed(race, numbered) : isOneOfThem)) {
			const reason = 'Its codes are in several columns, and are joined.';
			this.#settle(race.column, { from: numbered, how: 'codes', reason });
		} else if (isFree && flags.isCertain && !this.#isNamed(race, [...flags.races.keys()])) {
			const from = [...flags.races.keys()];
			const reason = `The export has a yes-or-no column for each race.`;
			const codes = Object.fromEntries(from.map((column) => [column.name, flags.races.get(column) ?? '']));
			this.#settle(race.column, { from, how: 'flags', reason, flags: codes });
		}
		this.#sayHowRacesAreListed();
		this.#askBetweenRaces();
		this.#settleHispanic(flags.hispanic);
	}

	/** Leaves Race open where another column has races too, and not the same ones. */
	#askBetweenRaces(): void {
		const races = this.#settled.get(race.column);
		const [from, ...others] = races?.from ?? [];
		if (!from || others.length > 0 || races?.how === 'mapping') return;
		const further = furtherRaces(this.summary.columns, from).filter(
			(column) => !haveSameValues(column, from),
		);
		if (further.length === 0) return;
		this.#settled.delete(race.column);
		for (const column of [from, ...further])
			this.#offer(race.column, column, 'Another column has races too.');
	}

	#sayHowRacesAreListed(): void {
		const races = this.#settled.get(race.column);
		const isList = races?.from.some(({ values }) =>
			values.some(({ value }) => raceList(value) !== undefined),
		);
		if (races?.how === 'name' && isList) {
			this.#settle(race.column, { ...races, how: 'codes', reason: 'Its values are lists of races.' });
		}
	}

	/** Whether another column than these is named like the element, and its values do not say something else. */
	#isNamed(element: Element, but: readonly SummaryColumn[]): boolean {
		const named = this.#named.get(element.column) ?? [];
		return named.some(({ column, match, fit }) => match.isUsual && fit !== 'other' && !but.includes(column));
	}

	#settleHispanic(flags: readonly SummaryColumn[]): void {
		const element = hispanicLatino.column;
		for (const column of flags) this.#offer(element, column, 'It answers yes or no to Hispanic.');
		if (!this.#isFree(element)) return;
		const [flag, ...others] = flags.filter((column) => !this.#isTaken(column, hispanicLatino));
		if (flag && others.length === 0 && !this.#isNamed(hispanicLatino, [flag])) {
			this.#settle(element, { from: [flag], how: 'flags', reason: 'It answers yes or no to Hispanic.' });
			return;
		}
		const races = this.#settled.get(race.column);
		if (!races || races.flags || this.#possible.has(element)) return;
		if (listHispanic(races.from)) {
			const reason = 'The races list Hispanic among others.';
			this.#settle(element, { from: races.from, how: 'codes', reason });
			return;
		}
		for (const column of races.from) {
			const hasHispanic = column.values.some(({ value }) => isHispanic(value));
			if (hasHispanic) this.#offer(element, column, 'It has Hispanic among the races.');
		}
	}

	#settleByValues(): void {
		for (const element of new Set(Array.from(this.#told.values(), (told) => told.element))) {
			const told = [...this.#told].filter(([, each]) => each.element === element);
			const free = told.filter(([column]) => !this.#isNamedOtherwise(column, element));
			for (const [column, { what }] of free) this.#offer(element, column, `Its values are ${what}.`);
			const spec = this.roster.elements.find(({ column }) => column === element);
			if (!spec || !this.#isFree(element) || this.#isAmbiguous(element)) continue;
			const usable = free.filter(
				([column]) => isLeftToValues(column.name, element) && !this.#isTaken(column, spec),
			);
			const perhaps = usable.filter(([column]) => this.#match(element, column) !== undefined);
			const [only, ...others] = perhaps.length > 0 ? perhaps : usable;
			if (!only || others.some(([column]) => !haveSameValues(column, only[0]))) continue;
			this.#settle(element, { from: [only[0]], how: 'values', reason: `Its values are ${only[1].what}.` });
		}
	}

	/** Whether several columns are named like a column of ours, and none of them was clearly best. */
	#isAmbiguous(element: string): boolean {
		return (this.#named.get(element) ?? []).some(({ match, fit }) => match.isUsual && fit !== 'other');
	}

	/** Whether the header of a column names another column of ours for sure. */
	#isNamedOtherwise(column: SummaryColumn, element: string): boolean {
		const matches = this.#matches.get(column) ?? [];
		return !this.#match(element, column) && matches.some(({ isUsual }) => isUsual);
	}

	#match(element: string, column: SummaryColumn): ExportColumn | undefined {
		return this.#matches.get(column)?.find((match) => match.column === element);
	}

	#settleNames(): void {
		const person = students.person;
		if (!person) return;
		const both = [person.lastName, person.firstName];
		const columns = personNames(this.summary.columns);
		for (const column of columns)
			for (const name of both) this.#offer(name, column, 'It has the whole name.');
		const [only, ...others] = columns;
		if (!only || others.length > 0 || !both.every((name) => this.#isFree(name) && !this.#isAmbiguous(name)))
			return;
		const reason = 'Its values are "Last, First", and are split at the comma.';
		for (const name of both) this.#settle(name, { from: [only], how: 'values', reason });
	}

	#settle(element: string, settled: Settled): void {
		this.#settled.set(element, settled);
	}

	#offer(element: string, column: SummaryColumn, reason: string | undefined): void {
		const possible = this.#possible.get(element) ?? new Map<SummaryColumn, PossibleColumn>();
		this.#possible.set(element, possible);
		if (!possible.has(column)) possible.set(column, { column, reason });
	}
}

function fitClass(fit: Fit): number {
	return fit === 'other' ? 2 : fit === 'silent' ? 1 : 0;
}

/** Orders columns of the export for a column of ours: by their values first, then by their header. */
function compareNamed(a: NamedColumn, b: NamedColumn): number {
	const isPerhaps = ({ match }: NamedColumn): number => Number(!match.isUsual);
	return (
		isPerhaps(a) - isPerhaps(b) ||
		fitClass(a.fit) - fitClass(b.fit) ||
		Number(a.column.filled === 0) - Number(b.column.filled === 0) ||
		byLikelihood(a.match, b.match)
	);
}

/** The first of ordered columns, where no other one is named as surely and fits as well. */
function clearlyBest([best, ...others]: readonly NamedColumn[]): NamedColumn | undefined {
	const equal = others.some(
		({ column, match, fit }) =>
			best &&
			match.level === best.match.level &&
			fitClass(fit) === fitClass(best.fit) &&
			(column.filled === 0) === (best.column.filled === 0) &&
			!haveSameValues(column, best.column),
	);
	return equal ? undefined : best;
}

/** The column of the student ID, where only one has its name. */
function onlyKey(usable: readonly NamedColumn[]): NamedColumn | undefined {
	const own = usable.filter(({ match }) => match.level === 'own');
	const [only, ...others] = own.length > 0 ? own : usable;
	return others.length === 0 ? only : undefined;
}

/** Whether two columns have the same values in the same rows, so that it does not matter which one is taken. */
function haveSameValues(a: SummaryColumn, b: SummaryColumn): boolean {
	if (a.rowsKey !== b.rowsKey || a.values.length !== b.values.length) return false;
	return a.values.every(({ value }, index) => value === b.values[index]?.value);
}

/** Whether a value of a column may be a race, and is not only Hispanic or not. */
function hasRaces({ values }: SummaryColumn): boolean {
	return values.some(({ value }) => ambiguousValue(raceCodes, value)?.belongsIn === undefined);
}

/** Whether a value among races says that the student is Hispanic. */
function isHispanic(value: string): boolean {
	return ambiguousValue(raceCodes, value)?.belongsIn?.code === 'Y';
}

/** Whether lists of races in these columns, or several columns of races, name Hispanic too. */
function listHispanic(columns: readonly SummaryColumn[]): boolean {
	return columns.some(({ values }) =>
		values.some(({ value }) => raceList(value)?.hispanic || (columns.length > 1 && isHispanic(value))),
	);
}

function reasonNotTaken({ match, fit }: NamedColumn): string | undefined {
	if (fit === 'other') return 'Its values say something else.';
	if (!match.isUsual) return match.note ?? 'The header may mean something else.';
	return undefined;
}
