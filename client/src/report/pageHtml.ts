import { Uri, type Webview } from 'vscode';

/** The page before its script fills it. Its policy allows this one script and no requests. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
	const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
	const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'report.js'));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>Coverage Report</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
