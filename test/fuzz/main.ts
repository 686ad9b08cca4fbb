/**
 * `npm run fuzz -- --minutes 5`: random cases for every target, each for its share of the time. What fails is made
 * smaller and kept in test/fixtures/fuzz, from where `replay.test.ts` tries it again from then on.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNumber } from '../../server/src/wording';
import { attack, type Failure } from './attack';
import { keepCase } from './fixtures';
import type { Target } from './target';
import { targets } from './targets';

const USAGE = `npm run fuzz -- [--minutes N] [--seed N] [--only ${targets.map(({ name }) => name).join('|')}]`;

interface Options {
	readonly minutes: number;
	readonly seed: number;
	readonly only: readonly Target<unknown>[];
}

/** The options of the command line; undefined where they cannot be read. */
function optionsOf(args: readonly string[]): Options | undefined {
	const { values } = parseArgs({
		args: [...args],
		options: {
			minutes: { type: 'string', default: '1' },
			seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
			only: { type: 'string' },
		},
	});
	const minutes = Number(values.minutes);
	const seed = Number(values.seed);
	const only = targets.filter(({ name }) => values.only === undefined || values.only === name);
	return minutes > 0 && Number.isInteger(seed) && only.length > 0 ? { minutes, seed, only } : undefined;
}

async function main(): Promise<void> {
	const options = optionsOf(process.argv.slice(2));
	if (!options) {
		console.error(USAGE);
		process.exitCode = 2;
		return;
	}
	const { minutes, seed, only } = options;
	// Errors are made by the million; their stacks would take half of the time.
	Error.stackTraceLimit = 3;
	for (const target of only) {
		const { runs, seconds, failure } = await attack(target, seed, (minutes * 60_000) / only.length);
		const reached = `${formatNumber(runs).padStart(11)} runs in ${seconds.toFixed(1)} s`;
		console.log(`${target.name.padEnd(10)} ${reached}, seed ${seed}`);
		if (!failure) continue;
		process.exitCode = 1;
		report(target.name, seed, failure);
	}
}

/** Keeps what failed, and says how to see it again. */
function report(name: string, seed: number, { one, error }: Failure): void {
	const kept = relative(process.cwd(), keepCase(name, one));
	console.error(`
${error instanceof Error ? error.stack : String(error)}

${name} failed. The case is kept in ${kept}, and the unit tests replay it:
	npx mocha --no-config --import=tsx test/fuzz/replay.test.ts
To draw it again:
	npm run fuzz -- --only ${name} --seed ${seed}
`);
}

void main();
