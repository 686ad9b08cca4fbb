import assert from 'node:assert/strict';
import { ActiveRules } from '../../server/src/check/activeRules';
import { Checker } from '../../server/src/check/live/checker';
import { CsvDocument } from '../../server/src/csv/document';
import { fieldCount } from '../../server/src/rules/csv/fieldCount';
import { emptyKey } from '../../server/src/rules/field/emptyKey';
import { unknownCode } from '../../server/src/rules/field/unknownCode';
import { name } from '../../server/src/rules/file/name';
import { missingElement } from '../../server/src/rules/header/missingElement';
import { ideaWithoutType } from '../../server/src/rules/record/ideaWithoutType';
import type { Rule } from '../../server/src/rules/rule';
import { duplicateKey } from '../../server/src/rules/table/duplicateKey';
import { defaultSettings } from '../../server/src/settings';
import { studentsExt } from '../../server/src/spec';
import { foundBy } from '../support/checking';

const TEXT = [
	'sis_id,ext.idea_indicator,ext.primary_disability_type',
	'1,Yes,',
	'1,Zzz,null',
	',Zzz,aut',
	'2,No,AUT,',
	'',
].join('\n');

/** The number of findings by rule. */
function counts(checker: Checker): Record<string, number> {
	const byRule: Record<string, number> = {};
	for (const { rule } of foundBy(checker)) byRule[rule] = (byRule[rule] ?? 0) + 1;
	return byRule;
}

/** Runs a test while a method of a rule throws an error with a value of the file in its message. */
function withBroken<R extends Rule>(rule: R, method: keyof R, run: () => void): void {
	const original = rule[method];
	rule[method] = (() => {
		throw new Error('the value is Zzz');
	}) as R[keyof R];
	try {
		run();
	} finally {
		rule[method] = original;
	}
}

function checkerWith(active: ActiveRules): Checker {
	const document = new CsvDocument('file:///students_ext.csv', '', 1, TEXT, { blockSize: 30 });
	return new Checker(document, studentsExt, active, { name: 'Students_ext.csv' });
}

describe('a rule that throws', () => {
	const all = checkerWith(new ActiveRules(defaultSettings));
	all.run();
	const sound = counts(all);

	const breaks: readonly (readonly [Rule, (run: () => void) => void])[] = [
		[unknownCode, (run) => withBroken(unknownCode, 'checkField', run)],
		[emptyKey, (run) => withBroken(emptyKey, 'checkField', run)],
		[fieldCount, (run) => withBroken(fieldCount, 'checkStructure', run)],
		[missingElement, (run) => withBroken(missingElement, 'checkHeader', run)],
		[ideaWithoutType, (run) => withBroken(ideaWithoutType, 'checkRecord', run)],
		[duplicateKey, (run) => withBroken(duplicateKey, 'checkKey', run)],
		[name, (run) => withBroken(name, 'checkFile', run)],
	];

	for (const [rule, whenBroken] of breaks) {
		it(`${rule.id}: is switched off with one finding on line 1, and the others go on`, () => {
			assert.ok(sound[rule.id], 'it has something to say of the text');
			const told: string[] = [];
			const active = new ActiveRules(defaultSettings, (id) => told.push(id));
			whenBroken(() => {
				const checker = checkerWith(active);
				assert.ok(checker.run());
				assert.deepEqual(counts(checker), { ...sound, [rule.id]: 1 });
				const [failure, ...more] = foundBy(checker).filter(({ message }) => message.includes('failed'));
				assert.deepEqual(more, []);
				assert.equal(failure?.rule, rule.id);
				assert.equal(failure?.record, 0);
				assert.match(failure?.message ?? '', new RegExp(`^The check ${rule.id} failed and is switched off`));
				assert.ok(!failure?.message.includes('Zzz'));
			});
			assert.deepEqual(told, [rule.id], 'told once');
			// It stays off for the session, although it would no longer throw.
			const later = checkerWith(active);
			assert.ok(later.run());
			assert.deepEqual(counts(later), { ...sound, [rule.id]: 1 });
			assert.deepEqual(told, [rule.id]);
		});
	}
});
