/** Finds the Chromium that shows the workbench: one of this machine where there is one. */
import { chromium } from 'playwright-core';
import { installPackages } from './debian';
import { isExecutable, onPath } from './process';

const NAMES = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'msedge',
	'microsoft-edge',
];

/** The paths of browsers that are not on PATH. */
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const WAY_OUT =
	'Install Chromium, Chrome or Edge, or run `npx playwright-core install chromium`, or name one: CHROMIUM=/path/to/browser.';

/** The path of a Chromium; on Debian, root installs one where there is none. */
export async function installChromium(): Promise<string> {
	const named = process.env.CHROMIUM;
	if (named) {
		if (isExecutable(named)) return named;
		throw new Error(`CHROMIUM names "${named}", which is not a program that can be run. ${WAY_OUT}`);
	}
	const found = find();
	if (found) return found;
	await installPackages(`There is no Chromium here. ${WAY_OUT}`, 'chromium', 'fonts-dejavu-core');
	const installed = find();
	if (installed) return installed;
	throw new Error(`apt-get has installed Chromium, but it is not on PATH. ${WAY_OUT}`);
}

function find(): string | undefined {
	return onPath(...NAMES) ?? PLACES.find(isExecutable) ?? [chromium.executablePath()].find(isExecutable);
}
