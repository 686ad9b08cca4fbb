import { keptCases } from './fixtures';
import { targets } from './targets';

describe('a case on which the fuzzing has failed once', () => {
	for (const { name, check, stop } of targets) {
		after(() => stop?.());
		for (const { file, one } of keptCases(name)) it(`${name}/${file} holds now`, async () => check(one));
	}
});
