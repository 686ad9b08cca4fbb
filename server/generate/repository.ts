/**
 * Where the project is published. `OWNER` is a placeholder until it has a home: change it here and run `npm run generate`.
 * The manifest's links follow, and a test finds every other place that names it.
 */
export const repositoryUrl = 'https://github.com/OWNER/clever-demographics';

/** The manifest, given and returned as JSON, with the links that follow from the repository; all else stays as it is. */
export function withRepository(manifest: string): string {
	const links = {
		repository: { type: 'git', url: `git+${repositoryUrl}.git` },
		homepage: `${repositoryUrl}#readme`,
		bugs: { url: `${repositoryUrl}/issues` },
		qna: `${repositoryUrl}/discussions`,
	};
	return `${JSON.stringify({ ...(JSON.parse(manifest) as object), ...links }, undefined, '\t')}\n`;
}
