import {
	boolean,
	either,
	type Form,
	index,
	listOf,
	number,
	record,
	recordOf,
	string,
} from '../../messageForms';
import * as protocol from '../../protocol';
import {
	arrivedGroupForm,
	base64Form,
	exportFormatForm,
	fillRuleForm,
	listChoiceForm,
	listTargetForm,
	mappingForm,
	returnedColumnsForm,
} from './fileForms';
import { atPosition, orMissing, positionForm, rangeForm } from './forms';
import { actionForm, ofCell, ofPaste, rangesForm, rowOrNoneForm, viewForm } from './gridForms';

const file = record({ uri: string, version: number });
const ofUri = record({ uri: string });
const ofId = record({ id: string });
const twoFiles = record({ roster: file, extension: file });
const filesToFill = { roster: orMissing(file), extension: orMissing(file) };
const inView = { uri: string, view: viewForm };
const cell = record({ uri: string, ...ofCell });
const ranges = record({ file, view: viewForm, ranges: rangesForm });

/** The parameters of our requests, by their methods. */
export const ownRequests: Readonly<Record<string, Form>> = {
	[protocol.placeRequest]: record(atPosition),
	[protocol.studentsRequest]: record({ uri: string, query: string }),
	[protocol.recheckRequest]: ofUri,
	[protocol.templateRequest]: record({ text: string }),

	[protocol.addMissingRequest]: twoFiles,
	[protocol.unknownRowsRequest]: twoFiles,
	[protocol.moveRequest]: twoFiles,
	[protocol.splitRequest]: record({ roster: file, extension: orMissing(file) }),
	[protocol.removeRowsRequest]: record({ file, rows: listOf(index) }),
	[protocol.columnCountsRequest]: record({ file }),
	[protocol.columnValuesRequest]: record({ file, at: either(index, positionForm) }),
	[protocol.replaceRequest]: record({
		file,
		column: index,
		value: string,
		by: string,
		row: orMissing(index),
	}),
	[protocol.addColumnRequest]: record({ file, column: string }),
	[protocol.problemListRequest]: record({ file, withValues: boolean }),
	[protocol.fixGroupRequest]: record({ file, group: string, fix: string }),
	[protocol.textPasteRequest]: record({ file, clipboard: string, range: rangeForm }),

	[protocol.fillColumnsRequest]: record(filesToFill),
	[protocol.fillByRuleRequest]: record({ ...filesToFill, rule: fillRuleForm, preview: boolean }),
	[protocol.openListRequest]: record({
		...filesToFill,
		list: index,
		name: string,
		bytes: base64Form,
		sheet: orMissing(string),
	}),
	[protocol.listValuesRequest]: record({ ...filesToFill, list: index, target: listTargetForm }),
	[protocol.fillFromListRequest]: record({
		...filesToFill,
		list: index,
		choice: listChoiceForm,
		preview: boolean,
	}),
	[protocol.closeListRequest]: record({ list: index }),

	[protocol.gridLayoutRequest]: ofUri,
	[protocol.gridRowsRequest]: record({ ...inView, first: index, count: index, columns: listOf(index) }),
	[protocol.gridCellRequest]: cell,
	[protocol.gridRangeRequest]: cell,
	[protocol.gridPlaceRequest]: record(atPosition),
	[protocol.gridFindRequest]: record({ ...inView, record: index }),
	[protocol.gridNextProblemRequest]: record({
		...inView,
		row: rowOrNoneForm,
		column: index,
		backward: boolean,
	}),
	[protocol.gridMarksRequest]: record({ ...inView, parts: index }),
	[protocol.gridCodesRequest]: record({ uri: string, column: index }),
	[protocol.gridPlanPasteRequest]: record({ file, view: viewForm, ...ofPaste }),
	[protocol.gridRowNamesRequest]: ranges,
	[protocol.gridCopyRequest]: ranges,
	[protocol.gridEditRequest]: record({ file, view: viewForm, order: orMissing(index), action: actionForm }),

	[protocol.reportRequest]: record({ uri: string, suppress: orMissing(boolean) }),
	[protocol.folderStateRequest]: ofUri,
	[protocol.firstProblemRequest]: record({ uri: string, rule: string, fileName: string }),
	[protocol.problemGroupsRequest]: ofUri,

	[protocol.compareRequest]: record({ uri: string, before: listOf(string) }),
	[protocol.changesRequest]: record({
		uri: string,
		most: record({ added: index, gone: index, zerosChanged: index, moved: index }),
	}),
	[protocol.changesReviewedRequest]: ofUri,
	[protocol.arrivedRequest]: record({
		id: string,
		uri: string,
		name: string,
		bytes: base64Form,
		sheet: orMissing(string),
		idColumn: orMissing(string),
		columns: orMissing(recordOf(string)),
	}),
	[protocol.arrivedStudentsRequest]: record({
		id: string,
		group: arrivedGroupForm,
		first: index,
		count: index,
	}),
	[protocol.arrivedCloseRequest]: ofId,
	[protocol.returnedOpenRequest]: record({
		uri: string,
		name: string,
		bytes: base64Form,
		sheet: orMissing(string),
		columns: returnedColumnsForm,
	}),
	[protocol.returnedCloseRequest]: record({ uri: string, name: string }),

	[protocol.reencodeRequest]: record({ bytes: base64Form }),
	[protocol.importOpenRequest]: record({
		id: string,
		name: string,
		bytes: base64Form,
		users: orMissing(base64Form),
		roster: orMissing(base64Form),
		decisions: mappingForm,
		format: orMissing(exportFormatForm),
		mappings: listOf(record({ name: string, text: string })),
	}),
	[protocol.importPlanRequest]: record({ id: string, decisions: mappingForm }),
	[protocol.importConvertRequest]: record({
		id: string,
		decisions: mappingForm,
		roster: orMissing(base64Form),
	}),
	[protocol.importCloseRequest]: ofId,
};

/** The parameters of our notifications, by their methods. */
export const ownNotifications: Readonly<Record<string, Form>> = {
	[protocol.documentFactsNotification]: ofUri,
	[protocol.foundFilesNotification]: record({ uris: listOf(string) }),
	[protocol.changesShownNotification]: record({ uri: string, by: string, isShown: boolean }),
};
