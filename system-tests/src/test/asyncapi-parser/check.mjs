// Tells what AsyncAPI's parser finds in a document, a line each: node check.mjs document.json

import { readFileSync } from 'node:fs';
import parserModule from '@asyncapi/parser';

const SEVERITIES = ['error', 'warning', 'information', 'hint'];
const WARNING = 1;

const { diagnostics } = await new parserModule.Parser().parse(readFileSync(process.argv[2], 'utf8'));
for (const { severity, code, path, message } of diagnostics) {
  if (severity <= WARNING) {
    console.log(`${SEVERITIES[severity]} ${code} at ${path.join('/')}: ${message}`);
  }
}
