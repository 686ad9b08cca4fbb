/** Installs what the suites with editors need, while `npm test` runs those without; each suite would install it, too. */
import { installChromium } from './host/chromium';
import { installServer } from './host/install';
import { installWebHost } from './host/webHost';
import { installEditors } from './others/installEditors';

async function main(): Promise<void> {
	await installServer();
	await installWebHost();
	await installChromium();
	await installEditors();
}

void main();
