import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../support/bundles';

export const root = join(__dirname, '../..');

const made: string[] = [];
process.once('exit', () => {
	for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** The command line as one file, built once for all tests. */
export function buildCli(): Promise<string> {
	return bundle('cli.js');
}

/** A new folder that is gone when the tests end; readable by all, as one test gives up its rights. */
function temporary(): string {
	const path = mkdtempSync(join(tmpdir(), 'clever-cli-'));
	made.push(path);
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

export interface Ran {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface RunOptions {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly uid?: number;
}

/** Runs the command line in `cwd`, without a terminal. */
export async function run(args: readonly string[], { cwd, env, uid }: RunOptions = {}): Promise<Ran> {
	const { status, stdout, stderr } = spawnSync(process.execPath, [await buildCli(), ...args], {
		cwd,
		uid,
		env: { PATH: process.env.PATH, ...env },
		encoding: 'utf8',
		timeout: 50_000,
		maxBuffer: 100_000_000,
	});
	return { status, stdout, stderr };
}

export interface JsonFix {
	readonly title: string;
	readonly newText?: string;
	readonly preferred: boolean;
}

export interface JsonFinding {
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly record: number;
	readonly element: string | null;
	readonly fixes: readonly JsonFix[];
}

export interface JsonOutput {
	readonly files: readonly {
		readonly path: string;
		readonly table: string;
		readonly records: number;
		readonly findings: readonly JsonFinding[];
	}[];
	readonly summary: Readonly<
		Record<'files' | 'records' | 'errors' | 'warnings' | 'information' | 'hints', number>
	>;
}

/** Runs a check that prints JSON. */
export async function runJson(
	paths: readonly string[],
	options: RunOptions = {},
): Promise<Ran & { readonly json: JsonOutput }> {
	const ran = await run(['check', ...paths, '--format', 'json'], options);
	return { ...ran, json: JSON.parse(ran.stdout) };
}

/** The findings of a file with this content, under this name. */
export async function findingsIn(
	content: string | Uint8Array,
	name = 'students_ext.csv',
): Promise<readonly JsonFinding[]> {
	const { json } = await runJson([name], { cwd: folder({ [name]: content }) });
	return json.files[0]?.findings ?? [];
}

/** The seven categories, so that none is missed. */
export const extHeader =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';
export const cleanExt = `${extHeader}\n1,No,No,,No,Yes,No,\n`;
export const rosterHeader = 'School_id,Student_id,Last_name,First_name,Gender';
export const cleanRoster = `${rosterHeader}\n5,1,Reyes,Ana,F\n`;
