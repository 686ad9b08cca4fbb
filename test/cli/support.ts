import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckedFinding, CheckOutput } from '../../server/src/cli/formats/checkOutput';
import { bundle } from '../support/bundles';

export const root = join(__dirname, '../..');

const temporaryFolders: string[] = [];
process.once('exit', () => {
	for (const path of temporaryFolders) rmSync(path, { recursive: true, force: true });
});

/** The command line as one file, built once for all tests. */
export function buildCli(): Promise<string> {
	return bundle('cli.js');
}

/** A new folder that is removed when the tests end. Readable by all users, since one test runs as another one. */
function temporary(): string {
	const path = mkdtempSync(join(tmpdir(), 'clever-cli-'));
	temporaryFolders.push(path);
	chmodSync(path, 0o755);
	return path;
}

/** A new folder with these files in it, by their path. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
	const parent = temporary();
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(parent, path)), { recursive: true });
		writeFileSync(join(parent, path), content);
	}
	return parent;
}

/** What a run of the command line printed. */
export interface Ran {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** How to run the command line. */
export interface RunOptions {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly uid?: number;
	/** The command that runs it, such as one that traces it. */
	readonly runBy?: readonly string[];
	/** What it reads from standard input. */
	readonly input?: string | Uint8Array;
}

/** Runs the command line in `cwd`, without a terminal. */
export async function run(
	args: readonly string[],
	{ cwd, env, uid, runBy, input }: RunOptions = {},
): Promise<Ran> {
	const words = [...(runBy ?? []), process.execPath, await buildCli(), ...args];
	const { status, stdout, stderr } = spawnSync(words[0] as string, words.slice(1), {
		cwd,
		uid,
		input,
		env: { PATH: process.env.PATH, ...env },
		encoding: 'utf8',
		timeout: 50_000,
		maxBuffer: 100_000_000,
	});
	return { status, stdout, stderr };
}

/** Runs a check that prints JSON. */
export async function runJson(
	paths: readonly string[],
	options: RunOptions = {},
): Promise<Ran & { readonly json: CheckOutput }> {
	const ran = await run(['check', ...paths, '--format', 'json'], options);
	return { ...ran, json: JSON.parse(ran.stdout) };
}

/** The findings of a file with this content, under this name. */
export async function findingsIn(
	content: string | Uint8Array,
	name = 'students_ext.csv',
): Promise<readonly CheckedFinding[]> {
	const { json } = await runJson([name], { cwd: folder({ [name]: content }) });
	return json.files[0]?.findings ?? [];
}

/** A header with all seven categories, so that none is reported as missing. */
export const extHeader =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';
export const cleanExt = `${extHeader}\n1,No,No,,No,Yes,No,\n`;
export const rosterHeader = 'School_id,Student_id,Last_name,First_name,Gender';
export const cleanRoster = `${rosterHeader}\n5,1,Reyes,Ana,F\n`;
