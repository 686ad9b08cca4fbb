import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moved, split } from './moving';
import { extValues, randomExtension, randomRoster, records } from './support';

interface Both {
	readonly rosterText: string;
	readonly extensionText: string;
}

const all = ({ rosterText, extensionText }: Both): string[] =>
	[...new Set([...extValues(rosterText, 'Student_id'), ...extValues(extensionText, 'sis_id')])].sort();

/** The rows of a text without its ext columns. */
const others = (text: string): string[][] => {
	const [header = [], ...rows] = records(text);
	return [header, ...rows].map((row) => row.filter((_, column) => !header[column]?.startsWith('ext.')));
};

describe('moving and splitting', () => {
	const free = ['', '', 'Yes', 'No', 'a, b', 'say "x"', 'two\nlines'];

	it('loses no value and invents none in random files', () => {
		fc.assert(
			fc.property(randomRoster(free), randomExtension(free), (rosterText, extensionText) => {
				fc.pre(extensionText.includes('ext.'));
				const before = all({ rosterText, extensionText });
				const now = moved(rosterText, extensionText);
				assert.deepEqual(all(now), before);
				assert.deepEqual(others(now.rosterText), others(rosterText));
				if (!now.rosterText.includes('ext.')) return;
				const back = split(now.rosterText, now.extensionText);
				assert.deepEqual(all(back), before);
				assert.deepEqual(others(back.rosterText), others(rosterText));
			}),
			{ numRuns: 400 },
		);
	});

	it('restores both files by a split after a move without conflicts', () => {
		// Only one value besides the empty one, so rows never disagree.
		fc.assert(
			fc.property(randomRoster(['', 'F']), randomExtension(['', 'Yes']), (rosterText, extensionText) => {
				fc.pre(extensionText.includes('ext.') && !rosterText.includes('ext.'));
				const known = records(rosterText).map(
					(row) => row[records(rosterText)[0]?.indexOf('Student_id') ?? 0],
				);
				const now = moved(rosterText, extensionText);
				if (now.rosterEdits.length === 0) return;
				const back = split(now.rosterText, now.extensionText);
				assert.deepEqual(extValues(back.extensionText, 'sis_id'), extValues(extensionText, 'sis_id'));
				assert.deepEqual(extValues(back.rosterText, 'Student_id'), []);
				assert.deepEqual(records(back.rosterText), records(rosterText));
				for (const line of extValues(now.extensionText, 'sis_id'))
					assert.ok(!known.some((id) => line.startsWith(`${id} ext.`)), line);
			}),
			{ numRuns: 400 },
		);
	});

	it('restores the values by a move after a split', () => {
		fc.assert(
			fc.property(randomRoster(['', 'Yes']), (rosterText) => {
				fc.pre(rosterText.includes('ext.'));
				const now = split(rosterText);
				fc.pre(now.kept.length === 0);
				const back = moved(now.rosterText, now.extensionText);
				assert.deepEqual(extValues(back.rosterText, 'Student_id'), extValues(rosterText, 'Student_id'));
				assert.equal(back.kept, 0);
			}),
			{ numRuns: 300 },
		);
	});
});
