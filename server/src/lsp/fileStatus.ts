import type { Checker } from '../check/live/checker';
import { statusOf } from '../features';
import type { Status } from '../protocol';
import type { HandlerContext } from './handlers/context';

/** The status of a file, open or not, that is checked to its end, with what the rest of its folder adds to it. */
export async function fileStatus(
	{ siblings }: Pick<HandlerContext, 'siblings'>,
	checker: Checker,
): Promise<Status> {
	return { ...statusOf(checker), beside: await siblings.problemOfReferenced(checker.document) };
}
