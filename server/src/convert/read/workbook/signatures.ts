/** What the first bytes of a file say about it. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import type { Pace } from '../rawExport';
import { protectedWorkbook } from './zip';

/** Whether bytes are a zip archive, as a workbook of Excel is. */
export function isZip([first, second, third]: Uint8Array): boolean {
	return first === 0x50 && second === 0x4b && third !== undefined && third < 0x09;
}

/** Whether bytes are a compound file: a workbook of Excel before 2007, or one that a password protects. */
export function isOldWorkbook([first, second, third]: Uint8Array): boolean {
	return first === 0xd0 && second === 0xcf && third === 0x11;
}

/** The name of the stream that holds a protected workbook (MS-OFFCRYPTO, 1.3.3). */
const PROTECTED = 'EncryptedPackage';

/** Bytes that are searched at once. Names in a compound file start at even offsets. */
const SLICE = 0x100000;

/** What is wrong with a compound file. */
export async function oldWorkbookProblem(bytes: Uint8Array, pace: Pace): Promise<string> {
	const decoder = new TextDecoder('utf-16le');
	let end = '';
	for (let at = 0; at < bytes.length; at += SLICE) {
		const text = end + decoder.decode(bytes.subarray(at, at + SLICE));
		if (text.includes(PROTECTED)) return protectedWorkbook;
		end = text.slice(-PROTECTED.length);
		await pace.step(at / bytes.length);
	}
	return 'This is an old workbook (.xls). Save it as .xlsx or "CSV UTF-8" in Excel and import that.';
}
