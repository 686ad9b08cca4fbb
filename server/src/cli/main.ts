import { isMainThread } from 'node:worker_threads';

// One bundle is both sides: a check of a large file starts itself again as a worker, which loads its own side only.
if (isMainThread) void import('./program').then(({ runProgram }) => runProgram());
else void import('../disk/worker').then(({ work }) => work());
