import type { CancellationToken, Connection } from 'vscode-languageserver';
import { template } from './convert/template';
import { type TemplateParams, templateRequest } from './protocol';

/** Answers with a new extension file for a roster. */
export function registerTemplate(connection: Connection): void {
	connection.onRequest(
		templateRequest,
		async ({ text, workDoneToken }: TemplateParams, token: CancellationToken) => {
			const progress =
				workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
			progress?.begin('Reading the students', 0, undefined, true);
			const made = await template(
				text,
				() => token.isCancellationRequested,
				(done) => progress?.report(Math.round(done * 100)),
			);
			progress?.done();
			return made;
		},
	);
}
