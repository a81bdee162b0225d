// node lint.mjs DOCUMENT: prints what the rules of redocly.yaml object to, and ends with 1 if there is anything, warnings included.
import { formatProblems, getTotals, lint, loadConfig } from '@redocly/openapi-core';

const config = await loadConfig({ configPath: 'redocly.yaml' });
const problems = await lint({ ref: process.argv[2], config });
formatProblems(problems, { totals: getTotals(problems), version: '', format: 'stylish' });
process.exitCode = problems.length === 0 ? 0 : 1;
