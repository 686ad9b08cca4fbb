/** CodeMirror in a page of Chromium, with the server in a Web Worker. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { bundle } from '../../support/bundles';
import { installChromium } from '../host/chromium';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import { configuration } from './configuration';
import type { FileName, OtherEditor, Place, ShownProblem } from './otherEditor';

const ADDRESS = 'http://editor.localhost';

/** The page's script: what `codeMirrorPage.ts` does with the lines of docs/editors.md. */
async function pageScript(): Promise<string> {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: ['test/editor/others/codeMirrorPage.ts'],
		bundle: true,
		format: 'iife',
		globalName: 'story',
		target: 'es2022',
		write: false,
		plugins: [
			{
				name: 'configuration',
				setup({ onResolve, onLoad }) {
					onResolve({ filter: /^docs:/ }, ({ path }) => ({ path, namespace: 'docs' }));
					onLoad({ filter: /.*/, namespace: 'docs' }, () => ({
						contents: configuration('CodeMirror and Monaco', 'js', ADDRESS),
						resolveDir: ROOT,
					}));
				},
			},
		],
	});
	return outputFiles[0]?.text ?? '';
}

/** Opens the page. A person does there what the tests do with keys and mouse. */
export async function startCodeMirror(folder: string): Promise<OtherEditor> {
	const script = await pageScript();
	const server = await readFile(await bundle('server.web.js'), 'utf8');
	const browser = await chromium.launch({ executablePath: await installChromium(), args: ['--no-sandbox'] });
	const page = await browser.newPage();
	await page.route('**/*', (route) => {
		const { pathname } = new URL(route.request().url());
		const javascript = (body: string) => route.fulfill({ contentType: 'text/javascript', body });
		if (pathname === '/page.js') return javascript(script);
		if (pathname === '/server.web.js') return javascript(server);
		const body =
			'<!doctype html><meta charset="utf-8"><title>Editors</title><script defer src="/page.js"></script>';
		return route.fulfill({ contentType: 'text/html', body });
	});
	await page.goto(`${ADDRESS}/`);

	const call = <T>(name: string, ...args: readonly unknown[]): Promise<T> =>
		page.evaluate<T>(`story.${name}(...${JSON.stringify(args)})`);
	const at = ({ file, line, before }: Place) => [file, line, before.length] as const;
	const go = (place: Place): Promise<void> => call('go', ...at(place));

	const { version } = JSON.parse(
		await readFile(join(ROOT, 'node_modules/@codemirror/lsp-client/package.json'), 'utf8'),
	) as { version: string };
	const missing = (): Promise<never> =>
		Promise.reject(new Error('@codemirror/lsp-client has no code actions'));
	return {
		version: `@codemirror/lsp-client ${version} in Chromium ${browser.version()}`,
		row: '@codemirror/lsp-client',
		lacks: ['code action', 'fix all'],
		open: async (file) => call('open', file, await readFile(join(folder, file), 'utf8')),
		text: (file) => call('text', file),
		problems: (file) => call<readonly ShownProblem[]>('problems', file),
		async hover(place) {
			const { x, y } = await call<{ x: number; y: number }>('pointOf', ...at(place));
			await page.mouse.move(x, y);
			const tooltip = page.locator('.cm-lsp-hover-tooltip');
			await tooltip.waitFor();
			return (await tooltip.textContent()) ?? '';
		},
		write: (place, text) => call('replace', ...at(place), 0, text),
		remove: (place, count) => call('replace', ...at(place), count, ''),
		async complete(place, label) {
			await go(place);
			await page.keyboard.press('Control+Space');
			await page.locator('.cm-completionLabel').getByText(label, { exact: true }).click();
		},
		fix: missing,
		fixAll: missing,
		async rename(place, name) {
			await go(place);
			await page.keyboard.press('F2');
			await page.locator('.cm-lsp-rename-panel input').fill(name);
			await page.keyboard.press('Enter');
		},
		async goToDefinition(place) {
			await go(place);
			const file: FileName = place.file === 'students.csv' ? 'students_ext.csv' : 'students.csv';
			await page.keyboard.press('F12');
			const line = await until(
				'the definition',
				async () => (await call<number>('cursorLine', file)) || undefined,
			);
			return { file, line };
		},
		save: async (file) => writeFile(join(folder, file), await call<string>('savedText', file)),
		stop: () => browser.close(),
	};
}
