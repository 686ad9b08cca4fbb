import { registerArrived } from './arrived';
import { registerBulk } from './bulk';
import { registerChanges } from './changes';
import { registerCodeActions } from './codeActions';
import { registerCompletion } from './completion';
import type { HandlerContext } from './context';
import { registerDisplay } from './display';
import { registerFill } from './fill';
import { registerGrid } from './grid';
import { registerGridEdits } from './gridEdits';
import { registerHover } from './hover';
import { registerImport } from './import';
import { registerNavigation } from './navigation';
import { registerOutline } from './outline';
import { registerProblemGroups } from './problemGroups';
import { registerRename } from './rename';
import { registerReport } from './report';
import { registerReturned } from './returned';
import { registerServerCommands } from './serverCommands';
import { registerTextEditing } from './textEditing';

/** Registers a handler for every request that is answered from the state of the files. */
export function registerHandlers(context: HandlerContext): void {
	registerHover(context);
	registerCompletion(context);
	registerCodeActions(context);
	registerServerCommands(context);
	registerNavigation(context);
	registerRename(context);
	registerDisplay(context);
	registerOutline(context);
	registerArrived(context);
	registerBulk(context);
	registerFill(context);
	registerGridEdits(context);
	registerImport(context);
	registerReport(context);
	registerChanges(context);
	registerReturned(context);
	registerProblemGroups(context);
	registerGrid(context);
	registerTextEditing(context);
}
