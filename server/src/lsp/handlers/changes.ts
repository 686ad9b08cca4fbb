import type { CancellationToken } from 'vscode-languageserver';
import { CsvDocument } from '../../csv/document';
import {
	type ChangesParams,
	type ChangesShownParams,
	type CompareAnswer,
	type CompareParams,
	changesNotification,
	changesRequest,
	changesReviewedRequest,
	changesShownNotification,
	compareRequest,
	type ListStart,
	type ShownChanges,
} from '../../protocol';
import { studentTables } from '../../spec';
import { feedTables } from '../compare/feedTables';
import { answerSafely } from '../runSafely';
import { schoolNames } from '../schoolNames';
import { beginProgress } from '../workDoneProgress';
import type { HandlerContext } from './context';

const failed: CompareAnswer = { problem: 'The files could not be compared. Try again.' };

/** Answers the requests on what changed since the last upload. */
export function registerChanges(context: HandlerContext): void {
	const { connection, comparisons, siblings } = context;
	connection.onRequest(compareRequest, (params: CompareParams, token: CancellationToken) =>
		answerSafely<CompareAnswer | null>(connection, 'A comparison', token, failed, () =>
			compare(params, token),
		),
	);
	connection.onRequest(changesRequest, (params: ChangesParams, token: CancellationToken) =>
		answerSafely(connection, 'A comparison', token, null, () => shownChanges(params)),
	);
	connection.onRequest(changesReviewedRequest, ({ uri }: { readonly uri: string }) => {
		comparisons.review(uri);
		return null;
	});
	connection.onNotification(changesShownNotification, ({ uri, by, isShown }: ChangesShownParams) =>
		comparisons.setShown(uri, by, isShown),
	);
	feedTables(context);
	if (context.wantsStatus) {
		comparisons.onDidChange((uri) => void connection.sendNotification(changesNotification, { uri }));
	}

	async function compare(
		{ uri, before, workDoneToken }: CompareParams,
		token: CancellationToken,
	): Promise<CompareAnswer | null> {
		const { report, end } = beginProgress(connection, workDoneToken, token, 'Comparing');
		try {
			const result = await comparisons.compare(uri, before, token, report);
			if (!result || 'problem' in result) return result ?? null;
			return { alarms: result.changes.alarms.length };
		} finally {
			end();
		}
	}

	async function shownChanges({ uri, most }: ChangesParams): Promise<ShownChanges | null> {
		const comparison = comparisons.of(uri);
		if (!comparison) return null;
		const { changes, before, isStale, obstacle } = comparison;
		const names = await schoolNames(context, comparison.uri);
		const { students } = changes;
		return {
			...changes,
			students: {
				before: students.before,
				after: students.after,
				inBoth: students.inBoth,
				added: startOf(students.added, most.added),
				gone: startOf(students.gone, most.gone),
				zerosChanged: startOf(students.zerosChanged, most.zerosChanged),
				moved: { ...startOf(students.moved, most.moved), count: students.movedCount },
			},
			comparedWith: before,
			idColumn: await idColumn(uri),
			schoolNames: Object.fromEntries(
				changes.schools.flatMap(({ id }) => {
					const name = names.byId.get(id);
					return name === undefined ? [] : [[id, name]];
				}),
			),
			isStale,
			problem: obstacle,
			toReview: comparisons.toReview(uri).length,
		};
	}

	/** Where the students of the new side have their IDs: in the first of the files that is there. */
	async function idColumn(uri: string): Promise<ShownChanges['idColumn']> {
		for (const table of studentTables) {
			const file = await siblings.fileOf(uri, table);
			if (file instanceof CsvDocument) return { fileName: table.fileName, column: table.primaryKey };
		}
		return undefined;
	}
}

function startOf<T>(all: readonly T[], most: number): ListStart<T> {
	return { count: all.length, first: all.slice(0, most) };
}
