import type { Case } from '../bench';
import { activation } from './activation';
import { wholeCheck } from './check';
import { largeEdits, ownWork, splitting } from './inProcess';
import { residentMemory } from './memory';
import { blocking, opening } from './opening';
import { start } from './start';
import { keystrokeOverWire, sizesOverWire } from './wire';

/** In the order of the table. */
export const cases: readonly Case[] = [
	sizesOverWire,
	keystrokeOverWire,
	ownWork,
	opening,
	splitting,
	largeEdits,
	residentMemory,
	wholeCheck,
	start,
	blocking,
	// Last: a VS Code that ends leaves the machine busy for a while.
	activation,
];
