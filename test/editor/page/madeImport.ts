/** Imports as the extension would show them, and an extension that takes decisions on them. */

import type {
	ImportDecision,
	ImportFromPage,
	ImportPlaces,
	ImportResult,
	ImportState,
} from '../../../client/src/import/messages';
import type {
	ExportColumnView,
	ImportPlan,
	ImportView,
	OpenItem,
	TargetPlan,
	ValuePlan,
} from '../../../server/src/protocol';
import { columns, preview, targets } from './madeTargets';

export const places: ImportPlaces = {
	fileName: 'SIS export 2026-11.csv',
	folder: 'Riverside/upload',
	mappingPlace: 'upload/clever-import.json',
	notes: [],
};

/** The view of a plan with these targets. */
export function viewOf(
	planned: readonly TargetPlan[],
	exported: readonly ExportColumnView[],
	more: Partial<Omit<ImportView, 'plan'>> & { readonly plan?: Partial<ImportPlan> } = {},
): ImportView {
	const { plan, ...others } = more;
	return {
		columns: exported,
		rows: 2400,
		format: {
			kind: 'text',
			encoding: 'utf-8',
			delimiter: ',',
			header: true,
			headerRow: 1,
			repeated: [],
			warnings: [],
			lineBreak: '\r\n',
		},
		preview,
		...others,
		plan: {
			system: 'Infinite Campus',
			systems: ['Aeries', 'Infinite Campus', 'OneRoster', 'PowerSchool', 'Skyward'],
			isSystemPicked: false,
			targets: planned,
			mapping: {},
			open: openOf(planned),
			...plan,
		},
	};
}

function openOf(planned: readonly TargetPlan[]): readonly OpenItem[] {
	return planned.flatMap(({ element, isOpen, values }) => [
		...(isOpen ? [{ element, value: null, rows: 2400 }] : []),
		...values
			.filter(({ code }) => code === undefined)
			.map(({ value: text, rows }) => ({ element, value: text, rows })),
	]);
}

/** An export of Infinite Campus whose ID and several codes are not settled. */
export const unsettled: ImportView = viewOf(targets, columns);

/** What a decision makes of a view, in as far as the page needs it. */
function decided(view: ImportView, change: ImportDecision): ImportView {
	const change1 = (each: TargetPlan): TargetPlan => {
		if (!('element' in change) || each.element !== change.element) return each;
		switch (change.kind) {
			case 'column': {
				const { from } = change;
				const names = from === null || from === undefined ? [] : typeof from === 'string' ? [from] : from;
				return {
					...each,
					from: names,
					how: 'mapping',
					isOpen: false,
					values: names.length > 0 ? each.values : [],
					reason: undefined,
				};
			}
			case 'code':
				return {
					...each,
					values: openFirst(
						each.values.map((one) =>
							one.value === change.value ? { ...one, code: change.code, how: 'mapping' } : one,
						),
					),
				};
			case 'codes':
				return {
					...each,
					values: openFirst(
						each.values.map((one) =>
							one.value in change.codes ? { ...one, code: change.codes[one.value], how: 'mapping' } : one,
						),
					),
				};
			case 'blank':
				return { ...each, blank: each.blank && { ...each.blank, code: change.code } };
			case 'codeTable': {
				const codes = ['W', 'B', 'A', 'I', 'P', 'M'];
				return {
					...each,
					codeTable: change.table ?? undefined,
					values: openFirst(
						each.values.map((one) => ({
							...one,
							code: one.value === '1' ? undefined : codes[Number(one.value) - 2],
							how: 'table',
						})),
					),
				};
			}
			default:
				return each;
		}
	};
	return viewOf(view.plan.targets.map(change1), view.columns, { rows: view.rows, preview: view.preview });
}

function openFirst(values: readonly ValuePlan[]): readonly ValuePlan[] {
	return values.toSorted(
		(a, b) => Number(a.code !== undefined) - Number(b.code !== undefined) || b.rows - a.rows,
	);
}

/** The state of a view. */
export function stateOf(view: ImportView, result?: ImportResult): ImportState & { readonly kind: 'view' } {
	return { kind: 'view', view, isStale: false, importing: undefined, result };
}

/** The same view with the ID and everything else decided. */
export const settled: ImportView = viewOf(
	targets.map((each) => ({
		...each,
		isOpen: false,
		from: each.isOpen ? each.candidates.slice(0, 1).map(({ name }) => name) : each.from,
		how: each.isOpen ? 'mapping' : each.how,
		values: each.values.map((one) =>
			one.code === undefined
				? { ...one, code: one.candidates[0] ?? each.options[0]?.code, how: 'mapping' as const }
				: one,
		),
		blank: each.blank && { ...each.blank, code: '' },
	})),
	columns,
);

/** What an import says that left something. */
export const result: ImportResult = {
	files: [
		{ fileName: 'students.csv', place: 'Riverside/upload', rows: 2398 },
		{ fileName: 'students_ext.csv', place: 'Riverside/upload', rows: 2398 },
	],
	readiness: {
		state: 'review',
		summary: 'No errors, 2 things to review.',
		reasons: [
			{ id: 'category-empty', message: 'ext.title_i is empty in all rows.' },
			{ id: 'category-missing', message: 'Ell_status has no column.' },
		] as unknown as NonNullable<ImportResult['readiness']>['reasons'],
	},
	problems: {
		count: 3,
		first: [
			{ row: 17, message: 'There is text after a closing quote.' },
			{ row: 204, message: '19 values, but 18 columns.' },
			{ row: 1811, message: 'This row and row 12 are of one student and differ in DOB. The first was used.' },
		],
	},
	open: [],
	notTaken: ['homeroomTeacher', 'busRoute', 'lockerNumber'],
	leftOut: [{ what: 'no student', rows: 2 }],
	missing: 60,
	mappingPlace: 'upload/clever-import.json',
};

/** An extension that takes decisions and undoes them. */
export class MadeExtension {
	readonly asked: ImportFromPage[] = [];
	private readonly before: ImportView[] = [];

	constructor(public view: ImportView) {}

	/** Takes a decision; returns the state that follows. */
	decide(change: ImportDecision): ImportState {
		this.before.push(this.view);
		this.view = decided(this.view, change);
		return stateOf(this.view);
	}

	/** Undoes the last decision, as VS Code asks for. */
	undo(): ImportState {
		this.view = this.before.pop() ?? this.view;
		return stateOf(this.view);
	}
}
