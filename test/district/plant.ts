/** Plants mistakes in a true district, and reads a text back row by row. */

import assert from 'node:assert/strict';
import { fieldText } from '../../server/src/csv/quote';
import type { Random } from '../csv/random';
import type { FileName, TrueDistrict, TrueRow } from './truth';

/** What must become of a mistake by *Fix All*: it is right, it is left as it is and listed, or either. */
export type Outcome = 'fixed' | 'listed' | 'fixed or listed';

/** What a kind of mistake is given to work with. */
export interface Place {
	readonly row: TrueRow;
	/** The row below; empty below the last one. */
	readonly nextRow: TrueRow;
	/** The 0-based column of a header. */
	column(header: string): number;
	/** The value of a field of the row, without its quotes. */
	value(header: string): string;
	readonly random: Random;
	readonly district: TrueDistrict;
	/** Whether the row's student has no other row in the file. */
	readonly isOnlyRow: boolean;
}

/** A kind of mistake in one row. */
export interface Mistake {
	readonly name: string;
	readonly file: FileName;
	readonly outcome: Outcome;
	/** True if the row is one too many: the truth does not have it, and *Fix All* removes it or lists it. */
	readonly isExtraRow?: boolean;
	/** True if one of the fixes that are offered for what is left gives the truth. */
	readonly isOffered?: boolean;
	/** True if the file can be uploaded with it. */
	readonly isHarmless?: boolean;
	/** True if it is in the header; such a mistake is the only one of its file, since it hides those of its column. */
	readonly isInHeader?: boolean;
	/** True if it joins two rows. */
	readonly joinsNextRow?: boolean;
	/** The text of the row with the mistake, without its line break; undefined where the row cannot have it. */
	write(place: Place): string | undefined;
}

/** A row of a planted file. */
export interface Entry {
	/** The true text of the row; undefined for a row that the truth does not have. */
	readonly truth: string | undefined;
	/** The text with the mistake; undefined for a row without one. */
	readonly planted?: string;
	readonly mistake?: Mistake;
}

export type PlantedDistrict = Readonly<Record<FileName, readonly Entry[]>>;

/** Plants up to one mistake of each kind, each in a row of its own. */
export function plant(district: TrueDistrict, mistakes: readonly Mistake[], random: Random): PlantedDistrict {
	// What becomes of an ID depends on the student's row in the roster, so no student has mistakes in both files.
	const spoiled = new Set<string>();
	const inFile = (name: FileName): readonly Entry[] =>
		plantInFile(
			district,
			name,
			mistakes.filter(({ file }) => file === name),
			random,
			spoiled,
		);
	return { 'students.csv': inFile('students.csv'), 'students_ext.csv': inFile('students_ext.csv') };
}

/** The first rows, which fill every category, stay as they are. */
const ROWS_KEPT = 8;

function plantInFile(
	district: TrueDistrict,
	name: FileName,
	mistakes: readonly Mistake[],
	random: Random,
	spoiled: Set<string>,
): readonly Entry[] {
	const { header, rows } = district.files[name];
	const lines = [header, ...rows];
	const entries: Entry[][] = lines.map((row) => [{ truth: row.join(',') }]);
	const key = header.findIndex((column) => column === 'Student_id' || column === 'sis_id');
	const column = (wanted: string): number => header.indexOf(wanted);
	const placeAt = (at: number): Place => {
		const row = lines[at] as TrueRow;
		return {
			row,
			nextRow: lines[at + 1] ?? [],
			column,
			value: (wanted) => unquoted(row[column(wanted)] ?? ''),
			random,
			district,
			isOnlyRow: rows.filter((other) => other[key] === row[key]).length === 1,
		};
	};
	const inHeader = mistakes.find(({ isInHeader }) => isInHeader);
	const planted = inHeader?.write(placeAt(0));
	if (inHeader && planted !== undefined) {
		entries[0] = [{ truth: header.join(','), planted, mistake: inHeader }];
		return entries.flat();
	}
	const isFree = (at: number): boolean => entries[at]?.length === 1 && entries[at][0]?.mistake === undefined;
	for (const mistake of mistakes.filter(({ isInHeader }) => !isInHeader)) {
		for (let attempt = 0; attempt < 12; attempt++) {
			const at = ROWS_KEPT + 1 + random.below(Math.max(1, rows.length - ROWS_KEPT));
			if (!isFree(at) || (mistake.joinsNextRow && !isFree(at + 1))) continue;
			const truth = lines[at]?.join(',');
			const ids = [at, mistake.joinsNextRow ? at + 1 : at].map((line) => unquoted(lines[line]?.[key] ?? ''));
			if (ids.some((id) => spoiled.has(id))) continue;
			const text = mistake.write(placeAt(at));
			if (text === undefined) continue;
			for (const id of ids) spoiled.add(id);
			if (mistake.isExtraRow) entries[at] = [{ truth }, { truth: undefined, planted: text, mistake }];
			else if (mistake.joinsNextRow) {
				const both = `${truth}${district.lineBreak}${lines[at + 1]?.join(',')}`;
				entries[at] = [{ truth: both, planted: text, mistake }];
				entries[at + 1] = [];
			} else entries[at] = [{ truth, planted: text, mistake }];
			break;
		}
	}
	return entries.flat();
}

/**
 * The row with another value under a header, quoted where the true value is; undefined where only the other value needs
 * quotes, since a fix keeps them.
 */
export function withValue({ row, column }: Place, header: string, value: string): string | undefined {
	const at = column(header);
	const isQuoted = row[at]?.startsWith('"') ?? false;
	const text = fieldText(value, isQuoted);
	if (text !== value && !isQuoted) return undefined;
	return row.map((raw, index) => (index === at ? text : raw)).join(',');
}

function unquoted(text: string): string {
	return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** The text of a file of which each row is written by `textOf`; a row without a text is left out. */
export function fileText(
	entries: readonly Entry[],
	lineBreak: string,
	textOf: (entry: Entry) => string | undefined,
): string {
	return entries
		.flatMap((entry) => textOf(entry) ?? [])
		.map((text) => text + lineBreak)
		.join('');
}

/** The text with the mistakes. */
export const withMistakes = (entry: Entry): string | undefined => entry.planted ?? entry.truth;

/** A mistake that is still in a text, and where its row is, in UTF-16 units. */
export interface Left {
	readonly entry: Entry;
	readonly start: number;
	readonly end: number;
}

/**
 * Reads a text after *Fix All* row by row: each is as it was, or right where a mistake was to be fixed. Fails on any
 * other byte. Returns the mistakes that are left.
 */
export function mistakesLeft(
	text: string,
	entries: readonly Entry[],
	lineBreak: string,
	context: string,
): readonly Left[] {
	const left: Left[] = [];
	let at = 0;
	for (const entry of entries) {
		const { truth, planted, mistake } = entry;
		const isAt = (row: string): boolean => text.startsWith(row + lineBreak, at);
		if (planted === undefined) {
			assert.ok(
				isAt(truth as string),
				`${context}: a row without a mistake is\n${rowAt(text, at)}\nnot\n${truth}`,
			);
			at += (truth as string).length + lineBreak.length;
			continue;
		}
		const { name, outcome } = mistake as Mistake;
		const isListed = outcome !== 'fixed' && isAt(planted);
		if (isListed) {
			left.push({ entry, start: at, end: at + planted.length });
			at += planted.length + lineBreak.length;
			continue;
		}
		const isFixed = outcome !== 'listed' && (truth === undefined ? !isAt(planted) : isAt(truth));
		assert.ok(isFixed, `${context}: ${name} (${outcome})\n${planted}\nbecame\n${rowAt(text, at)}`);
		if (truth !== undefined) at += truth.length + lineBreak.length;
	}
	assert.equal(text.slice(at), '', context);
	return left;
}

function rowAt(text: string, at: number): string {
	return text.slice(at, at + 200).split(/[\r\n]/)[0] ?? '';
}
