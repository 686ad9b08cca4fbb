import { dirname } from 'node:path';
import { bundle } from '../../support/bundles';
import { temporaryFolder } from '../host/cleanup';
import { configuration } from './configuration';
import { startNeovim } from './neovim';
import { tellStory } from './story';

describe('the server in Neovim', () => {
	const home = temporaryFolder();
	after(() => home.remove());

	tellStory(async (folder) => {
		const bundles = dirname(await bundle('server.js'));
		return startNeovim(folder, configuration('Neovim', 'lua', bundles), home.path);
	});
});
