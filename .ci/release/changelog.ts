/** What CHANGELOG.md says of a version. */

/** The headings of the file, in the form of Keep a Changelog. */
export interface ReleaseNotes {
	/** The day of the version, as 2026-11-24; undefined if the file has no heading for it. */
	readonly day: string | undefined;
	/** Whether there are changes that no version has. */
	readonly hasUnreleased: boolean;
}

/** Reads what `text` says of `version`. Throws where the heading has no day that exists. */
export function readReleaseNotes(text: string, version: string): ReleaseNotes {
	const sections = text.split(/^## /m).slice(1);
	const heading = sections.find((section) => section.startsWith(`[${version}]`))?.split('\n')[0];
	const unreleased = sections.find((section) => section.startsWith('[Unreleased]')) ?? '';
	const [, day] = /^\[[^\]]+\] - (\d{4}-\d{2}-\d{2})$/.exec(heading ?? '') ?? [];
	if (heading !== undefined && !isDay(day)) {
		throw new Error(`CHANGELOG.md: the heading "## ${heading}" needs its day: ## [${version}] - 2026-01-31`);
	}
	return { day, hasUnreleased: /^- /m.test(unreleased) };
}

function isDay(day: string | undefined): boolean {
	const time = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(String(day));
}
