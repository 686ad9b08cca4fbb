import type { Case } from '../bench';
import { activation } from './activation';
import { wholeCheck } from './check';
import { commandStart } from './commandStart';
import { comparison } from './compare';
import { wholeFix } from './fix';
import { formatCheck } from './formats';
import { keystrokeWork, largeEdits, splitting } from './inProcess';
import { residentMemory } from './memory';
import { blocking, opening } from './opening';
import { start } from './start';
import { keystrokeOverWire, sizesOverWire } from './wire';

/** Every case, in the order of the table. */
export const cases: readonly Case[] = [
	sizesOverWire,
	keystrokeOverWire,
	keystrokeWork,
	opening,
	splitting,
	largeEdits,
	residentMemory,
	wholeCheck,
	wholeFix,
	formatCheck,
	comparison,
	start,
	commandStart,
	blocking,
	// Last, because the machine stays busy for a while after VS Code exits.
	activation,
];
