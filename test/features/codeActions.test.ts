import assert from 'node:assert/strict';
import { codeActions } from '../../server/src/features/codeActions';
import { clientCommands } from '../../server/src/protocol';
import { checkerOf } from '../support/checking';
import { actionsOn, afterAction, checked, noPages, titles } from '../support/features';
import { pets } from '../support/pets';

const HEADER = 'Student_id,School_id,Last_name,First_name';
const rows = (count: number, row: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => row(index)).join('');
const file = (count: number, gender: string): string =>
	`${HEADER},Gender\n${rows(count, (index) => `${index},5,Reyes,Ana,${gender}\n`)}`;
const EMPTY = 'Empty the Field';
const everything = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

describe('code actions on a finding', () => {
	it('offer its fixes with the finding, the preferred one first and alone', () => {
		const [first, ...more] = actionsOn(checked('students.csv', file(1, 'Female')), 'Female');
		assert.equal(first?.action.title, 'Use F (Female)');
		assert.equal(first?.action.kind, 'quickfix');
		assert.equal(first?.action.isPreferred, true);
		assert.deepEqual(
			first?.action.diagnostics?.map(({ code, message }) => [code, message]),
			[['field/unknown-code', 'Gender has no code "Female". Use F (Female).']],
		);
		assert.ok(more.every(({ action }) => !action.isPreferred));
	});

	it('offer the command that repairs the file itself, to a client that has it', () => {
		const lost = checked('students.csv', `${HEADER}\n1,5,Mu\ufffdoz,Jos\ufffd\n`);
		const [action] = actionsOn(lost, '\ufffd', { ...noPages, commands: clientCommands });
		assert.equal(action?.action.title, 'Reopen as Windows-1252 and Save as UTF-8');
		assert.deepEqual(action?.action.command?.arguments, [lost.document.uri]);
		assert.equal(action?.action.command?.command, clientCommands.saveAsUtf8);
		assert.deepEqual(titles(actionsOn(lost, '\ufffd')), []);

		const named = checkerOf('students.csv', `${HEADER}\n1,5,A,B\n`, {}, { file: { name: 'Students.csv' } });
		assert.ok(named.run());
		const renames = titles(actionsOn(named, 'Student_id', { ...noPages, commands: clientCommands }));
		assert.equal(renames[0], 'Rename to students.csv');
	});

	it('prefer none if the value could mean two things', () => {
		const text = 'sis_id,ext.primary_disability_type\n1,Deafness\n';
		const actions = actionsOn(checked('students_ext.csv', text), 'Deafness');
		assert.deepEqual(titles(actions), ['Use DB (Deaf-blindness)', 'Use HI (Hearing impairment)']);
		assert.ok(actions.every(({ action }) => !action.isPreferred));
	});

	it('are offered wherever the cursor touches the field, and not next to it', () => {
		const checker = checked('students.csv', `${HEADER},Gender,Race\n1,5,Reyes,Ana,Female,W\n`);
		const on = (character: number): number =>
			codeActions(checker, { start: { line: 1, character }, end: { line: 1, character } }, noPages).length;
		const start = '1,5,Reyes,Ana,'.length;
		assert.ok(on(start) > 0 && on(start + 3) > 0 && on(start + 6) > 0);
		assert.equal(on(start - 2), 0);
		assert.equal(on(start + 8), 0);
	});

	it('include at most one preferred fix for each finding', () => {
		const text =
			'Student_id,School_id,Last_name,First_name,GENDER,Race,Hispanic_Latino,Frl_status,Section 504 status,Gendr\n' +
			'1,5,Reyes, Jr,Ana,F,W,Y,R,,\n2,5,"Bo,Lee,w,f,null,,,\n\n3 ,5,=x,Ab,m,w,y,free,,\n,,\n4,5\n' +
			'5,5,Rx,Ana,Female,H,N/A,Y,,\n6,5,"R"x,Ana,X,White,N/A,Paid,,\n7,5,R"x,Ana,X,W,N,R,,\n';
		const checker = checked('students.csv', text);
		const actions = codeActions(checker, everything, noPages);
		const preferred = new Map<string, number>();
		for (const { action } of actions) {
			if (!action.isPreferred) continue;
			const about = JSON.stringify(action.diagnostics);
			preferred.set(about, (preferred.get(about) ?? 0) + 1);
		}
		assert.ok(preferred.size >= 4, String(preferred.size));
		assert.ok([...preferred.values()].every((count) => count === 1));
	});
});

describe('the id of a code action', () => {
	const text =
		'Student_id,School_id,Last_name,First_name,GENDER,Race,Race,Gendr\n' +
		'1,5,"Reyes" x,A"na,Female,White,,\n2,5,=1,Ana,female,H,,\n\n3 ,5,Reyes, Jr,Ana,f,w,,\n4,5\n5,5,Li,Bo,null,Black,,\n6,5,Li,Bo,Femal,7,,\n';
	const ids = (settings?: unknown): string[] =>
		codeActions(checked('students.csv', text, settings), everything, {
			...noPages,
			commands: clientCommands,
		}).map(({ id }) => id);

	it('is unique in its list', () => {
		const all = ids();
		assert.ok(all.length > 40, String(all.length));
		assert.equal(new Set(all).size, all.length);
	});

	it('is the same in the next list, unless a setting changes the action', () => {
		assert.deepEqual(ids(), ids());
		const before = new Set(ids());
		const left = ids({ rules: { 'field/unknown-code': 'off' } }).filter((id) => before.has(id));
		assert.ok(left.length > 0);
		assert.ok(!left.some((id) => id.includes('unknown-code') || id.includes('fix-file')));
	});
});

describe('code actions on many findings at once', () => {
	it('fix all fields with the same value, and show their count', () => {
		const text = `${file(37, 'Female')}x,5,Female,Ana,female\n`;
		const checker = checked('students.csv', text);
		const actions = actionsOn(checker, 'Female');
		assert.deepEqual(titles(actions), [
			'Use F (Female)',
			'Fix All 37 "Female" in Gender',
			'Fix All 38 Problems in This File',
		]);
		assert.equal(
			afterAction(checker, actions, 'Fix All 37 "Female" in Gender'),
			`${file(37, 'F')}x,5,Female,Ana,female\n`,
		);
		assert.equal(
			afterAction(checker, actions, 'Fix All 38 Problems in This File'),
			`${file(37, 'F')}x,5,Female,Ana,F\n`,
		);
	});

	it('count and fix every field with the value, in a column of more values than the check remembers', () => {
		const others = 12_000;
		const text = (gender: string): string =>
			`${HEADER},Gender\nx,5,Reyes,Ana,${gender}\n${rows(others, (index) => `${index},5,Reyes,Ana,wrong${index}\n`)}y,5,Boone,Lee,${gender}\n`;
		const checker = checked('students.csv', text('Female'));
		const actions = actionsOn(checker, 'Female');
		assert.equal(afterAction(checker, actions, 'Fix All 2 "Female" in Gender'), text('F'));
		// Each wrong value is one decision.
		assert.equal(checker.tally.decisions, others);
	});

	it('show thousands separators, and offer fixes that are not preferred for all fields too', () => {
		const text = `sis_id,ext.primary_disability_type\n${rows(1200, (index) => `${index},Deafness\n`)}`;
		const checker = checked('students_ext.csv', text);
		const title = 'Use HI (Hearing impairment) for All 1,200 "Deafness" in ext.primary_disability_type';
		assert.equal(
			afterAction(checker, actionsOn(checker, 'Deafness'), title),
			text.replaceAll('Deafness', 'HI'),
		);
	});

	it('fix a whole column from its header, even if the header has findings', () => {
		const text = 'sis_id,ext.title_i,ext.migrant_status\n1,both,y\n2,BOTH,Y\n';
		const checker = checked('students_ext.csv', text);
		const actions = actionsOn(checker, 'ext.migrant_status');
		assert.ok(titles(actions).includes('Add the 5 Missing Columns'), 'a finding lies on all of the header');
		assert.equal(
			afterAction(checker, actions, 'Fix All 2 Problems in ext.migrant_status'),
			'sis_id,ext.title_i,ext.migrant_status\n1,both,Yes\n2,BOTH,Yes\n',
		);
		assert.ok(!titles(actions).some((title) => title.includes(' in ext.title_i')));
	});

	it('delete neighboring rows from the header, up to a last one without a line break', () => {
		const checker = checked('students.csv', `${HEADER}\n1,5,Reyes,Ana\n,,,\n,,,`);
		const title = 'Fix All 2 Problems in Student_id';
		assert.equal(afterAction(checker, actionsOn(checker, 'Student_id'), title), `${HEADER}\n1,5,Reyes,Ana`);
	});

	it('for a selection of the whole file are limited in number', () => {
		const text = `sis_id,ext.title_i\n${rows(20_000, (index) => `${index >> 1},Yes\n`)}`;
		const checker = checked('students_ext.csv', text);
		const start = performance.now();
		const actions = codeActions(checker, everything, { ...noPages, commands: clientCommands });
		assert.ok(performance.now() - start < 5000);
		assert.ok(actions.length < 200, String(actions.length));
		assert.equal(
			new Set(titles(actions.filter(({ edits }) => !edits))).size,
			actions.filter(({ edits }) => !edits).length,
		);
	});

	it('offer no fix for all if there is only one finding', () => {
		assert.deepEqual(titles(actionsOn(checked('students.csv', file(1, 'Female')), 'Female')), [
			'Use F (Female)',
		]);
	});

	it('shorten a value that is long or has several lines in the title', () => {
		const text = `Pet_id,Size\n${rows(2, (index) => `${index},"${'long\n'.repeat(30)}"\n`)}`;
		const found = titles(actionsOn(checked(pets, text), 'long'));
		assert.ok(
			found.some((title) => / for All 2 "long long [^\n]*…" in Size$/.test(title)),
			found.join('|'),
		);
	});
});

describe('code actions on a value outside the list', () => {
	const withCommands = { commands: clientCommands };

	it('choose a code or empty the field, here or everywhere, in this order', () => {
		const text = `${HEADER},Race\n${rows(13, (index) => `${index},5,Reyes,Ana,7\n`)}`;
		const checker = checked('students.csv', text);
		const actions = actionsOn(checker, ',7', { ...withCommands, only: ['quickfix'] });
		assert.deepEqual(titles(actions), [
			'Choose a Code…',
			'Choose a Code for All 13 "7"…',
			EMPTY,
			'Empty All 13 "7"',
		]);
		assert.deepEqual(
			actions.flatMap(({ action: { command } }) => (command ? [command.arguments] : [])),
			[
				['file:///students.csv', 4, '7', 2],
				['file:///students.csv', 4, '7'],
			],
		);
		assert.equal(
			afterAction(checker, actions, 'Empty All 13 "7"'),
			`${HEADER},Race\n${rows(13, (index) => `${index},5,Reyes,Ana,\n`)}`,
		);
		assert.equal(afterAction(checker, actions, EMPTY), text.replace(',7\n', ',\n'));
	});

	it('offer no choice to a client that cannot ask', () => {
		const checker = checked('students.csv', `${HEADER},Race\n1,5,Reyes,Ana,7\n`);
		assert.deepEqual(titles(actionsOn(checker, ',7')), [EMPTY]);
	});

	it('keep the order of the menu where VS Code sorts actions with a finding first, preferred ones before others', () => {
		const checker = checked('students.csv', file(3, 'Female'));
		const actions = actionsOn(checker, 'Female', withCommands).map(({ action }) => action);
		const rank = ({ diagnostics, isPreferred }: (typeof actions)[number]): number =>
			(diagnostics ? 0 : 2) + (isPreferred ? 0 : 1);
		assert.deepEqual(
			[...actions].sort((a, b) => rank(a) - rank(b)),
			actions,
		);
	});

	it('move a value to its own column only where nothing is overwritten, and count those rows', () => {
		const ethnicities = [...Array(30).fill(''), ...Array(6).fill('Y'), ...Array(4).fill('N')];
		const fileOf = (row: (ethnicity: string) => string): string =>
			`${HEADER},Race,Hispanic_Latino\n${ethnicities.map((ethnicity, index) => `${index},5,Reyes,Ana,${row(ethnicity)}\n`).join('')}`;
		const checker = checked(
			'students.csv',
			fileOf((ethnicity) => `Hispanic,${ethnicity}`),
		);
		const actions = actionsOn(checker, 'Hispanic,', withCommands);
		const title = 'Set Hispanic_Latino to Y and Empty Race';
		assert.deepEqual(titles(actions).slice(0, 3), [title, `${title} in 36 Rows (4 Left)`, 'Choose a Code…']);
		assert.equal(
			afterAction(checker, actions, `${title} in 36 Rows (4 Left)`),
			fileOf((ethnicity) => (ethnicity === 'N' ? 'Hispanic,N' : ',Y')),
		);
		const none = checked(
			'students.csv',
			fileOf((ethnicity) => `Hispanic,${ethnicity && 'Y'}`),
		);
		assert.ok(titles(actionsOn(none, 'Hispanic,')).includes(`${title} in 40 Rows`));
	});
});

describe('code actions by kind', () => {
	const checker = checked('students.csv', file(3, 'Female'));
	const kinds = (only: string[] | undefined): string[] => [
		...new Set(actionsOn(checker, 'Female', { only }).map(({ action }) => action.kind ?? '')),
	];

	it('fix on save only when the client asks for it', () => {
		assert.deepEqual(kinds(undefined), ['quickfix']);
		assert.deepEqual(kinds(['quickfix']), ['quickfix']);
		for (const only of ['source', 'source.fixAll', 'source.fixAll.clever-demographics']) {
			assert.deepEqual(kinds([only]), ['source.fixAll.clever-demographics'], only);
		}
		for (const only of ['source.organizeImports', 'source.fixAll.other', 'refactor', 'quick', 'clever']) {
			assert.deepEqual(kinds([only]), [], only);
		}
		assert.deepEqual(kinds(['']), ['quickfix', 'source.fixAll.clever-demographics'], 'all kinds');
	});

	it('fix on save applies every preferred fix, wherever the cursor is', () => {
		const [action, ...more] = actionsOn(checker, 'School_id', { only: ['source.fixAll'] });
		assert.equal(more.length, 0);
		assert.ok(action);
		assert.equal(afterAction(checker, [action], action.action.title), file(3, 'F'));
	});
});

describe('code actions for a decision of the district', () => {
	const text = `${HEADER},Gender\n1,5,Reyes,Ana,Female\n`;
	const all: typeof noPages = { commands: clientCommands, ruleUri: () => 'x:/page' };
	const commands = (checker = checked('students.csv', text), part = 'Female', options = all): unknown[] =>
		actionsOn(checker, part, options)
			.filter(({ action }) => action.command && action.kind !== 'quickfix')
			.map(({ action }) => [action.title, action.command?.command, action.command?.arguments]);

	it('lower the level of the rule or turn it off, open its page, and last accept the value', () => {
		const rule = 'field/unknown-code';
		assert.deepEqual(commands(), [
			[
				'Show as Information Only: The column has no such code',
				'cleverDemographics.setRuleLevel',
				[rule, 'information'],
			],
			['Turn Off: The column has no such code', 'cleverDemographics.setRuleLevel', [rule, 'off']],
			['Open Help: The column has no such code', 'cleverDemographics.openRule', [rule]],
			[
				'Accept "Female" in Gender (Amplify Will Still Ignore It)',
				'cleverDemographics.acceptValue',
				['Gender', 'Female'],
			],
		]);
	});

	it('are only for a client that has the commands, and open a page only if there is one', () => {
		assert.deepEqual(commands(undefined, undefined, { ...all, commands: undefined }), []);
		const withoutPages = commands(undefined, undefined, {
			commands: clientCommands,
			ruleUri: () => undefined as never,
		});
		assert.deepEqual(withoutPages, commands().toSpliced(2, 1));
	});

	it('are of a kind of their own that is no quick fix, and come after all fixes', () => {
		const found = actionsOn(checked('students.csv', text), 'Female', all).map(({ action }) => action.kind);
		assert.deepEqual(
			found,
			[...found].sort((a, b) => Number(b === 'quickfix') - Number(a === 'quickfix')),
		);
		const own = 'clever-demographics.decision';
		assert.deepEqual(new Set(found), new Set(['quickfix', own]));
		for (const only of [own, 'clever-demographics']) {
			const kinds = actionsOn(checked('students.csv', text), 'Female', { ...all, only: [only] });
			assert.deepEqual(new Set(kinds.map(({ action }) => action.kind)), new Set([own]), only);
		}
		const fixes = actionsOn(checked('students.csv', text), 'Female', { ...all, only: ['quickfix'] });
		assert.deepEqual(new Set(fixes.map(({ action }) => action.kind)), new Set(['quickfix']));
	});

	it('never accept an ID, a header, or a value of a column without codes', () => {
		const key = commands(checked('students_ext.csv', 'sis_id\n1 \n'), '1 ');
		assert.ok(!JSON.stringify(key).includes('Accept'));
		const header = commands(checked('students.csv', `${HEADER},GENDER\n`), 'GENDER');
		assert.ok(!JSON.stringify(header).includes('Accept'));
	});

	it('do not lower a level that is information already', () => {
		const found = commands(checked('students_ext.csv', 'sis_id\n'), 'sis_id');
		assert.ok(!JSON.stringify(found).includes('as Information Only'));
		assert.ok(JSON.stringify(found).includes('Turn Off: A report category has no column'));
	});

	it('remove the finding after the value is accepted', () => {
		const settings = { acceptedValues: { Gender: ['Female'] } };
		assert.deepEqual(checked('students.csv', text, settings).findings(), []);
	});
});
