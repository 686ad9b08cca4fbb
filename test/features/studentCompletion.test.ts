import assert from 'node:assert/strict';
import type { Offered } from '../../server/src/features/completion/filterText';
import { studentCompletion, takesStudent } from '../../server/src/features/completion/studentCompletion';
import { edited } from '../support/features';
import { all, pairOf } from '../support/filePair';

const ROSTER =
	'Student_id,Last_name,First_name,Grade,Password\n' +
	'1001,Reyes,Ana,3,secret\n1001,Reyes,Ana,3,secret\n1002,Poe,Bo,4,secret\n"1,3",Lee,Anna,,secret\n';

function offered(ext: string, roster = ROSTER, which: Offered = 'all') {
	const { own, other, position } = pairOf(roster, ext);
	assert.ok(other);
	return takesStudent(own, position)
		? all(studentCompletion(own, other, position, which)).map((item) => ({
				...item,
				text: () =>
					edited(own.document.getText(), item.textEdit && 'range' in item.textEdit ? [item.textEdit] : []),
			}))
		: undefined;
}

const labels = (ext: string): string[] | undefined => offered(ext)?.map(({ label }) => label);

describe('completion in sis_id', () => {
	it('offers each student that is in no other row once, with name and grade', () => {
		const items = offered('sis_id,ext.title_i\n1002,Yes\n‸,No\n') ?? [];
		assert.deepEqual(
			items.map(({ label, labelDetails }) => [label, labelDetails?.description]),
			[
				['1001', 'Reyes, Ana · grade 3'],
				['1,3', 'Lee, Anna'],
			],
		);
		assert.ok(!JSON.stringify(items).includes('secret'));
		assert.equal(items[0]?.text(), 'sis_id,ext.title_i\n1002,Yes\n1001,No\n');
		assert.equal(items[1]?.text(), 'sis_id,ext.title_i\n1002,Yes\n"1,3",No\n');
	});

	it('matches the text before the cursor with the start of an ID, or of words of the name', () => {
		assert.deepEqual(labels('sis_id\n10‸\n'), ['1001', '1002']);
		assert.deepEqual(labels('sis_id\nan‸xyz\n'), ['1001', '1,3']);
		assert.deepEqual(labels('sis_id\nana rey‸\n'), ['1001']);
		assert.deepEqual(labels('sis_id\n"Reyes, A‸"\n'), ['1001']);
		assert.deepEqual(labels('sis_id\nzz‸\n'), []);
	});

	it('replaces the whole field, and offers the ID that is in it', () => {
		assert.equal(offered('sis_id,ext.title_i\n10‸02,Yes\n')?.[1]?.text(), 'sis_id,ext.title_i\n1002,Yes\n');
		assert.equal(offered('sis_id\n"‸"\n')?.[0]?.text(), 'sis_id\n"1001"\n');
	});

	it('is shown by an editor that filters by the typed text', () => {
		for (const item of offered('sis_id\nana‸\n') ?? []) assert.ok(item.filterText?.startsWith('ana'));
	});

	it('is shown by a client that keeps what begins with the typed text, and never has the typed text alone', () => {
		const roster = 'Student_id,Last_name,First_name\n0012003,Núñez,Priya\n';
		for (const typed of ['00', '12003', 'nun', 'NÚÑ', 'pri', 'nunez pri', '"Núñez, Pri', '"nun']) {
			const [item, ...more] =
				offered(`sis_id\n${typed}‸${typed[0] === '"' ? '"' : ''}\n`, roster, 'matching') ?? [];
			assert.equal(item?.label, '0012003', typed);
			assert.deepEqual(more, []);
			assert.ok(item.filterText?.startsWith(typed) && item.filterText !== typed, item.filterText);
		}
		assert.match(offered('sis_id\nnun‸\n', roster, 'matching')?.[0]?.filterText ?? '', /^nunez /);
		assert.match(offered('sis_id\n120‸\n', roster, 'matching')?.[0]?.filterText ?? '', /^12003 /);
	});

	it('works on the empty line of a new row, and for any order of columns', () => {
		assert.deepEqual(labels('ext.title_i,sis_id\nYes,1001\nYes,‸\n'), ['1002', '1,3']);
		assert.deepEqual(labels('sis_id\n1001\n‸'), ['1002', '1,3']);
	});

	it('works in values of sis_id only', () => {
		assert.equal(labels('sis‸_id\n1001\n'), undefined);
		assert.equal(labels('sis_id,ext.title_i\n1001,‸\n'), undefined);
		const { own, position } = pairOf(ROSTER.replace('1002', '‸1002'), 'sis_id\n');
		assert.equal(takesStudent(own, position), false);
	});

	it('offers no student from a file without an ID column', () => {
		assert.deepEqual(offered('sis_id\n‸\n', ''), []);
		assert.deepEqual(offered('sis_id\n‸\n', 'Last_name\nReyes\n'), []);
	});
});
