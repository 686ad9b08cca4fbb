/** Mistakes in IDs. */

import { type Mistake, type Outcome, type Place, withValue } from '../plant';
import type { FileName } from '../truth';

interface WrongId {
	readonly name: string;
	readonly outcome: Outcome;
	readonly isOffered?: boolean;
	readonly column?: string;
	readonly file?: FileName;
	/** The value in place of the ID. */
	wrong(id: string, place: Place): string | undefined;
}

function inId({ file = 'students_ext.csv', column = 'sis_id', wrong, ...rest }: WrongId): Mistake {
	return {
		...rest,
		file,
		write: (place) => {
			const text = wrong(place.value(column), place);
			if (text === undefined || !place.isOnlyRow) return undefined;
			return withValue(place, column, text);
		},
	};
}

const hasZeros = (id: string): boolean => id.startsWith('0');

export const idMistakes: readonly Mistake[] = [
	inId({ name: 'a space before an ID', outcome: 'fixed', wrong: (id) => ` ${id}` }),
	inId({
		name: 'a zero-width space after an ID of the roster',
		outcome: 'fixed',
		file: 'students.csv',
		column: 'Student_id',
		wrong: (id) => `${id}\u200b`,
	}),
	inId({ name: 'a mark of direction in an ID', outcome: 'fixed', wrong: (id) => `\u202d${id}` }),
	inId({
		name: 'zeros lost',
		outcome: 'fixed',
		wrong: (id) => (hasZeros(id) ? id.replace(/^0+/, '') : undefined),
	}),
	inId({ name: 'the State_id for the Student_id', outcome: 'fixed', wrong: (id) => `77${id}1` }),
	inId({ name: 'a formula that keeps the zeros', outcome: 'fixed', wrong: (id) => `="${id}"` }),
	inId({
		name: 'decimals after an ID',
		outcome: 'fixed or listed',
		isOffered: true,
		wrong: (id) => (hasZeros(id) ? undefined : `${id}.0`),
	}),
	inId({
		name: 'thousands separators in an ID',
		outcome: 'fixed or listed',
		isOffered: true,
		wrong: (id) => (hasZeros(id) ? undefined : `${id.slice(0, -3)},${id.slice(-3)}`),
	}),
	inId({ name: 'an error of Excel for an ID', outcome: 'listed', wrong: () => '#REF!' }),
	inId({ name: 'an ID that no student has', outcome: 'listed', wrong: () => 'ZZZ-98' }),
	inId({ name: 'no ID', outcome: 'listed', wrong: () => '' }),
	inId({
		name: 'a space around the ID of a school',
		outcome: 'fixed',
		file: 'students.csv',
		column: 'School_id',
		wrong: (id) => ` ${id} `,
	}),
];
