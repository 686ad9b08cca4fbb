import assert from 'node:assert/strict';
import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../server/src/check/live/checker';
import { checked, marked } from './features';

/** The two files of a district, checked, and the cursor that is marked in one of them. */
export interface Pair {
	/** The file with the cursor. */
	readonly own: Checker;
	/** The other one; undefined if there is none. */
	readonly other: Checker | undefined;
	readonly position: Position;
}

/** `‸` marks the cursor in one of the texts; a text that is undefined is a file that is not there. */
export function pairOf(roster: string | undefined, ext: string | undefined, settings?: unknown): Pair {
	const files = { 'students.csv': roster, 'students_ext.csv': ext };
	const names = ['students.csv', 'students_ext.csv'] as const;
	const own = names.find((name) => files[name]?.includes('‸'));
	const sibling = names.find((name) => name !== own);
	assert.ok(own && sibling, 'one ‸');
	const { text, position } = marked(files[own] ?? '');
	const other = files[sibling];
	return {
		own: checked(own, text, settings),
		other: other === undefined ? undefined : checked(sibling, other, settings),
		position,
	};
}

/** Everything that a walk comes upon. */
export function all<T>(walk: Iterable<T | undefined>): T[] {
	return [...walk].filter((one) => one !== undefined);
}
