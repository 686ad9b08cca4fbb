import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../support/bundles';
import { unescaped } from '../support/features';
import { installNeovim, runInNeovim } from './neovimHost';

/** The result that neovim.lua writes. */
interface Result {
	readonly failure?: string;
	readonly client_error?: string;
	readonly version?: string;
	readonly steps: readonly string[];
	readonly diagnostics?: readonly {
		line: number;
		column: number;
		message: string;
		severity: number;
		source: string;
	}[];
	readonly hover?: string;
	readonly actions?: readonly string[];
}

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const TEXT = `${HEADER}\r\n1,5,"Reyes, Jr",Ana,F\r\n2,5,Boone,Éloïse,Female\r\n`;

describe('the server in Neovim', function () {
	this.timeout(600_000);
	let folder: string;
	before(async () => {
		console.log(`      ${installNeovim()}`);
		folder = await mkdtemp(join(tmpdir(), 'clever-demographics-neovim-'));
	});
	after(async () => {
		if (folder) await rm(folder, { recursive: true, force: true });
	});

	it('shows a problem, explains it, fixes it, and saves the file with nothing else changed', async () => {
		const file = join(folder, 'students.csv');
		const resultFile = join(folder, 'result.json');
		await writeFile(file, TEXT);
		const output = await runInNeovim(join(__dirname, 'neovim.lua'), {
			SERVER: await bundle('server.js'),
			NODE: process.execPath,
			FILE: file,
			RESULT: resultFile,
			XDG_STATE_HOME: folder,
			XDG_CACHE_HOME: folder,
		});
		const result = JSON.parse(await readFile(resultFile, 'utf8')) as Result;
		assert.equal(result.failure, undefined, `${output}\n${JSON.stringify(result)}`);
		assert.equal(result.client_error, undefined);
		assert.deepEqual(result.diagnostics, [
			{
				line: 2,
				// Neovim counts bytes, of which É and ï have two each.
				column: Buffer.byteLength('2,5,Boone,Éloïse,'),
				message: 'Gender has no code "Female". Use F (Female).',
				severity: 1,
				source: 'clever-demographics',
			},
		]);
		const hover = unescaped(result.hover ?? '');
		assert.match(hover, /not one of the documented values/);
		assert.match(hover, /000255/);
		assert.equal(result.actions?.[0], 'Use F (Female)');
		assert.deepEqual(result.steps, [
			'diagnostics',
			'hover',
			'fix',
			'no diagnostics',
			'the end of the server',
		]);
		assert.equal(await readFile(file, 'utf8'), TEXT.replace('Female', 'F'));
	});
});
