import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/navigation/definition';
import { textIn } from '../support/features';
import { type Pair, pairOf } from '../support/filePair';

const ROSTER =
	'Last_name,Student_id,Contact_name\r\nReyes,1001,Eva\r\nPoe,"1002",Bo\r\nReyes,1001,"Max\r\nReyes"\r\n';

function linkedTexts({ own, other, position }: Pair) {
	const links = definition(own, other, position);
	return links?.map(({ targetUri, originSelectionRange, targetRange, targetSelectionRange }) => {
		const target = other?.document.getText() ?? '';
		assert.equal(targetUri, other?.document.uri);
		assert.ok(originSelectionRange);
		return [
			textIn(own.document.getText(), originSelectionRange),
			textIn(target, targetRange),
			textIn(target, targetSelectionRange),
		];
	});
}

describe('go to definition', () => {
	it('goes from a sis_id to all rows of the student, in file order', () => {
		assert.deepEqual(linkedTexts(pairOf(ROSTER, 'ext.title_i,sis_id\nYes,1‸001\n')), [
			['1001', 'Reyes,1001,Eva', '1001'],
			['1001', 'Reyes,1001,"Max\r\nReyes"', '1001'],
		]);
	});

	it('compares IDs without their quotes', () => {
		assert.deepEqual(linkedTexts(pairOf(ROSTER, 'sis_id\n1002‸\n')), [['1002', 'Poe,"1002",Bo', '"1002"']]);
		assert.deepEqual(linkedTexts(pairOf(ROSTER, 'sis_id\n‸"1001"\n'))?.length, 2);
		assert.equal(linkedTexts(pairOf(ROSTER, 'sis_id\n‸ 1001\n')), undefined);
	});

	it('goes from a Student_id to the row in students_ext.csv', () => {
		const roster = ROSTER.replace('1001', '10‸01');
		assert.deepEqual(linkedTexts(pairOf(roster, 'sis_id,ext.title_i\n1001,Yes\n1002,No\n')), [
			['1001', '1001,Yes', '1001'],
		]);
	});

	it('returns nothing for the header, another column, an empty ID, or a missing row or file', () => {
		for (const ext of [
			'sis‸_id\n1001\n',
			'sis_id,ext.title_i\n1001,Y‸es\n',
			'sis_id\n""‸\n',
			'sis_id\n9‸\n',
		]) {
			assert.equal(linkedTexts(pairOf(ROSTER, ext)), undefined, ext);
		}
		assert.equal(linkedTexts(pairOf(undefined, 'sis_id\n1‸001\n')), undefined);
		assert.equal(linkedTexts(pairOf('Last_name\nReyes\n', 'sis_id\n1‸001\n')), undefined);
		assert.equal(linkedTexts(pairOf('', 'sis_id\n1‸001\n')), undefined);
	});
});
