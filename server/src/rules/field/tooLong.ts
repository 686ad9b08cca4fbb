import { trimUnseen } from '../../characters';
import { cleverSftp } from '../../spec/sources';
import { countOf, shown } from '../../wording';
import type { FieldRule } from '../rule';

/** In characters. Clever recommends this limit and enforces none. */
const RECOMMENDED = 255;

export const tooLong: FieldRule = {
	id: 'field/too-long',
	severity: 'information',
	tellsValue: false,
	title: 'The value is longer than 255 characters',
	why: 'Clever recommends at most 255 characters per value. A longer one is usually two rows that were joined by mistake.',
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: { Last_name: 'a'.repeat(256) },
		good: { Last_name: 'a'.repeat(255) },
	},

	appliesTo: () => true,
	prefilter: { longerThan: RECOMMENDED },
	portable: { kind: 'longer-than', characters: RECOMMENDED },
	checkField({ element, header, value }) {
		const characters = value.length > RECOMMENDED ? characterCount(value) : value.length;
		if (characters <= RECOMMENDED) return undefined;
		return {
			message: `${element?.column ?? shown(trimUnseen(header))} has ${countOf(characters, 'character')}. Clever recommends at most ${RECOMMENDED}. Shorten it.`,
		};
	},
};

/** Counts code points, of a value that may be a whole file. */
function characterCount(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}
