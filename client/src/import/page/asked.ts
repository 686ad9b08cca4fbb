/** What the handlers of controls get. */

import type { TargetPlan } from '../../../../server/src/protocol';
import type { Connection } from '../../page/connection';
import type { Popups } from '../../page/popups';
import type { ImportDecision, ImportRequests, ImportToPage } from '../messages';
import type { PageModel } from './model';
import type { Action } from './parts';
import type { PickLine } from './picker';

/** A message that the extension sends unasked. */
export type ImportEvent = Exclude<ImportToPage, { readonly type: 'answer' | 'failed' }>;

/** What the actions need of the page. */
export interface ActionSurroundings {
	readonly extension: Connection<ImportRequests, ImportEvent>;
	readonly popups: Popups;
	/** Sends a decision. `question` is the key of what it decides, where that was open. */
	decide(change: ImportDecision, label: string, question: string): void;
	/** Draws the page again after something that is no decision. */
	draw(): void;
	/** Gives the keyboard to the next thing to decide. */
	goToNext(): void;
	/** Unfolds a target and gives it the keyboard. */
	goToTarget(target: TargetPlan): void;
}

/** A control that was used. */
export interface Asked {
	readonly data: DOMStringMap;
	readonly model: PageModel;
	readonly page: ActionSurroundings;
	/** Opens a list at the control. */
	pick(title: string, lines: readonly PickLine[]): void;
}

/** A control of a target that was used. */
export interface AskedOfTarget extends Asked {
	readonly target: TargetPlan;
}

/** What is done, by what a control says. */
export type Handlers<Context extends Asked> = { readonly [Key in Action]?: (asked: Context) => void };
