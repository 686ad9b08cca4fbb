/** What `--fix` writes and lists, held against the editor's *Fix All*, the check on the disk, and git. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { fixFolder } from '../../server/src/cli/fix/fixFolder';
import { fixReport } from '../../server/src/cli/fix/fixReport';
import { unifiedDiff } from '../../server/src/cli/fix/unifiedDiff';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import { students, studentsExt } from '../../server/src/spec';
import { Random } from '../csv/random';
import { applied, checkerOf } from '../support/checking';
import { fileText } from '../support/messyFiles';
import { folder } from './support';

const names = ['students.csv', 'students_ext.csv'] as const;
type Texts = readonly [roster: string, extension: string];

/** The texts after *Fix All in Both Files*, which opens one file after the other, was chosen until nothing changes. */
function fixedInEditor(texts: Texts): Texts {
	let [roster, extension] = texts;
	for (let time = 0; time < 10; time++) {
		const before = roster + extension;
		roster = applied(roster, fixAllEdits(checkerOf('students.csv', roster)));
		const checker = checkerOf('students_ext.csv', extension);
		const ofStudents = new LiveRoster(checkerOf('students.csv', roster));
		checker.compareWith(ofStudents);
		while (!ofStudents.run(() => false));
		extension = applied(extension, fixAllEdits(checker));
		if (roster + extension === before) break;
	}
	return [roster, extension];
}

/** Folders with files in which every kind of fault is likely. */
function messyFolders(count: number): { readonly root: string; readonly drawn: ReadonlyMap<string, Texts> } {
	const root = folder({});
	const drawn = new Map<string, Texts>();
	for (let seed = 0; seed < count; seed++) {
		const random = new Random(seed);
		const texts = [
			fileText(random, { table: students, rows: 14 }).text,
			fileText(random, { table: studentsExt, rows: 14 }).text,
		] as const;
		mkdirSync(join(root, String(seed)));
		for (const [at, name] of names.entries()) writeFileSync(join(root, String(seed), name), texts[at] ?? '');
		drawn.set(String(seed), texts);
	}
	return { root, drawn };
}

const pathsIn = (place: string): string[] => names.map((name) => join(place, name));
const fixedIn = (place: string): ReturnType<typeof fixFolder> =>
	fixFolder(pathsIn(place), defaultSettings, assert.fail);

describe('CLI: fixing the files of a folder', () => {
	it('writes what Fix All of an editor leaves, in any files, and then nothing more', () => {
		const { root, drawn } = messyFolders(60);
		let changed = 0;
		for (const [name, texts] of drawn) {
			const place = join(root, name);
			const files = fixedIn(place);
			const now = files.map(({ checker }) => checker.document.getText());
			assert.deepEqual(now, fixedInEditor(texts), `folder ${name}`);
			for (const [at, file] of files.entries()) {
				assert.equal(applied(texts[at] ?? '', file.edits), now[at], `the edits of folder ${name}`);
				if (file.isChanged) changed++;
				writeFileSync(file.source.path, now[at] ?? '');
			}
			assert.ok(!fixedIn(place).some(({ isChanged }) => isChanged), `a second time in folder ${name}`);
		}
		assert.ok(changed > 40, `${changed} files are changed`);
	});

	it('lists what a check of the written files lists', async () => {
		const { root, drawn } = messyFolders(40);
		for (const name of drawn.keys()) {
			const place = join(root, name);
			const files = fixedIn(place);
			const reports = files.map((file) => fixReport(file.source.path, file.settled()));
			for (const { source, checker } of files) writeFileSync(source.path, checker.document.getText());
			const expected: FileReport[] = [];
			const check = new DiskCheck(defaultSettings, assert.fail);
			for (const path of pathsIn(place)) await check.check(path, expected);
			assert.deepEqual(reports.map(shown), expected.map(shown), `folder ${name}`);
		}
	});

	it('shows a diff that git applies', () => {
		const { root, drawn } = messyFolders(30);
		const expected = new Map<string, string>();
		let diff = '';
		for (const name of drawn.keys()) {
			for (const { source, edits, checker } of fixedIn(join(root, name))) {
				const path = source.path.slice(root.length + 1);
				for (const chunk of unifiedDiff(path, source.text, edits)) diff += chunk;
				expected.set(source.path, checker.document.getText());
			}
		}
		execFileSync('git', ['apply', '-p0', '--whitespace=nowarn', '-'], { cwd: root, input: diff });
		for (const [path, text] of expected) assert.equal(readFileSync(path, 'utf8'), text, path);
	});
});

/** A report without what only the live check knows of its facts. */
function shown({ facts, groups, ...report }: FileReport): unknown {
	const known = (all: FileReport['groups']): unknown => all.map(({ fixable: _, ...group }) => group);
	return { ...report, groups: known(groups), facts: { ...facts, findings: known(facts?.findings ?? []) } };
}
