import { corpusTable } from './corpusTable';

void corpusTable().then((lines) => console.log(lines.join('\n')));
