import { isMainThread } from 'node:worker_threads';
import { runProgram } from './program';
import { work } from './worker';

// One bundle is both sides: a check of a large file starts itself again as a worker.
if (isMainThread) runProgram();
else work();
