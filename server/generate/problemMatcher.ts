import { severities } from '../src/rules/rule';
import { settingsSection } from '../src/settings';

/** The name by which a task of VS Code asks for the matcher: `$clever-demographics`. */
const matcherName = 'clever-demographics';

/**
 * Finds problems in the text that `check` prints: `path:line:column severity rule message`. VS Code knows no *information*
 * and no *hint*; what it does not know gets the matcher's own severity.
 */
const problemMatcher = {
	name: matcherName,
	label: 'Clever Demographics',
	owner: `${settingsSection}.task`,
	source: matcherName,
	// With `autoDetect`, VS Code looks for each file on the disk, and drops the problems that it has not placed when the
	// task ends: all but the first.
	// biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in.
	fileLocation: ['relative', '${workspaceFolder}'],
	severity: 'info',
	pattern: {
		// A path may have spaces, and on Windows a colon after its drive.
		regexp: `^(.+?):(\\d+):(\\d+) (${severities.join('|')}) (\\S+) (.*)$`,
		file: 1,
		line: 2,
		column: 3,
		severity: 4,
		code: 5,
		message: 6,
	},
};

/** The manifest, given and returned as JSON, with the matcher for tasks; all else stays as it is. */
export function withProblemMatcher(manifest: string): string {
	const parsed = JSON.parse(manifest) as { readonly contributes?: object };
	const contributes = { ...parsed.contributes, problemMatchers: [problemMatcher] };
	return `${JSON.stringify({ ...parsed, contributes }, undefined, '\t')}\n`;
}
