import { type Memento, Uri } from 'vscode';

/** Folders of which something is remembered; the oldest are forgotten. */
const MAX_FOLDERS = 50;

type UrisByFolder = readonly (readonly [folder: string, uris: readonly string[]])[];

/**
 * The URIs that were remembered last for a folder; none if nothing was.
 *
 * @param key what they are, as the key in the memory.
 */
export function rememberedUris(memory: Memento, key: string, folder: Uri): readonly Uri[] {
	const [, uris = []] = memory.get<UrisByFolder>(key, []).find(([one]) => one === folder.toString()) ?? [];
	return uris.map((uri) => Uri.parse(uri));
}

/** Remembers URIs for a folder, instead of those before, and never anything of the files. */
export async function rememberUris(
	memory: Memento,
	key: string,
	folder: Uri,
	uris: readonly Uri[],
): Promise<void> {
	const others = memory.get<UrisByFolder>(key, []).filter(([one]) => one !== folder.toString());
	await memory.update(key, [...others.slice(1 - MAX_FOLDERS), [folder.toString(), uris.map(String)]]);
}
