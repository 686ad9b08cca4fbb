import type { Case } from '../../bench';
import { tableEdit } from './edit';
import { tableFilter } from './filter';
import { tableJump } from './jump';
import { tableMemory } from './memory';
import { tableOpening } from './opening';
import { tablePaste } from './paste';

/** The table editor, in VS Code in Chromium with the real server. */
export const tableCases: readonly Case[] = [
	tableOpening,
	tableJump,
	tableEdit,
	tableFilter,
	tablePaste,
	tableMemory,
];
