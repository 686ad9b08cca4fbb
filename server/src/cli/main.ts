import { isMainThread } from 'node:worker_threads';

// The bundle starts itself again as the workers of a large file's check. Each side loads only its own modules.
if (isMainThread) void import('./program').then(({ runProgram }) => runProgram());
else void import('../disk/worker').then(({ runWorker }) => runWorker());
