import assert from 'node:assert/strict';
import { settingPlace, withEntry, withValues, withValuesInEntry } from '../../client/src/ui/settingPlace';

type Scopes = Parameters<typeof withValues>[0];

const workspace = settingPlace(true, true);
const untrusted = settingPlace(true, false);
const user = settingPlace(false, false);

/** Settings with one value for each scope, in effect as `merged`, whatever the trust: the worst case. */
function scopesWith(merged: unknown, globalValue: unknown, workspaceValue: unknown): Scopes {
	const scopes = {
		get: () => merged,
		inspect: (key: string) => ({ key, globalValue, workspaceValue }),
	};
	return scopes as Scopes;
}

describe('where a choice is saved', () => {
	it('is the workspace, or the user where there is none or VS Code would ignore it', () => {
		assert.deepEqual(
			[workspace, untrusted, user].map(({ scope }) => scope),
			['workspace', 'user', 'user'],
		);
		assert.equal(workspace.where('a.b'), 'To change this, edit a.b in the workspace settings.');
		assert.equal(user.where('a.b'), 'To change this, edit a.b in your user settings.');
		assert.equal(
			untrusted.where('a.b'),
			'Saved in your user settings (a.b), because this folder is not trusted.',
		);
	});

	it('gets nothing that only the folder says into the user settings', () => {
		const lists = scopesWith(['of folder'], ['of user'], ['of folder']);
		assert.deepEqual(withValues(lists, untrusted, 'k', ['new']), ['of user', 'new']);
		const levels = scopesWith({ a: 'off', b: 'hint' }, { b: 'hint' }, { a: 'off' });
		assert.deepEqual(withEntry(levels, untrusted, 'k', 'c', 'error'), { b: 'hint', c: 'error' });
		const entries = scopesWith({ Race: ['folder'] }, { race: ['user'] }, { Race: ['folder'] });
		assert.deepEqual(withValuesInEntry(entries, untrusted, 'k', 'Race', ['new']), {
			race: ['user', 'new'],
		});
	});

	it('keeps the values of the user in a list of the workspace, which replaces theirs', () => {
		const lists = scopesWith(['of user'], ['of user'], undefined);
		assert.deepEqual(withValues(lists, workspace, 'k', ['new']), ['of user', 'new']);
		const entries = scopesWith({ race: ['user'], Gender: ['x'] }, { race: ['user'] }, { Gender: ['x'] });
		assert.deepEqual(withValuesInEntry(entries, workspace, 'k', 'Race', ['new', 'user']), {
			Gender: ['x'],
			race: ['user', 'new'],
		});
		assert.deepEqual(withEntry(entries, workspace, 'k', 'Race', 'y'), { Gender: ['x'], Race: 'y' });
	});

	it('starts with the value alone, whatever the name of the entry', () => {
		const none = scopesWith(undefined, undefined, undefined);
		assert.deepEqual(withValues(none, user, 'k', ['new', 'new']), ['new']);
		for (const name of ['constructor', '__proto__', 'toString']) {
			const written = withValuesInEntry(scopesWith({}, {}, {}), untrusted, 'k', name, ['new']);
			assert.deepEqual(Object.entries(written), [[name, ['new']]]);
		}
	});
});
