/** What the controls of the page do. */

import { shown } from '../../../../server/src/wording';
import type { ActionSurroundings, Asked, Handlers } from './asked';
import { targetLines } from './choices';
import { type FormatAction, formatLines, formatTitles } from './formatChoices';
import type { PageModel } from './model';
import { LISTED_AT_ONCE } from './pageState';
import type { Action } from './parts';
import { openPicker } from './picker';
import { severalActions } from './severalActions';
import { takeColumn, targetActions } from './targetActions';

/** Does what a control asks for. `typed` is what its list is searched for at first. */
export function act(control: HTMLElement, model: PageModel, page: ActionSurroundings, typed = ''): void {
	const data = control.dataset;
	const action = data.do as Action;
	const target = model.view.plan.targets[Number(data.t)];
	const asked: Asked = {
		data,
		model,
		page,
		pick: (title, lines) => openPicker(page.popups, title, lines, control, typed),
	};
	pageActions[action]?.(asked);
	if (!target) return;
	targetActions[action]?.({ ...asked, target });
	severalActions[action]?.({ ...asked, target });
}

type Told = 'import' | 'chooseFolder' | 'saveMappingAs' | 'readAgain' | 'showProblems';

/** Tells the extension; a request that failed has been told by it. */
function tell(method: Told): (asked: Asked) => void {
	return ({ page }) => void page.extension.ask(method, null).catch(() => undefined);
}

function pickFormat(action: FormatAction): (asked: Asked) => void {
	return ({ model, page, pick }) => {
		const decide: Parameters<typeof formatLines>[1] = (change, label) => page.decide(change, label, '');
		pick(formatTitles[action], formatLines(model.view, decide, action));
	};
}

/** Opens the choices of a format where the export cannot be read. */
export function pickFormatOfUnread(control: HTMLElement, page: ActionSurroundings): void {
	const action = control.dataset.do as FormatAction;
	const unread = { plan: { system: null, systems: [] }, format: { header: false } };
	const lines = formatLines(unread, (change, label) => page.decide(change, label, ''), action);
	openPicker(page.popups, formatTitles[action], lines, control);
}

const pageActions: Handlers<Asked> = {
	import: tell('import'),
	chooseFolder: tell('chooseFolder'),
	saveMappingAs: tell('saveMappingAs'),
	readAgain: tell('readAgain'),
	showProblems: tell('showProblems'),
	openFile: ({ data, page }) =>
		void page.extension.ask('openFile', { fileName: data.file ?? '' }).catch(() => undefined),
	startOver: ({ page }) => page.decide({ kind: 'startOver' }, 'Start Over', ''),
	next: ({ page }) => page.goToNext(),
	useFor: ({ data, model, page, pick }) => {
		const name = model.view.columns[Number(data.x)]?.name;
		if (name === undefined) return;
		const take = targetLines(model.view, name, (target) => takeColumn(page, target, name));
		pick(`Use ${shown(name, 60)} for`, take);
	},
	moreColumns: ({ model, page }) => {
		model.page.listedColumns += LISTED_AT_ONCE;
		page.draw();
	},
	listed: ({ data, model, page }) => {
		model.page.listed = data.listed === 'unused' ? 'unused' : 'all';
		page.draw();
	},
	unfed: ({ model, page }) => {
		model.page.hasUnfed = !model.page.hasUnfed;
		page.draw();
	},
	preview: ({ data, model, page }) => {
		model.page.preview = data.file;
		model.page.isPreviewFolded = false;
		page.draw();
	},
	foldPreview: ({ model, page }) => {
		model.page.isPreviewFolded = !model.page.isPreviewFolded;
		page.draw();
	},
	system: pickFormat('system'),
	encoding: pickFormat('encoding'),
	delimiter: pickFormat('delimiter'),
	headerRow: pickFormat('headerRow'),
	sheet: pickFormat('sheet'),
};
