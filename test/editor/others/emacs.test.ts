import { dirname } from 'node:path';
import { bundle } from '../../support/bundles';
import { temporaryFolder } from '../host/cleanup';
import { configuration } from './configuration';
import { startEmacs } from './emacs';
import { tellStory } from './story';

describe('the server in Emacs with Eglot', () => {
	const home = temporaryFolder();
	after(() => home.remove());

	tellStory(async (folder) => {
		const bundles = dirname(await bundle('server.js'));
		return startEmacs(folder, configuration('Emacs with Eglot', 'elisp', bundles), home.path);
	});
});
