import { registerBulk } from './bulk';
import { registerCodeActions } from './codeActions';
import { registerCompletion } from './completion';
import type { HandlerContext } from './context';
import { registerDisplay } from './display';
import { registerGrid } from './grid';
import { registerGridEdits } from './gridEdits';
import { registerHover } from './hover';
import { registerImport } from './import';
import { registerNavigation } from './navigation';
import { registerOutline } from './outline';
import { registerProblemGroups } from './problemGroups';
import { registerRename } from './rename';
import { registerReport } from './report';
import { registerTextEditing } from './textEditing';

/** Registers a handler for every request that is answered from the state of the files. */
export function registerHandlers(context: HandlerContext): void {
	registerHover(context);
	registerCompletion(context);
	registerCodeActions(context);
	registerNavigation(context);
	registerRename(context);
	registerDisplay(context);
	registerOutline(context);
	registerBulk(context);
	registerGridEdits(context);
	registerImport(context);
	registerReport(context);
	registerProblemGroups(context);
	registerGrid(context);
	registerTextEditing(context);
}
