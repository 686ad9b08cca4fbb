import assert from 'node:assert/strict';
import { unknownCode } from '../../server/src/rules/field/unknownCode';
import { deleteRow } from '../../server/src/rules/fix';
import type { Table } from '../../server/src/spec';
import { actionsOn, afterAction, checked, titles } from '../support/features';
import { petSize, pets } from '../support/pets';

/** Pets whose ID is a code: no table of the product has one, but the fix of a code may come to any column. */
const petsByCode: Table = {
	...pets,
	elements: [{ ...petSize, column: 'Pet_id', kind: 'key' }, ...pets.elements.slice(1)],
};

/** Runs a test while the fix of an unknown code is to remove its row. */
function withRowsRemoved(run: () => void): void {
	const { checkField } = unknownCode;
	unknownCode.checkField = (field) => {
		const problem = checkField.call(unknownCode, field);
		return problem && { ...problem, fixes: () => [deleteRow] };
	};
	try {
		run();
	} finally {
		unknownCode.checkField = checkField;
	}
}

describe('the fix for all rows with the same value', () => {
	it('gives the same new ID to no two rows, just as the fix of the whole column and of the file', () => {
		const text = 'Pet_id,Name\nSmall,a\nM,b\nSmall,c\nSmall,d\n';
		const fixed = text.replace('Small', 'S');
		const checker = checked(petsByCode, text);
		const actions = actionsOn(checker, 'Small');
		assert.equal(afterAction(checker, actions, 'Fix All 3 "Small" in Pet_id'), fixed);
		assert.equal(afterAction(checker, actions, 'Fix All 3 Problems in This File'), fixed);
		const ofHeader = actionsOn(checker, 'Pet_id');
		assert.equal(afterAction(checker, ofHeader, 'Fix All 3 Problems in Pet_id'), fixed);
	});

	it('removes neighboring rows, up to a last one without a line break', () => {
		withRowsRemoved(() => {
			for (const [text, left] of [
				['1,S\n2,Zzz\n3,Zzz', '1,S'],
				['1,S\r\n2,Zzz\r\n3,Zzz\r\n4,Zzz', '1,S'],
				['1,Zzz\n2,S\n3,Zzz\n4,Zzz', '2,S'],
				['1,Zzz\n2,Zzz\n3,S\n4,Zzz\n', '3,S\n'],
				['1,Zzz\n2,Zzz', undefined],
				['1,S\n\n3,Zzz\n4,Zzz', '1,S\n\n'],
			] as const) {
				const lineBreak = text.includes('\r') ? '\r\n' : '\n';
				const header = `Pet_id,Size${lineBreak}`;
				const checker = checked(pets, header + text);
				const actions = actionsOn(checker, 'Zzz');
				const title = titles(actions).find((one) => one.includes(' "Zzz" in Size')) ?? '';
				assert.equal(
					afterAction(checker, actions, title),
					left === undefined ? header.trimEnd() : header + left,
					JSON.stringify(text),
				);
			}
		});
	});
});

describe('the fix for all problems of a column', () => {
	it('gives the same new ID to no two rows', () => {
		for (const [one, other] of [
			[' 12', ' 12'],
			[' 12', '12 '],
		]) {
			const text = `sis_id,ext.title_i\n${one},Yes\n${other},No\n`;
			const checker = checked('students_ext.csv', text);
			const title = 'Fix All 2 Problems in sis_id';
			assert.equal(
				afterAction(checker, actionsOn(checker, 'sis_id'), title),
				text.replace(`${one},Yes`, '12,Yes'),
			);
		}
	});
});
