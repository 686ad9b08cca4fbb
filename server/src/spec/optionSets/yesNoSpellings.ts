/**
 * What people and exporters write for yes and no. Clever's own columns take Y and N and the extension columns Yes and
 * No, so the most likely mistake is one in place of the other.
 */

/** Values that mean Y. */
export const meansY = ['Yes', 'true', '1', 'T'] as const;
/** Values that mean N. */
export const meansN = ['No', 'false', '0'] as const;
/** Values that mean Yes. */
export const meansYes = ['Y', 'true', '1', 'T'] as const;
/** Values that mean No. */
export const meansNo = ['N', 'false', '0'] as const;
