import type { Command } from './command';

/** Saves the mapping of the import in the active editor where the person wants it. */
export const saveMapping: Command = async ({ imports }) => {
	const { active } = imports;
	if (!active) throw new Error('Open an import first.');
	await imports.saveMappingAs(active);
};
