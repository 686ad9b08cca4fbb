/** UTF-16 units of an item's `filterText` that editors compare with the typed text. */
export const MAX_FILTER_TEXT = 128;
