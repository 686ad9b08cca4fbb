import assert from 'node:assert/strict';
import { fixesOf, offsetEditsOf } from '../../server/src/check/fixes/fixEdits';
import { outcomeOf } from '../../server/src/check/fixes/proveFix';
import { recordContext } from '../../server/src/check/fixes/recordContext';
import { wholeFileEdits } from '../../server/src/check/fixes/wholeFile';
import { keepsEveryValue } from '../../server/src/check/fixes/wholeFileProof';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { deleteRow, type Fix, type FixStep, setValue } from '../../server/src/rules/fix';
import { runToEnd } from '../../server/src/work/runToEnd';
import { applied, checkerOf } from '../support/checking';
import { pets } from '../support/pets';

const HEADER = 'Pet_id,Name,Size,Kind';

/** What reading a fix's result again shows, for a 0-based record. */
function proofIn(text: string, record: number, ...fixes: readonly Fix[]): string {
	const checker = checkerOf(pets, text);
	checker.run();
	return outcomeOf(checker, recordContext(checker.document, record), fixes).proof;
}

/** A fix that replaces a part of its record, and promises these rows or none. */
function textFix(start: number, end: number, text: string, rows?: readonly (readonly string[])[]): Fix {
	return {
		id: 'text',
		title: 'Text',
		preferred: true,
		target: rows ? { kind: 'record', rows } : { kind: 'record' },
		steps: [{ kind: 'text', start, end, text }],
	};
}

const set = (column: number, value: string): Fix => setValue('Set', column, value, true);

describe('the proof of a fix', () => {
	it('holds where only the promised value changes', () => {
		assert.equal(proofIn(`${HEADER}\n1,Rex,Small,D\n2,Tom,M,C\n`, 1, set(2, 'S')), 'kept');
		assert.equal(proofIn(`${HEADER}\n1,Rex,"Small",D\n`, 1, set(2, 'S')), 'kept');
		assert.equal(proofIn(`${HEADER}\n1,Rex,Small,Dog\n`, 1, set(2, 'S'), set(3, 'D')), 'kept');
		assert.equal(proofIn(`${HEADER}\r1,Rex,Small,D`, 1, set(2, 'S')), 'kept');
	});

	it('fails where the field is not there', () => {
		assert.equal(proofIn(`${HEADER}\n1,Rex\n`, 1, set(2, 'S')), 'broken');
	});

	it('fails where two fixes write the same text', () => {
		assert.equal(proofIn(`${HEADER}\n1,Rex,Small,D\n`, 1, set(2, 'S'), set(2, 'M')), 'broken');
	});

	it('fails where the value is not what the fix promises', () => {
		const fix: Fix = { ...set(2, 'S'), target: { kind: 'field', column: 2, newValue: 'M' } };
		assert.equal(proofIn(`${HEADER}\n1,Rex,Small,D\n`, 1, fix), 'broken');
	});

	it('fails where removing the last value removes the row', () => {
		assert.equal(proofIn('Pet_id\nnull', 1, set(0, '')), 'broken');
		assert.equal(proofIn('Kind\nnull\n', 1, set(0, '')), 'kept');
	});

	it('fails where a quote that the fix leaves open swallows the rows below', () => {
		const text = `${HEADER}\n1,Rex,S,D\n2,"Tom",M,C\n`;
		assert.equal(proofIn(text, 1, textFix(2, 2, '"')), 'broken');
	});

	it('fails where the row takes in the one below, even if it says so', () => {
		const text = `${HEADER}\n1,Rex,S,D\n2,Tom",M,C\n`;
		const rows = [['1', 'Rex,S,D\n2,Tom', 'M', 'C']];
		assert.equal(proofIn(text, 1, textFix(2, 2, '"', rows)), 'broken');
	});

	it('fails where what is left of the row makes one line break with that above', () => {
		const rows = '"\n1,Rex,S,D\n';
		assert.equal(proofIn(`${HEADER}\n${rows}`, 1, textFix(0, 1, '')), 'kept');
		assert.equal(proofIn(`${HEADER}\r${rows}`, 1, textFix(0, 1, '')), 'broken');
		assert.equal(proofIn(`${HEADER}\rx\r\n1,Rex,S,D\n`, 1, textFix(0, 1, '')), 'kept');
	});

	it('fails where a record above ends elsewhere afterwards', () => {
		const text = `${HEADER}\n1,"Rex,S,D\n2,Tom,M,C\n3,Tim,M,C\n`;
		const closing = textFix(5, 5, '"', [['2', 'Tom"', 'M', 'C']]);
		assert.equal(proofIn(text, 2, closing), 'broken');
		assert.equal(proofIn(text.replace('"', ''), 2, closing), 'new-error', 'a quote in a value');
		assert.equal(proofIn(text, 2, set(2, 'S')), 'kept');
	});

	it('compares a repair of commas and quotes with the rows it promises', () => {
		const text = `${HEADER}\n1,Rex, Jr,S,D\n2,Tom,M,C\n`;
		const quoted = (rows?: readonly (readonly string[])[]): Fix => textFix(2, 9, '"Rex, Jr"', rows);
		assert.equal(proofIn(text, 1, quoted([['1', 'Rex, Jr', 'S', 'D']])), 'kept');
		assert.equal(proofIn(text, 1, quoted([['1', 'Rex', 'S', 'D']])), 'broken');
		assert.equal(proofIn(text, 1, quoted([])), 'broken');
		assert.equal(proofIn(text, 1, quoted()), 'kept');
	});

	it('lets a repair that promises no values change nothing outside of its edits', () => {
		const text = `${HEADER}\n1,Rex,S,D\n`;
		assert.equal(proofIn(text, 1, textFix(2, 5, '"Max"')), 'kept');
		assert.equal(proofIn(text, 1, textFix(2, 5, 'Max\n9')), 'broken');
		assert.equal(proofIn(text, 1, { ...textFix(9, 9, ',,'), preferred: false }), 'new-error');
		// The open quote takes all that follows into its value.
		assert.equal(proofIn(`${HEADER}\n1,Rex,S,"D"\n`, 1, textFix(2, 5, '"Max')), 'broken');
	});

	it('holds for a row that is removed', () => {
		assert.equal(proofIn(`${HEADER}\n,,,\n1,Rex,S,D\n`, 1, deleteRow), 'kept');
		assert.equal(proofIn(`${HEADER}\n1,Rex,S,D\n,,,`, 2, deleteRow), 'kept');
	});

	it('keeps an empty row above a last row that is removed', () => {
		const { document } = checkerOf(pets, `${HEADER}\n\n1,Rex,S,D`);
		const edits = offsetEditsOf(document, 2, deleteRow);
		assert.equal(applied(document.getText(), edits), `${HEADER}\n\n`);
	});

	it('finds an error that the row did not have, unless it is fixed next', () => {
		const text = `${HEADER}\n1,Rex,S,zzz\n`;
		assert.equal(proofIn(text, 1, set(2, 'huge?')), 'new-error');
		assert.equal(proofIn(text, 1, set(0, '')), 'new-error');
		assert.equal(proofIn(text, 1, set(2, 'Small')), 'kept');
		assert.equal(proofIn(text, 1, set(3, 'yyy')), 'kept');
	});

	it('finds a header that would be there twice', () => {
		const text = 'Pet_id,Name,Size,Sizes\n1,Rex,S,D\n';
		assert.equal(proofIn(text, 0, set(3, 'Kind')), 'kept');
		assert.equal(proofIn(text, 0, set(3, 'Size')), 'new-error');
	});
});

describe('the fixes that are offered', () => {
	const rule = checkerOf(pets, `${HEADER}\n1,Rex,Small,D\n`);
	rule.run();
	const [finding] = rule.findings();
	const offered = (fix: Fix): readonly [string, boolean][] =>
		fixesOf(rule, { record: 1, problem: { ...finding?.problem, message: '', fixes: () => [fix] } }).map(
			({ title, preferred = false }) => [title, preferred],
		);

	it('leave out one that changes more than it promises', () => {
		assert.deepEqual(offered(textFix(2, 2, '"')), []);
	});

	it('prefer none that brings an error', () => {
		assert.deepEqual(offered(set(2, 'S')), [['Set', true]]);
		assert.deepEqual(offered(set(2, 'zzz?')), [['Set', true]], 'the field has an error already');
		assert.deepEqual(offered(set(0, '')), [['Set', false]]);
	});
});

describe('the proof of a fix of the whole file', () => {
	const proofOfFile = (text: string, step: FixStep, spoil = (edit: OffsetEdit) => edit): boolean => {
		const { document } = checkerOf(pets, text);
		const edits = runToEnd(wholeFileEdits(document, step)).map(spoil);
		return runToEnd(keepsEveryValue(document, step, edits));
	};
	const semicolons: FixStep = { kind: 'comma-delimiter', delimiter: ';' };
	const columns: FixStep = { kind: 'append-columns', headers: ['Color', 'Chipped'] };
	const text = `${HEADER}\r\n1,"Rex, Jr",S,D\r\n\r\n2,Tom,M,"C"`;

	it('holds where every value stays', () => {
		assert.ok(proofOfFile('Pet_id;Name\n1;"a;b"\n2;c,d\n3;"e\nf"\n4;"open\n', semicolons));
		assert.ok(proofOfFile(`\ufeff${text}`, columns));
		assert.ok(proofOfFile(`${text}\r\n`, columns));
	});

	it('fails where a value, a record or a new column is not as promised', () => {
		const spoiled = (from: string, to: string) => (edit: OffsetEdit) => ({
			...edit,
			text: edit.text.replace(from, to),
		});
		assert.ok(!proofOfFile('Pet_id;Name\n1;"a;b"\n', semicolons, spoiled('a;b', 'a,b')));
		assert.ok(!proofOfFile('Pet_id;Name\n1;x\n', semicolons, spoiled('\n', '')));
		assert.ok(!proofOfFile('Pet_id;Name\n1;x\n', semicolons, spoiled('1,x', '1,x,')));
		assert.ok(!proofOfFile(text, columns, spoiled('Chipped', 'Kind')));
		assert.ok(!proofOfFile(text, columns, spoiled(',,', ',x,')));
		assert.ok(!proofOfFile(text, columns, spoiled(',,', ',')));
		assert.ok(!proofOfFile('Pet_id;Name\n1;x\n', semicolons, spoiled('1,x\n', '')));
		assert.ok(!proofOfFile('Pet_id;Name\n1;x\n', semicolons, spoiled('1,x\n', '1,x\n\n')));
	});
});
