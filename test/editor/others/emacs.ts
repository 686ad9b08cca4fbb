/** Emacs as a daemon, asked with emacsclient. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from '../host/cleanup';
import { run } from '../host/process';
import { until } from '../host/wait';
import type { OtherEditor, Place, ShownProblem } from './otherEditor';

/** How Flymake names what Eglot shows. */
const SEVERITIES = {
	'eglot-error': 'error',
	'eglot-warning': 'warning',
	'eglot-note': 'information',
} as const;

type FlymakeProblem = Omit<ShownProblem, 'severity'> & { readonly severity: keyof typeof SEVERITIES };

/**
 * Starts Emacs.
 *
 * @param configuration the lines of docs/editors.md.
 * @param home a folder for what it writes besides the district.
 */
export async function startEmacs(folder: string, configuration: string, home: string): Promise<OtherEditor> {
	const lines = join(home, 'configuration.el');
	writeFileSync(lines, configuration);
	const sockets = join(home, 'sockets');
	mkdirSync(sockets, { mode: 0o700 });
	const socket = join(sockets, 'emacs');
	const script = join(__dirname, 'emacs.el');
	const env = { ...process.env, HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
	const args = ['-q', `--fg-daemon=${socket}`, '--eval', '(package-activate-all)', '-l', lines, '-l', script];
	const editor = spawn('emacs', args, { env, stdio: 'ignore' });
	const kill = atEnd(() => editor.kill('SIGKILL'));

	const call = async <T>(name: string, ...args: readonly unknown[]): Promise<T> => {
		const request = Buffer.from(JSON.stringify([name, ...args])).toString('base64');
		const output = await run('emacsclient', ['-s', socket, '--eval', `(story-answer "${request}")`], { env });
		const answer = Buffer.from(output.replaceAll('"', ''), 'base64').toString();
		const { failure, value } = JSON.parse(answer) as { failure?: string; value: T };
		if (failure !== undefined) throw new Error(`Emacs: ${name}: ${failure}`);
		return value;
	};
	/** Emacs counts code points. */
	const at = ({ file, line, before }: Place) => [file, line, [...before].length] as const;

	const version = await until('Emacs to listen', () => call<string>('version').catch(() => undefined));
	return {
		version,
		row: 'Emacs with eglot',
		lacks: [],
		open: (file) => call('open', join(folder, file)),
		text: (file) => call('text', file),
		problems: async (file) =>
			(await call<readonly FlymakeProblem[]>('problems', file)).map(({ severity, message, ...rest }) => ({
				...rest,
				severity: SEVERITIES[severity],
				// Eglot puts source and code before the message.
				message: message.replace(/^clever-demographics \[[^\]]+\]: /, ''),
			})),
		async hover(place) {
			await call('help', ...at(place));
			return until('a hover', async () => (await call<string>('shown')) || undefined);
		},
		write: (place, text) => call('write', ...at(place), text),
		remove: (place, count) => call('delete', ...at(place), count),
		complete: (place, label) => call('complete', ...at(place), label),
		fix: (place, title) => call('fix', ...at(place), title),
		fixAll: (file, kind) => call('fix-all', file, kind),
		rename: (place, name) => call('rename', ...at(place), name),
		goToDefinition: (place) => call('definition', ...at(place)),
		save: (file) => call('save', file),
		stop: async () => kill(),
	};
}
