import { Uri, type Webview } from 'vscode';

/** A page of ours in a webview. */
interface Page {
	/** The file of its script in dist/. */
	readonly script: 'report.js' | 'table.js' | 'import.js' | 'compare.js';
	/** Its title, which screen readers say; a text of ours. */
	readonly title: 'Coverage Report' | 'Table' | 'Import' | 'Comparison';
}

/** The folder that a page may load from. */
export function pageRoots(extensionUri: Uri): readonly Uri[] {
	return [Uri.joinPath(extensionUri, 'dist')];
}

/**
 * A page before its script fills it. Its policy allows this one script, style elements with the script's nonce, and no
 * requests.
 */
export function pageHtml(webview: Webview, extensionUri: Uri, { script, title }: Page): string {
	const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
	const source = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', script));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body>
<script nonce="${nonce}" src="${source}"></script>
</body>
</html>`;
}
