import { spawn, spawnSync } from 'node:child_process';

const MINUTE = 60_000;

/** Finds Neovim on the PATH or installs Debian's, and returns its version. Throws if neither works. */
export function installNeovim(): string {
	const known = versionOf();
	if (known) return known;
	const wayOut = 'The test of the server in Neovim needs `nvim` on PATH. Install it: apt-get install neovim';
	if (process.getuid?.() !== 0) throw new Error(`${wayOut} (as root; this is not root).`);
	if (spawnSync('apt-get', ['--version']).status !== 0) throw new Error(`${wayOut} (here is no apt-get).`);
	console.log('      Installing Neovim from Debian …');
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'neovim']]) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const { status, stdout, stderr } = spawnSync('apt-get', args, {
			env,
			encoding: 'utf8',
			timeout: 5 * MINUTE,
		});
		if (status !== 0)
			throw new Error(`${wayOut}. apt-get ${args[0]} failed: ${(stderr || stdout).slice(-500)}`);
	}
	const installed = versionOf();
	if (!installed) throw new Error(`${wayOut}. apt-get installed it, and it does not start.`);
	return installed;
}

function versionOf(): string | undefined {
	const { status, stdout } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
	return status === 0 ? stdout.split('\n', 1)[0] : undefined;
}

/** Runs a Lua script in a Neovim without a screen and without settings, and returns what it printed. */
export function runInNeovim(script: string, env: Readonly<Record<string, string>>): Promise<string> {
	const args = ['-u', 'NONE', '-i', 'NONE', '--headless', '-n', '-c', `luafile ${script}`];
	const editor = spawn('nvim', args, {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: 2 * MINUTE,
		killSignal: 'SIGKILL',
	});
	let output = '';
	const hear = (data: Buffer): void => {
		output += data.toString();
	};
	editor.stdout.on('data', hear);
	editor.stderr.on('data', hear);
	return new Promise((resolve, reject) => {
		editor.once('error', reject);
		editor.once('close', (code, signal) => {
			if (code === 0) resolve(output);
			else reject(new Error(`Neovim ended with ${signal ?? code}: ${output}`));
		});
	});
}
