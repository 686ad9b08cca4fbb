/**
 * Headers in exports, by the column of ours that they may hold: those that many exports have, and those that one system
 * alone writes, which mean the same wherever they are. The import proposes columns by them, and the check offers to
 * rename a column.
 */

import { type GenericHeaders, genericHeaders } from './genericHeaders';
import { headerKey } from './headerKey';
import { exportSystems } from './systems';
import type { ExportSystem } from './systems/types';

export { headerKey };

/** The headers that may hold one column: those of all exports and those of single systems. */
export type ExportHeaders = GenericHeaders;

/** A header of one system, and whether it is settled in any export. */
interface OfSystem {
	readonly column: string;
	readonly name: string;
	readonly isUsual: boolean;
}

/** The headers for each column that an import may look for. */
export const exportHeaders: readonly ExportHeaders[] = withSystems();

function withSystems(): readonly ExportHeaders[] {
	const known = new Set(
		genericHeaders.flatMap(({ column, names, perhaps = [] }) =>
			[column, ...names, ...perhaps].map(headerKey),
		),
	);
	const ofSystems = exportSystems.flatMap(ownHeaders).filter(({ name }) => !known.has(headerKey(name)));
	const isShared = ({ column, name }: OfSystem): boolean =>
		ofSystems.some((other) => other.column !== column && headerKey(other.name) === headerKey(name));
	return genericHeaders.map(({ column, names, perhaps = [] }) => {
		const own = ofSystems.filter((one) => one.column === column);
		const isSettled = (one: OfSystem): boolean => one.isUsual && !isShared(one);
		return {
			column,
			names: [...names, ...own.filter(isSettled).map(({ name }) => name)],
			perhaps: [...perhaps, ...own.filter((one) => !isSettled(one)).map(({ name }) => name)],
		};
	});
}

/** The headers of a system. Elsewhere, only those are settled that no other system has: its marks. */
function ownHeaders({ headers, marks }: ExportSystem): readonly OfSystem[] {
	const keys = new Set(marks?.any.map(headerKey));
	return headers.flatMap(({ element, names, isCertain }) =>
		names.map((name) => ({ column: element, name, isUsual: isCertain && keys.has(headerKey(name)) })),
	);
}
