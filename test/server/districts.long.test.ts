import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Status, statusNotification } from '../../server/src/protocol';
import { districts, lineOf } from '../support/districts';
import { Client } from './client';

const severities = ['', 'error', 'warning', 'information', 'hint'];

describe('the server on a small district', () => {
	for (const district of districts) {
		for (const opened of ['both files open', 'one after the other open, the other on the disk'] as const) {
			it(`${district.name}, ${opened}: finds what was worked out by hand`, async () => {
				// A file's status is sent after its last publish.
				const client = await Client.start({ initializationOptions: { status: true } });
				const lines: string[] = [];
				const uriOf = (file: string): string => pathToFileURL(join(district.folder, file)).href;
				const isEach = opened !== 'both files open';
				for (const [file, text] of district.files) {
					client.open(uriOf(file), text);
					await client.until(({ method, params }) =>
						method === statusNotification && (params as Status).uri === uriOf(file) ? true : undefined,
					);
					const diagnostics =
						client.publishes.filter(({ uri }) => uri === uriOf(file)).at(-1)?.diagnostics ?? [];
					for (const { range, severity = 0, code } of diagnostics) {
						lines.push(lineOf(district, file, range.start, severities[severity] as string, String(code)));
					}
					if (isEach) client.close(uriOf(file));
				}
				await client.stop();
				assert.deepEqual(lines.sort(), district.expected);
			});
		}
	}
});
