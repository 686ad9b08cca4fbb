/** A real VS Code in Chromium in which tables are measured: its page, and the script in its extension host. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Frame, Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../test/editor/host/browserHost';
import { until, within } from '../test/editor/host/wait';
import type { Bench } from './bench';
import { type HostRequests, SOCKET_VARIABLE } from './tableHost';
import type { TableProbe } from './tableProbe';

/** In ms: opening a file of 50 MB takes VS Code some seconds. */
const TIMEOUT_MS = 60_000;

export class TableWorkbench {
	private constructor(
		private readonly workbench: Workbench,
		private readonly open: OpenPage,
		private readonly socket: Socket,
		private readonly lines: Interface,
	) {}

	static async start(bench: Bench): Promise<TableWorkbench> {
		// Not the folder of the files: those that are not open would be checked, too.
		const folder = mkdtempSync(join(bench.folder, 'table-'));
		const path = join(folder, 'socket');
		const workbench = await startWorkbench({
			extension: bench.folder,
			folder,
			tests: bench.built.script('tableHost'),
			env: { [SOCKET_VARIABLE]: path },
			// In a browser VS Code saves by itself, a second after each change.
			settings: { 'files.autoSave': 'off' },
		});
		const open = await openPage(workbench);
		await open.page.addInitScript({ path: bench.built.pageScript('probe') });
		await open.page.evaluate(readFileSync(bench.built.pageScript('probe'), 'utf8'));
		const socket = await until('the script in the extension host', () => connected(path), TIMEOUT_MS);
		return new TableWorkbench(workbench, open, socket, createInterface(socket));
	}

	get page(): Page {
		return this.open.page;
	}

	/** An empty page of the same browser and of the same size. */
	newPage(): Promise<Page> {
		return this.open.browser.newPage({ viewport: this.page.viewportSize() });
	}

	/** Asks the script in the extension host. */
	async host<Name extends keyof HostRequests>(
		name: Name,
		argument: HostRequests[Name][0],
	): Promise<HostRequests[Name][1]> {
		const line = new Promise<string>((resolve) => this.lines.once('line', resolve));
		this.socket.write(`${JSON.stringify({ name, argument })}\n`);
		const { answer, error } = JSON.parse(await within(name, TIMEOUT_MS, line)) as {
			answer: HostRequests[Name][1];
			error?: string;
		};
		if (error) throw new Error(`${name}: ${error}`);
		return answer;
	}

	/** The frame of the only table, once its first screen of rows is painted. */
	async table(): Promise<Frame> {
		return until(
			'a table with rows',
			async () => {
				for (const frame of this.page.frames()) {
					const hasTable = await frame
						.evaluate("document.querySelector('.slick-cell.l1') !== null")
						.catch(() => false);
					if (hasTable) return frame;
				}
				return undefined;
			},
			TIMEOUT_MS,
		);
	}

	/** The JavaScript heap of the page after a collection, with what it keeps outside of the heap, in bytes. */
	async heap(): Promise<number> {
		const session = await this.page.context().newCDPSession(this.page);
		await session.send('HeapProfiler.collectGarbage');
		const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
		await session.detach();
		return usedSize + embedderHeapUsedSize + backingStorageSize;
	}

	async stop(): Promise<void> {
		await this.host('end', null).catch(() => undefined);
		this.socket.destroy();
		await this.open.close();
		await this.workbench.stop();
	}
}

/** Asks the probe of a frame. */
export function ask<Name extends keyof TableProbe>(
	frame: Frame | Page,
	name: Name,
	...args: Parameters<TableProbe[Name]>
): Promise<Awaited<ReturnType<TableProbe[Name]>>> {
	const list = args.map((arg) => JSON.stringify(arg)).join();
	const asked = frame.evaluate<Awaited<ReturnType<TableProbe[Name]>>>(`tableProbe.${name}(${list})`);
	return within(name, TIMEOUT_MS, asked);
}

function connected(path: string): Promise<Socket | undefined> {
	return new Promise((resolve) => {
		const socket = connect(path);
		socket.once('connect', () => resolve(socket));
		socket.once('error', () => resolve(undefined));
	});
}
