/**
 * What the registry Open VSX demands of an extension's manifest, as far as it can be told without an account: read in
 * the `ExtensionValidator` of its server and the `checkLicense` of `ovsx`, 2026-11-29. Its command line checks no more than
 * the license by itself.
 */

/** The fields that Open VSX looks at. */
export interface OpenVsxManifest {
	readonly publisher?: string;
	readonly name?: string;
	readonly version?: string;
	readonly displayName?: string;
	readonly description?: string;
	readonly license?: string;
	readonly icon?: string;
	readonly homepage?: string;
	readonly qna?: string | false;
	readonly repository?: { readonly url?: string };
	readonly bugs?: { readonly url?: string };
	readonly categories?: readonly string[];
	readonly keywords?: readonly string[];
	readonly galleryBanner?: { readonly color?: string; readonly theme?: string };
}

/** Names of namespaces and extensions. */
const namePattern = /^[\w\-+$~]+$/;
/** Control, format, unassigned and private characters, and the separators of lines and paragraphs. */
const badCharacters = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/u;
const LONGEST = 255;
const LONGEST_DESCRIPTION = 2048;
const LONGEST_COLOR = 16;

/**
 * What Open VSX would reject, each as a sentence; empty if nothing.
 *
 * @param files of the extension, from its root, in lower case.
 */
export function openVsxProblems(manifest: OpenVsxManifest, files: ReadonlySet<string>): readonly string[] {
	const { publisher, name, version = '', license, icon, galleryBanner } = manifest;
	const problems: string[] = [];
	const need = (holds: boolean, problem: string): void => void (holds || problems.push(problem));
	for (const [field, value] of Object.entries({ publisher, name })) {
		need(
			isText(value, LONGEST) && namePattern.test(value ?? ''),
			`${field} is missing or has other characters than letters, digits and -+$~_`,
		);
	}
	need(
		/^[\p{L}\p{Nd}$+\-,.:;_]+$/u.test(version),
		'version is missing or has other characters than letters, digits and punctuation',
	);
	need(!['latest', 'pre-release', 'reviews'].includes(version), `version ${version} is reserved`);
	need(license !== undefined, 'license is missing');
	need(
		['license', 'license.md', 'license.txt'].some((file) => files.has(file)),
		'there is no LICENSE file',
	);
	need(files.has('readme.md'), 'there is no README.md');
	need(icon !== undefined && files.has(icon.toLowerCase()), 'icon is missing or names no file that ships');
	const texts = {
		displayName: [manifest.displayName],
		license: [license],
		categories: manifest.categories ?? [],
		keywords: manifest.keywords ?? [],
	};
	for (const [field, values] of Object.entries(texts)) {
		need(
			values.every((value) => isText(value, LONGEST)),
			`${field} is missing, longer than ${LONGEST} characters, or has hidden ones`,
		);
	}
	need(
		isText(manifest.description, LONGEST_DESCRIPTION),
		`description is missing, longer than ${LONGEST_DESCRIPTION} characters, or has hidden ones`,
	);
	need(
		isText(galleryBanner?.color ?? '', LONGEST_COLOR),
		`galleryBanner.color is longer than ${LONGEST_COLOR} characters`,
	);
	need(
		['dark', 'light', undefined].includes(galleryBanner?.theme),
		'galleryBanner.theme is neither dark nor light',
	);
	const links = {
		homepage: manifest.homepage,
		'repository.url': manifest.repository?.url,
		'bugs.url': manifest.bugs?.url,
		qna: manifest.qna === 'marketplace' || manifest.qna === false ? undefined : manifest.qna,
	};
	for (const [field, link] of Object.entries(links)) {
		need(
			link === undefined || (link.length <= LONGEST && isUrl(link)),
			`${field} is no URL of at most ${LONGEST} characters`,
		);
	}
	return problems;
}

function isText(value: string | undefined, longest: number): boolean {
	return value !== undefined && value.length <= longest && !badCharacters.test(value);
}

function isUrl(link: string): boolean {
	const url = link.replace(/^git\+/, '');
	return URL.canParse(url) && new URL(url).host !== '';
}
