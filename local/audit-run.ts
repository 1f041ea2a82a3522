import { audit, auditInWords } from './audit.ts';

const { said, failed } = auditInWords(audit(new Date().toISOString().slice(0, 10)));
console.log(said);
if (failed) process.exitCode = 1;
