import type { Connection } from '../../page/connection';
import type { GridToPage, PageRequests } from '../messages';

/** A message that the extension sends unasked. */
export type ExtensionEvent = Exclude<GridToPage, { readonly type: 'answer' | 'failed' }>;

/** What the page asks of the extension. */
export type Extension = Connection<PageRequests, ExtensionEvent>;
