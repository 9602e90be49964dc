import { measureReferences, measureTypes } from './blocks.ts';
import { measureChecking, measureMemory, measurePackage } from './checking.ts';
import { measureCursor } from './cursor.ts';
import { measureHostileDocuments, measureHostileTexts } from './hostile.ts';
import { measureInstalled } from './installed.ts';
import { measureInstructions } from './instructions.ts';
import { measureLeak } from './leak.ts';
import type { Measurement } from './measurement.ts';
import { measureReading } from './reading.ts';
import { measureRequests } from './requests.ts';
import { measureSimulation } from './simulating.ts';
import { measureStart } from './starting.ts';
import { measureTyping } from './typing.ts';
import { measureHuge, measureWorkspace } from './workspace.ts';

/** All measurements, in the order in which they run. */
export const MEASUREMENTS: readonly Measurement[] = [
  { name: 'start', about: 'start of the server and its memory', measure: measureStart },
  { name: 'workspace', about: 'check and server where little concerns ECR', measure: measureWorkspace },
  { name: 'typing', about: 'edit to diagnostics, 2,000 strokes each', measure: measureTyping },
  { name: 'cursor', about: 'completion and hover while typing', measure: measureCursor },
  { name: 'requests', about: 'completion and hover all over a file', measure: measureRequests },
  { name: 'reading', about: 'reading text, against other parsers', measure: measureReading },
  { name: 'simulate', about: 'the simulator', measure: measureSimulation },
  { name: 'installed', about: 'a folder with thirty installed modules', measure: measureInstalled },
  { name: 'references', about: 'typing in a module of 2,100 references', measure: measureReferences },
  { name: 'leak', about: 'memory after 10,000 edits', measure: measureLeak },
  { name: 'hostile', about: 'texts that hurt readers', measure: measureHostileTexts },
  { name: 'documents', about: 'small documents that are costly to examine', measure: measureHostileDocuments },
  { name: 'types', about: 'check of every type of ECR', measure: measureTypes },
  { name: 'check', about: 'check where everything concerns ECR', measure: measureChecking },
  { name: 'memory', about: 'memory of a workspace that all concerns ECR', measure: measureMemory },
  { name: 'package', about: 'bytes of the VSIX', measure: measurePackage },
  { name: 'instructions', about: 'instructions, against the recorded', isLong: true, measure: measureInstructions },
  { name: 'huge', about: 'check of 30,000 files', isLong: true, measure: measureHuge },
];
