import type { CancellationToken, Connection } from 'vscode-languageserver';
import { template } from '../../convert/template/template';
import { type TemplateParams, templateRequest } from '../../protocol';
import { beginProgress } from '../workDoneProgress';

/** Answers with a new extension file for a roster. */
export function registerTemplate(connection: Connection): void {
	connection.onRequest(
		templateRequest,
		async ({ text, workDoneToken }: TemplateParams, token: CancellationToken) => {
			const progress = beginProgress(connection, workDoneToken, 'Reading the students');
			const made = await template(text, () => token.isCancellationRequested, progress.report);
			progress.end();
			return made;
		},
	);
}
