import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import type { Checker } from '../../server/src/check/live/checker';
import { checkerFacts } from '../../server/src/coverage/checkerFacts';
import { readinessOf } from '../../server/src/coverage/readiness';
import type { ReadinessState } from '../../server/src/coverage/readinessTypes';
import { Random } from '../csv/random';
import { applied, checkerOf, type Found, foundBy } from '../support/checking';
import { codeMistakes } from './mistakes/codes';
import { headerMistakes } from './mistakes/headers';
import { idMistakes } from './mistakes/ids';
import { rowMistakes } from './mistakes/rows';
import {
	type Entry,
	fileText,
	type Left,
	type Mistake,
	mistakesLeft,
	type PlantedDistrict,
	plant,
	withMistakes,
} from './plant';
import { drawDistrict, type FileName, fileNames, type TrueDistrict } from './truth';

const DISTRICTS = 400;
const inRows: readonly Mistake[] = [...codeMistakes, ...idMistakes, ...rowMistakes];

type Texts = Readonly<Record<FileName, string>>;
type Files = Readonly<Record<FileName, Checker>>;

function checkPair(texts: Texts): Files {
	const named = (name: FileName): Checker => checkerOf(name, texts[name], {}, { file: { name } });
	const roster = named('students.csv');
	const extension = named('students_ext.csv');
	extension.compareWith(new LiveRoster(roster));
	assert.ok(roster.run() && extension.run());
	return { 'students.csv': roster, 'students_ext.csv': extension };
}

/** The texts after *Fix All* in the roster, and then in the extension file. */
function fixed(texts: Texts): Texts {
	const { 'students.csv': roster } = checkPair(texts);
	const first = { ...texts, 'students.csv': applied(texts['students.csv'], fixAllEdits(roster)) };
	const { 'students_ext.csv': extension } = checkPair(first);
	return { ...first, 'students_ext.csv': applied(first['students_ext.csv'], fixAllEdits(extension)) };
}

function textsOf(
	planted: PlantedDistrict,
	{ lineBreak }: TrueDistrict,
	textOf: (entry: Entry) => string | undefined,
): Texts {
	const text = (name: FileName): string => fileText(planted[name], lineBreak, textOf);
	return { 'students.csv': text('students.csv'), 'students_ext.csv': text('students_ext.csv') };
}

function stateOf(files: Files): ReadinessState {
	const facts = fileNames.map((name) => checkerFacts(files[name]));
	return readinessOf({
		files: facts.filter((one) => one !== undefined),
		unread: [],
		others: [],
		names: [],
		notSent: [],
	}).state;
}

/** The findings on the row of a mistake. A hint is no listed problem. */
function findingsOn(findings: readonly Found[], { start, end }: Left): readonly Found[] {
	return findings.filter((one) => one.severity !== 'hint' && one.start >= start && one.start <= end);
}

function drawMistakes(random: Random): readonly Mistake[] {
	return random.chance(0.25) ? [random.pick(headerMistakes)] : inRows.filter(() => random.chance(0.3));
}

describe('a district with planted mistakes', () => {
	it('is ready without them', () => {
		for (let seed = 0; seed < DISTRICTS; seed++) {
			const district = drawDistrict(new Random(seed));
			const files = checkPair(textsOf(plant(district, [], new Random(seed)), district, withMistakes));
			assert.equal(stateOf(files), 'ready', `seed ${seed}`);
		}
	});

	it('is right or lists what is left after Fix All, changes in no other byte, and is ready only when it is right', () => {
		const counts = new Map([...inRows, ...headerMistakes].map(({ name }) => [name, 0]));
		for (let seed = 0; seed < DISTRICTS; seed++) {
			const random = new Random(seed);
			const district = drawDistrict(random);
			const planted = plant(district, drawMistakes(random), random);
			const before = textsOf(planted, district, withMistakes);
			const isWrong = fileNames.some((name) =>
				planted[name].some(({ mistake }) => mistake && !mistake.isHarmless),
			);
			assert.equal(stateOf(checkPair(before)) === 'ready', !isWrong, `seed ${seed}: before Fix All`);

			const after = fixed(before);
			const files = checkPair(after);
			let decisions = 0;
			for (const name of fileNames) {
				const context = `seed ${seed}, ${name}`;
				const left = mistakesLeft(after[name], planted[name], district.lineBreak, context);
				decisions += left.length;
				const found = foundBy(files[name]);
				for (const one of left) {
					const { name: mistake, isOffered } = one.entry.mistake as Mistake;
					const onRow = findingsOn(found, one);
					assert.ok(onRow.length > 0, `${context}: ${mistake} is not listed`);
					if (!isOffered) continue;
					const rest = after[name].slice(one.end);
					const right = after[name].slice(0, one.start) + one.entry.truth + rest;
					const isRight = onRow.some(({ fixes }) => fixes.some(({ apply }) => apply() === right));
					assert.ok(isRight, `${context}: no fix of ${mistake} gives the truth`);
				}
				assert.equal(fixAllEdits(files[name]).length, 0, `${context}: a second Fix All`);
				for (const { mistake } of planted[name])
					if (mistake) counts.set(mistake.name, (counts.get(mistake.name) ?? 0) + 1);
			}
			assert.equal(stateOf(files) === 'ready', decisions === 0, `seed ${seed}: after Fix All`);
		}
		for (const [name, count] of counts) assert.ok(count > 4, `${name}: ${count}`);
	});
});
