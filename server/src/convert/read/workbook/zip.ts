/**
 * The parts of a workbook, which is a zip archive. Its table of contents is read here, since fflate unpacks either all
 * at once or by the headers in between, in which the programs that stream a workbook leave out the sizes.
 *
 * Source: APPNOTE.TXT of PKWARE, version 6.3.10, sections 4.3 and 4.5.3.
 */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { Inflate } from 'fflate';
import { detectUtf16 } from '../../../csv/utf16';
import { type Pace, UnreadableExport } from '../rawExport';

/** A part of an archive. */
export interface ZipPart {
	/** Offset of its own header, in bytes. */
	readonly offset: number;
	/** Its size in the archive, in bytes. */
	readonly packed: number;
	/** Its size unpacked, in bytes, as the archive has it. */
	readonly unpacked: number;
	readonly method: number;
}

/** The most bytes that the parts of a workbook may have, unpacked: a small archive can unpack to any size. */
const MAX_UNPACKED = 1024 ** 3;

/** Bytes that are unpacked at once. They become at most a thousand times as many. */
const SLICE = 0x2000;

/** UTF-16 units of a text that are given at once: a row of a few units can have the width of a sheet. */
const TEXT_SLICE = 0x4000;

const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const PART = 0x04034b50;
const PART_LENGTH = 30;
const MAX_COMMENT = 0xffff;
/** A size or an offset that is in the field of 64 bits instead. */
const IN_64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;

/** Lists the parts of an archive by their names in lower case. Throws where it is damaged. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts = new Map<string, ZipPart>();
	const names = new TextDecoder();
	let { at, count } = contents(view);
	for (; count > 0; count--) {
		if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry');
		if (view.getUint16(at + 8, true) & IS_ENCRYPTED) throw new UnreadableExport(protectedWorkbook);
		const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
		const extraEnd = nameEnd + view.getUint16(at + 30, true);
		const name = names
			.decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd))
			.replaceAll('\\', '/')
			.toLowerCase();
		const large = largeFields(view, nameEnd, extraEnd);
		const field = (offset: number): number => {
			const value = view.getUint32(at + offset, true);
			return value === IN_64 ? large() : value;
		};
		// The fields of 64 bits follow in this order, each only where it is needed.
		const unpacked = field(24);
		const packed = field(20);
		parts.set(name, { unpacked, packed, offset: field(42), method: view.getUint16(at + 10, true) });
		at = extraEnd + view.getUint16(at + 32, true);
	}
	return parts;
}

/** What to say of a workbook that only its password opens. */
export const protectedWorkbook =
	'The workbook is protected with a password. Save it without one, or as "CSV UTF-8", and import that.';

/** Where the table of contents starts, and how many entries it has. */
function contents(view: DataView): { at: number; count: number } {
	const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
	for (let end = view.byteLength - END_LENGTH; end >= first; end--) {
		if (view.getUint32(end, true) !== END) continue;
		const locator = end - LOCATOR_64_LENGTH;
		if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64)
			return { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) };
		const end64 = uint64(view, locator + 8);
		if (view.getUint32(end64, true) !== END_64) throw new RangeError('no end');
		return { at: uint64(view, end64 + 48), count: uint64(view, end64 + 32) };
	}
	throw new RangeError('no end');
}

/** Reads the fields of 64 bits of an entry, one after the other. */
function largeFields(view: DataView, start: number, end: number): () => number {
	for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
		if (view.getUint16(at, true) !== 1) continue;
		let next = at + 4;
		return () => {
			next += 8;
			return uint64(view, next - 8);
		};
	}
	return () => IN_64;
}

function uint64(view: DataView, at: number): number {
	return Number(view.getBigUint64(at, true));
}

/** Unpacks the parts of one workbook as texts, within a limit that all of them share. */
export class Unpacker {
	#left: number;

	constructor(
		private readonly bytes: Uint8Array,
		private readonly pace: Pace,
		limit = MAX_UNPACKED,
	) {
		this.#left = limit;
	}

	/** The text of a part, in slices. From `from` to `to` of all work is done meanwhile, of 1. */
	async *text(
		{ offset, packed, unpacked: declared, method }: ZipPart,
		{ from, to } = { from: 0, to: 0 },
	): AsyncGenerator<string> {
		if (declared > this.#left) throw new UnreadableExport(tooLarge);
		const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
		if (view.getUint32(offset, true) !== PART) throw new RangeError('no part');
		const start =
			offset + PART_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
		const end = start + packed;
		if (end > this.bytes.length || (method !== STORED && method !== DEFLATED)) throw new RangeError('part');
		let unpacked: Uint8Array = new Uint8Array();
		let isComplete = method === STORED;
		const inflate = new Inflate((chunk, isLast) => {
			unpacked = chunk;
			isComplete = isLast;
		});
		let decoder: InstanceType<typeof TextDecoder> | undefined;
		for (let at = start; at < end; at += SLICE) {
			const isLast = at + SLICE >= end;
			const slice = this.bytes.subarray(at, Math.min(at + SLICE, end));
			if (method === STORED) unpacked = slice;
			else inflate.push(slice, isLast);
			this.#left -= unpacked.length;
			if (this.#left < 0) throw new UnreadableExport(tooLarge);
			decoder ??= new TextDecoder(detectUtf16(unpacked.subarray(0, 200)) ?? 'utf-8');
			const text = decoder.decode(unpacked, { stream: !isLast });
			// A few bytes can unpack to megabytes, so turns go by the text.
			for (let read = 0; read < text.length; read += TEXT_SLICE) {
				yield text.slice(read, read + TEXT_SLICE);
				await this.pace.step(from + ((to - from) * (at - start)) / packed);
			}
			await this.pace.step(isLast ? to : from + ((to - from) * (at - start)) / packed);
		}
		if (!isComplete) throw new RangeError('cut off');
	}
}

const tooLarge =
	'The workbook unpacks to more than 1 GB. Save the sheet with the students as "CSV UTF-8" and import that.';
