import assert from 'node:assert/strict';
import { documentHighlights, references } from '../../server/src/features/navigation/references';
import { textIn } from '../support/features';
import { type Pair, pairOf } from '../support/filePair';

const ROSTER = 'Student_id,Student_number\n1001,1001\n1002,1003\n"1001",1004\n';
const EXT = 'sis_id,ext.title_i\n1002,Yes\n1001,Yes\n';

const places = ({ own, other, position }: Pair, includeDeclaration = true): string[] | undefined =>
	references(own, other, position, includeDeclaration)?.map(
		({ uri, range }) => `${uri.split('/').at(-1)} ${range.start.line}:${range.start.character}`,
	);

describe('find all references', () => {
	it('lists the rows of a student in both files, from either file, and no other ID of the same digits', () => {
		const fromExt = places(pairOf(ROSTER, EXT.replace('1001', '1‸001')));
		assert.deepEqual(fromExt, ['students_ext.csv 2:0', 'students.csv 1:0', 'students.csv 3:0']);
		const fromRoster = places(pairOf(ROSTER.replace('1001', '1‸001'), EXT));
		assert.deepEqual(fromRoster, ['students.csv 1:0', 'students.csv 3:0', 'students_ext.csv 2:0']);
	});

	it('treats the rows of students.csv as the declaration', () => {
		assert.deepEqual(places(pairOf(ROSTER, EXT.replace('1001', '1‸001')), false), ['students_ext.csv 2:0']);
		assert.deepEqual(places(pairOf(ROSTER.replace('1001', '1‸001'), EXT), false), ['students_ext.csv 2:0']);
	});

	it('lists the rows of one file if there is no other', () => {
		assert.deepEqual(places(pairOf(undefined, EXT.replace('1001', '1‸001'))), ['students_ext.csv 2:0']);
		assert.deepEqual(places(pairOf(ROSTER.replace('1001', '1‸001'), undefined)), [
			'students.csv 1:0',
			'students.csv 3:0',
		]);
	});

	it('returns nothing if there is no ID', () => {
		assert.equal(places(pairOf(ROSTER.replace(',1001', ',1‸001'), EXT)), undefined);
		assert.equal(places(pairOf(ROSTER, EXT.replace('sis_id', 'sis‸_id'))), undefined);
		assert.equal(places(pairOf(ROSTER, `${EXT}‸`)), undefined);
	});
});

describe('highlights', () => {
	it('are the rows of the same student in the file', () => {
		const { own, position } = pairOf(ROSTER.replace('1001', '1‸001'), EXT);
		const ranges = documentHighlights(own, position)?.map(({ range }) => range) ?? [];
		assert.deepEqual(
			ranges.map((range) => [range.start.line, textIn(own.document.getText(), range)]),
			[
				[1, '1001'],
				[3, '"1001"'],
			],
		);
	});

	it('are left to the editor if there is no ID', () => {
		const { own, position } = pairOf(ROSTER.replace(',1001', ',1‸001'), EXT);
		assert.equal(documentHighlights(own, position), null);
	});
});
