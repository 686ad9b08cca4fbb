/** Neovim without a screen, asked through its own socket. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from '../host/cleanup';
import { run } from '../host/process';
import { until } from '../host/wait';
import type { FileName, OtherEditor, Place, ShownProblem } from './otherEditor';

interface Menu {
	readonly labels: readonly string[];
	/** From 0; -1 if none is. */
	readonly selected: number;
	readonly visible: boolean;
	readonly answered: boolean;
	readonly mode: string;
}

interface Cursor {
	readonly file: string;
	readonly line: number;
}

/**
 * Starts Neovim.
 *
 * @param configuration the lines of docs/editors.md.
 * @param home a folder for what it writes besides the district.
 */
export async function startNeovim(folder: string, configuration: string, home: string): Promise<OtherEditor> {
	const lines = join(home, 'configuration.lua');
	writeFileSync(lines, configuration);
	const socket = join(home, 'nvim.sock');
	const script = join(__dirname, 'neovim.lua');
	const args = ['-u', 'NONE', '-i', 'NONE', '-n', '--headless', '--listen', socket, '-c', 'filetype on'];
	const env = { ...process.env, XDG_STATE_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home };
	const editor = spawn('nvim', [...args, '-c', `luafile ${lines}`, '-c', `luafile ${script}`], {
		env,
		stdio: 'ignore',
	});
	const kill = atEnd(() => editor.kill('SIGKILL'));

	const call = async <T>(name: string, ...args: readonly unknown[]): Promise<T> => {
		const request = JSON.stringify([name, ...args]).replaceAll("'", "''");
		const output = await run('nvim', [
			'--server',
			socket,
			'--remote-expr',
			`v:lua.StoryAnswer('${request}')`,
		]);
		const { failure, value } = JSON.parse(output) as { failure?: string; value: T };
		if (failure !== undefined) throw new Error(`Neovim: ${name}: ${failure}`);
		return value;
	};
	const at = ({ file, line, before }: Place) => [file, line, Buffer.byteLength(before)] as const;

	await until('Neovim to listen', () =>
		call('where').then(
			() => true,
			() => false,
		),
	);
	const [version = ''] = (await run('nvim', ['--version'])).split('\n', 1);
	const isBefore11 = /v0\.\d\.|v0\.10\./.test(version);

	const complete = async (place: Place, label: string): Promise<void> => {
		await call('insert', ...at(place));
		const menu = (): Promise<Menu> => call<Menu>('menu');
		const { labels, visible } = await until('completions', async () => {
			const found = await menu();
			return (found.visible || found.answered) && found;
		});
		const index = labels.indexOf(label);
		if (visible && index >= 0) {
			const isMarked = async (): Promise<boolean> => {
				const { selected } = await menu();
				if (selected !== index) await call('keys', '<C-n>');
				return selected === index;
			};
			await until(`${label} to be marked`, isMarked);
			await call('keys', '<C-y>');
		}
		await call('keys', '<Esc>');
		await until('the end of insert mode', async () => (await menu()).mode === 'n');
	};

	return {
		version,
		row: isBefore11 ? 'Neovim 0.7' : 'Neovim 0.12',
		lacks: ['whole field replaced', ...(isBefore11 ? (['"pac" finds P'] as const) : [])],
		open: (file) => call('open', join(folder, file)),
		text: async (file) => withLastBreak(file, await call('text', file)),
		problems: (file) => call<readonly ShownProblem[]>('problems', file),
		async hover(place) {
			await call('hover', ...at(place));
			return until('a hover', async () => (await call<string>('shown')) || undefined);
		},
		write: (place, text) => call('replace', ...at(place), 0, text.split('\n')),
		remove: (place, count) => call('replace', ...at(place), count, ['']),
		complete,
		fix: (place, title) => call('fix', ...at(place), title),
		fixAll: (file, kind) => call('fix_all', file, kind),
		rename: (place, name) => call('rename', ...at(place), name),
		async goToDefinition(place) {
			await call('definition', ...at(place));
			return until('the definition', async () => {
				const found = await call<Cursor>('where');
				return found.file !== place.file && found;
			});
		},
		save: (file) => call('save', file),
		stop: async () => kill(),
	};
}

/** Neovim does not count the line break at the end of a file as text. */
function withLastBreak(file: FileName, text: string): string {
	return file === 'students.csv' ? `${text}\n` : text;
}
