import type { ArtifactLocation, Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../checks/check.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import type { Report, ReportedFix, ReportedProblem, ReportedRule, ReportRange } from '../report.ts';

/** The program and its rules, as a log names them. */
export interface SarifTool {
  readonly version: string;
  readonly rules: readonly ReportedRule[];
}

type Level = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** The report as a log of SARIF 2.1.0 (OASIS, 27 March 2020), with the rules' pages and the problems' fixes. */
export function printSarifReport(report: Report, { version, rules }: SarifTool): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'terraform-ecr', semanticVersion: version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that the paths begin at.' } } },
        results: report.problems.map((problem) => describeProblem(problem, indexes.get(problem.rule))),
      },
    ],
  };
  return printableJson(log, 1);
}

/** The name for the folder that all paths are relative to; the reader of the log knows where it is. */
const ROOT = '%SRCROOT%';

function describeRule({ id, title, severity, page }: ReportedRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function describeProblem(problem: ReportedProblem, ruleIndex: number | undefined): Result {
  const { rule, severity, message, file, range, related, fixes } = problem;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(file, range)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            ...locationOf(other.file, other.range),
            message: { text: other.message },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(describeFix) }),
  };
}

function describeFix({ title, edits }: ReportedFix): Fix {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactOf(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ range, text }) => ({ deletedRegion: regionOf(range), insertedContent: { text } })),
    })),
  };
}

function locationOf(file: string, range: ReportRange): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(range) } };
}

function artifactOf(file: string): ArtifactLocation {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** Lines and columns start at one; the end is the column after the last character. */
function regionOf({ start, end }: ReportRange): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
