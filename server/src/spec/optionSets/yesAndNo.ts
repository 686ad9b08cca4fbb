/**
 * How people and exporters say yes and no. Clever's own columns want Y/N and the extension columns Yes/No,
 * so each form is meant in the other's place: the most likely mistake of all.
 */

/** In place of Y. */
export const meansY = ['Yes', 'true', '1', 'T'] as const;
/** In place of N. */
export const meansN = ['No', 'false', '0'] as const;
/** In place of Yes. */
export const meansYes = ['Y', 'true', '1', 'T'] as const;
/** In place of No. */
export const meansNo = ['N', 'false', '0'] as const;
