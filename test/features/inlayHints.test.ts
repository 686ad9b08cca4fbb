import assert from 'node:assert/strict';
import { inlayHints } from '../../server/src/features/display/inlayHints';
import { defaultSettings, readSettings } from '../../server/src/settings';
import { checked, positionIn } from '../support/features';
import { all } from '../support/filePair';

const ROSTER = 'Student_id,Last_name,First_name,Gender\n1001,Reyes,Ana,F\n"1002",Poe,,M\n1003,,,\n';
const EXT = 'ext.primary_disability_type,sis_id,ext.title_i\nAUT,1001,Yes\nXX,"1002",No\nMD,1003,\n,9,\n';
const whole = (text: string) => ({ start: { line: 0, character: 0 }, end: positionIn(text, text.length) });

/** The text with each hint in brackets at its place. */
function shown(
	name: string,
	text: string,
	roster: string | undefined,
	hints: object = {},
	range = whole(text),
): string {
	const sibling = roster === undefined ? undefined : checked('students.csv', roster);
	const settings = { ...defaultSettings.inlayHints, ...hints };
	const lines = text.split('\n');
	for (const { position, label } of all(
		inlayHints(checked(name, text), sibling, range, settings),
	).reverse()) {
		const line = lines[position.line] ?? '';
		lines[position.line] = `${line.slice(0, position.character)}[${label}]${line.slice(position.character)}`;
	}
	return lines.join('\n');
}

describe('inlay hints', () => {
	it('show the name of the student after a sis_id', () => {
		assert.equal(
			shown('students_ext.csv', EXT, ROSTER),
			EXT.replace('1001', '1001[Reyes, Ana]').replace('"1002"', '"1002"[Poe]'),
		);
	});

	it('show the label of a code if that is turned on and the label says more than the code', () => {
		assert.equal(
			shown('students_ext.csv', EXT, ROSTER, { names: false, codes: true }),
			EXT.replace('AUT', 'AUT[Autism]').replace('MD', 'MD[Multiple disabilities]'),
		);
		assert.equal(
			shown('students.csv', ROSTER, undefined, { codes: true }),
			ROSTER.replace('Ana,F', 'Ana,F[Female]').replace(',M', ',M[Male]'),
		);
	});

	it('show nothing if both are turned off, and no name if the roster has none', () => {
		assert.equal(shown('students_ext.csv', EXT, ROSTER, { names: false }), EXT);
		assert.equal(shown('students_ext.csv', EXT, undefined), EXT);
		assert.equal(shown('students_ext.csv', EXT, 'Last_name\nReyes\n'), EXT);
		assert.equal(shown('students.csv', ROSTER, undefined), ROSTER);
	});

	it('cover only the requested rows', () => {
		const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 4 } };
		assert.equal(shown('students_ext.csv', EXT, ROSTER, {}, range), EXT.replace('"1002"', '"1002"[Poe]'));
	});
});

describe('the settings of inlay hints', () => {
	it('show names and no codes by default, and each is read separately', () => {
		assert.deepEqual(readSettings({}).inlayHints, { names: true, codes: false });
		assert.deepEqual(readSettings({ inlayHints: { codes: true } }).inlayHints, { names: true, codes: true });
		assert.deepEqual(readSettings({ inlayHints: { names: false } }).inlayHints, {
			names: false,
			codes: false,
		});
	});

	it('fall back to the defaults for values that are not valid', () => {
		for (const inlayHints of [null, 'on', [true], { names: 'no', codes: 1 }]) {
			assert.deepEqual(readSettings({ inlayHints }).inlayHints, { names: true, codes: false });
		}
	});
});
