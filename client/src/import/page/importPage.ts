import type { ImportPlan, TargetPlan } from '../../../../server/src/protocol';
import type { Connection } from '../../page/connection';
import { element } from '../../page/dom';
import { patch } from '../../page/patch';
import { createPopups, isOfText } from '../../page/popups';
import type { ImportDecision, ImportPlaces, ImportRequests, ImportState } from '../messages';
import { act, pickFormatOfUnread } from './actions';
import type { ActionSurroundings, ImportEvent } from './asked';
import { exportList } from './exportList';
import { moveInList, setStops, takeStop, typedLetter } from './keyboard';
import type { PageModel } from './model';
import { createPageState, createStableOrder, LISTED_AT_ONCE } from './pageState';
import { previewPart } from './preview';
import { controlOf, nextQuestion, type Question, questionsOf } from './questions';
import { statePart } from './statePart';
import { targetsPart } from './targetsPart';
import { topBar } from './topBar';

type ViewState = Extract<ImportState, { readonly kind: 'view' }>;

/** The page: it draws each state that comes, and keeps scroll position, keyboard and what is unfolded. */
export class ImportPage {
	private readonly top = element('header', { class: 'top' });
	private readonly targets = element('section', {
		class: 'targets',
		'aria-label': 'Columns of the new files',
	});
	private readonly list = element('div', { class: 'export-list' });
	private readonly search = element('input', {
		type: 'search',
		class: 'box search',
		'aria-label': 'Search the columns of the export',
		placeholder: 'Search columns',
		spellcheck: 'false',
	});
	private readonly preview = element('section', { class: 'preview', 'aria-label': 'Preview' });
	private readonly message = element('div', { class: 'message' });
	private readonly popups = element('div', { class: 'popups' });
	private readonly main: HTMLElement;
	private readonly surroundings: ActionSurroundings;
	private readonly page = createPageState();
	private readonly order = createStableOrder();
	private state: ImportState = { kind: 'reading', progress: 0 };
	private places: ImportPlaces = { fileName: '', folder: '', mappingPlace: '', notes: [] };
	private shown: ViewState | undefined;
	/** A state that came while a list was open. */
	private waiting: ViewState | undefined;
	private questions: readonly Question[] = [];
	/** What was decided here and has not come back yet: the key of the question, and the questions at that time. */
	private pending:
		| { readonly question: string; readonly before: readonly Question[]; isLeft: boolean }
		| undefined;

	constructor(private readonly extension: Connection<ImportRequests, ImportEvent>) {
		const exported = element(
			'aside',
			{ class: 'exported', 'aria-label': 'Columns of the export' },
			element('h2', {}, 'Columns of the export'),
			this.search,
			this.list,
		);
		// The keyboard comes to what is to be decided first, which is at the right.
		this.main = element('main', {}, this.targets, exported, this.preview);
		document.body.append(this.top, this.message, this.main, this.popups);
		new MutationObserver(() => {
			if (this.waiting && !this.popups.firstChild) this.show(this.waiting);
		}).observe(this.popups, { childList: true });
		this.surroundings = {
			extension,
			popups: createPopups(this.popups, () => this.goToNext()),
			decide: (change, label, question) => this.decide(change, label, question),
			draw: () => this.draw(),
			goToNext: () => this.goToNext(),
			goToTarget: (target) => this.goToTarget(target),
		};
		this.listen();
	}

	/** Shows a state in place of the one before. A list that is open stays, and the state waits for it. */
	show(state: ImportState): void {
		this.waiting = undefined;
		if (this.popups.firstChild && state.kind === 'view' && this.shown) {
			this.waiting = state;
			return;
		}
		const before = this.questions;
		const old = this.shown;
		this.state = state;
		this.draw();
		if (state.kind !== 'view') return;
		this.questions = questionsOf(state.view.plan, this.order);
		if (old?.result === undefined && state.result && old) this.focusOn('result-title');
		else if (!old) this.focusOn(this.questions[0] && this.controlOf(this.questions[0]));
		else if (old.view !== state.view) this.goOn(before);
		this.shown = state;
	}

	/** Shows where things are. */
	showPlaces(places: ImportPlaces): void {
		this.places = places;
		this.draw();
	}

	/** Gives the keyboard to what comes after a decision, or to what an undo has opened again. */
	private goOn(before: readonly Question[]): void {
		const { pending, questions } = this;
		// A person who has gone on to something else is not called away from it.
		if (!document.hasFocus() || document.activeElement?.closest('.popups')) return;
		if (!pending) {
			const known = new Set(before.map(({ key }) => key));
			const opened = questions.find(({ key }) => !known.has(key));
			if (opened) this.goTo(opened);
			return;
		}
		// The state may be that of a decision before this one.
		if (questions.some(({ key }) => key === pending.question)) return;
		this.pending = undefined;
		if (pending.isLeft || !pending.before.some(({ key }) => key === pending.question)) return;
		const next = nextQuestion(pending.before, pending.question, questions);
		if (next) this.goTo(next);
		else this.focusOn('import');
	}

	private controlOf(question: Question): string {
		const { targets } = this.planNow;
		return controlOf(question, targets[question.target]);
	}

	private get planNow(): ImportPlan {
		const { state } = this;
		if (state.kind !== 'view') throw new Error('Nothing is shown.');
		return state.view.plan;
	}

	/** Gives the keyboard to a control, unfolds what hides it, and brings it into view. */
	private focusOn(id: string | undefined): void {
		if (id === undefined) return;
		const control = document.getElementById(id);
		control?.focus({ preventScroll: true });
		control?.closest('.target, .id-card, .result, .value-line')?.scrollIntoView({ block: 'nearest' });
		control?.scrollIntoView({ block: 'nearest' });
	}

	private goToNext(): void {
		this.goToQuestion(1);
	}

	/** Goes to the next question after the one that has the keyboard, or to the one before it. */
	private goToQuestion(step: 1 | -1): void {
		const { questions } = this;
		if (this.state.kind !== 'view') return;
		if (questions.length === 0) this.focusOn('import');
		const active = document.activeElement;
		const card = active?.closest('.target, .id-card');
		const line = active?.closest('[data-line]')?.id;
		const at = questions.findIndex((question) => {
			const control = this.controlOf(question);
			return line ? control.startsWith(`${line}-`) : `t-${question.target}` === card?.id;
		});
		const to = at < 0 ? 0 : (at + step + questions.length) % questions.length;
		const question = questions[to];
		if (question) this.goTo(question);
	}

	private goTo(question: Question): void {
		this.unfold(question);
		this.focusOn(this.controlOf(question));
	}

	/** Shows the line of a question, which may be folded or further down than what is listed. */
	private unfold({ target: at, value }: Question): void {
		const target = this.planNow.targets[at];
		if (!target) return;
		this.page.unfolded.delete(target.element);
		const place = this.order(target).findIndex((each) => each.value === value);
		const listed = this.page.listedValues.get(target.element) ?? LISTED_AT_ONCE;
		if (place >= listed) this.page.listedValues.set(target.element, place + LISTED_AT_ONCE);
		this.draw();
	}

	private goToTarget({ element: name }: TargetPlan): void {
		const at = this.planNow.targets.findIndex((target) => target.element === name);
		this.page.unfolded.set(name, true);
		this.draw();
		document.getElementById(`t-${at}`)?.scrollIntoView({ block: 'nearest' });
		this.focusOn(`t-${at}-column`);
	}

	private decide(change: ImportDecision, label: string, question: string): void {
		this.pending = { question, before: this.questions, isLeft: false };
		// A request that failed has been told by the extension.
		this.extension.ask('decide', { change, label }).catch(() => {
			this.pending = undefined;
		});
	}

	private modelOf({ view, isStale, importing, result }: ViewState): PageModel {
		const { places, page, order } = this;
		return { view, places, isStale, importing, result, page, order };
	}

	private draw(): void {
		const { state } = this;
		const active = document.activeElement;
		const id = active?.id;
		const isView = state.kind === 'view';
		this.main.hidden = !isView;
		this.message.hidden = isView;
		if (isView) {
			const model = this.modelOf(state);
			patch(this.top, topBar(model));
			patch(this.targets, targetsPart(model));
			patch(this.list, exportList(model));
			patch(this.preview, previewPart(model));
			this.preview.classList.toggle('folded', this.page.isPreviewFolded);
			patch(this.message, []);
		} else {
			patch(this.top, []);
			patch(this.message, statePart(state, this.places));
		}
		setStops(this.main);
		// What is put elsewhere on the page loses the keyboard.
		if (id && document.activeElement !== active) document.getElementById(id)?.focus({ preventScroll: true });
	}

	private listen(): void {
		for (const type of ['pointerdown', 'keydown']) {
			const leave = (): void => {
				if (this.pending) this.pending.isLeft = true;
			};
			window.addEventListener(type, leave, { capture: true });
		}
		const run = (control: HTMLElement, typed?: string): void => {
			const { state } = this;
			if (state.kind === 'view') act(control, this.modelOf(state), this.surroundings, typed);
			else if (control.dataset.do === 'takeSheet' && state.kind === 'asking sheet') {
				const sheet = state.sheets[Number(control.dataset.sheet)];
				this.decide({ kind: 'format', format: { sheet } }, `Sheet ${sheet}`, '');
			} else if (state.kind === 'problem' && control.dataset.do !== 'readAgain') {
				pickFormatOfUnread(control, this.surroundings);
			} else if (control.dataset.do === 'readAgain') {
				this.extension.ask('readAgain', null).catch(() => undefined);
			}
		};
		document.body.addEventListener('click', ({ target }) => {
			const control = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
			if (control && !control.closest('.popups')) run(control);
		});
		document.body.addEventListener('focusin', ({ target }) => {
			if (target instanceof HTMLElement) takeStop(target);
		});
		this.search.addEventListener('input', () => {
			this.page.search = this.search.value;
			this.page.listedColumns = LISTED_AT_ONCE;
			this.draw();
		});
		this.search.addEventListener('keydown', (event) => {
			if (isOfText(event)) event.stopPropagation();
		});
		document.body.addEventListener('keydown', (event) => {
			if (event.key === 'F8') this.goToQuestion(event.shiftKey ? -1 : 1);
			else if (!moveInList(event)) {
				const letter = typedLetter(event);
				const { target } = event;
				if (letter === undefined || !(target instanceof HTMLElement)) return;
				const control = pickerFor(target);
				if (!control) return;
				run(control, letter);
			}
			event.preventDefault();
			event.stopPropagation();
		});
	}
}

/** The control whose list a typed letter searches: the one that has the keyboard, or that of its line. */
function pickerFor(target: HTMLElement): HTMLElement | undefined {
	if (target.closest('.popups')) return undefined;
	if (target.matches('[aria-haspopup]')) return target;
	const line = target.closest('[data-line]');
	return line?.querySelector<HTMLElement>('[aria-haspopup]') ?? undefined;
}
