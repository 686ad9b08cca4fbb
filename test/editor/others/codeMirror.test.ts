import { startCodeMirror } from './codeMirror';
import { tellStory } from './story';

describe('the server in CodeMirror', () => {
	tellStory(startCodeMirror);
});
