/** The guide leads only to what is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources';

interface Step {
	readonly description: string;
	readonly media: { readonly markdown: string };
	readonly completionEvents?: readonly string[];
}

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly title: string }[];
		readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
	};
};
const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

/** Commands of VS Code itself. */
const OTHERS: readonly string[] = ['workbench.actions.view.problems'];

describe('the guide', () => {
	it('names commands that exist, by their titles', () => {
		for (const { description, completionEvents = [] } of steps) {
			for (const [, label, command = ''] of description.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\)/g)) {
				if (!OTHERS.includes(command)) assert.equal(titles.get(command), label);
			}
			for (const event of completionEvents) {
				const command = event.replace('onCommand:', '');
				assert.ok(titles.has(command) || OTHERS.includes(command), event);
			}
		}
	});

	it('has a page for each step', () => {
		assert.ok(steps.length > 0);
		for (const { media } of steps) assert.ok(existsSync(join(root, media.markdown)), media.markdown);
	});
});
