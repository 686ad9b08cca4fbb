import assert from 'node:assert/strict';
import { minimatch } from 'minimatch';
import { anyCase } from '../../client/src/files/fileGlob';
import { fileKinds } from '../../server/src/protocol';

describe('the glob of a file name', () => {
	it('finds it in any folder and any case, and nothing else', () => {
		const glob = anyCase('students_ext.csv');
		assert.equal(glob, '**/[sS][tT][uU][dD][eE][nN][tT][sS]_[eE][xX][tT].[cC][sS][vV]');
		for (const path of ['/students_ext.csv', '/a/b c/Students_Ext.CSV', 'C:/x/STUDENTS_EXT.csv']) {
			assert.ok(minimatch(path, glob, { noext: true }), path);
		}
		for (const path of [
			'/students.csv',
			'/students_ext.csv.bak',
			'/my_students_ext.csv',
			'/students_extxcsv',
		]) {
			assert.ok(!minimatch(path, glob, { noext: true }), path);
		}
	});

	it('is there for both files', () => {
		assert.deepEqual(fileKinds, [
			{ fileName: 'students.csv', languageId: 'clever-students', role: 'roster' },
			{ fileName: 'students_ext.csv', languageId: 'clever-students-ext', role: 'extension' },
		]);
	});
});
