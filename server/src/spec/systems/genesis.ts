import { genesisExport } from '../sources';
import type { ExportSystem } from './types';

/** Genesis, whose export for Clever has Clever's own columns. */
// biome-ignore format: one column, one line
export const genesis: ExportSystem = {
	name: 'Genesis',
	headers: [],
	note: 'Its export leaves Ell_status empty for every student.',
	source: genesisExport,
};
