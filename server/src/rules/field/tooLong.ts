import { cleverSftp } from '../../spec/sources';
import type { FieldRule } from '../rule';

/** Clever sets no limit, and recommends this one. */
const RECOMMENDED = 255;

export const tooLong: FieldRule = {
	id: 'field/too-long',
	severity: 'information',
	title: 'The value is longer than 255 characters',
	why: 'Clever recommends at most 255 characters a value; a longer one is usually two rows that ran together.',
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: { Last_name: 'a'.repeat(256) },
		good: { Last_name: 'a'.repeat(255) },
	},

	appliesTo: () => true,
	prefilter: { longerThan: RECOMMENDED },
	checkField({ element, header, value }) {
		const characters = value.length > RECOMMENDED ? [...value].length : value.length;
		if (characters <= RECOMMENDED) return undefined;
		return {
			message: `The value of ${element?.column ?? header.trim()} has ${characters} characters; at most ${RECOMMENDED} are recommended.`,
		};
	},
};
