import { SEVERITIES } from '../../checks/check.ts';
import type { GivenPolicy } from '../../ecr/plan/givenJson.ts';
import type { PlannedResource } from '../../ecr/plan/plannedResources.ts';
import { pageInReport } from '../../facts/product/documentationPages.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import { problemsOfGiven } from '../../report/problemsOfGiven.ts';
import { problemsOfPlanned } from '../../report/problemsOfPlanned.ts';
import { mendedByFixAll } from '../../service/fixes/fixAll.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import { FOLDER, TEXT } from '../arguments.ts';
import { linePositions } from '../linePositions.ts';
import type { AgentTool, Desk } from '../tool.ts';

/** A file with problems and their positions in it. */
interface FileProblems {
  readonly uri: string;
  readonly name: string;
  readonly found: readonly PlacedProblem[];
  /** Where a plan has it; null outside of plans. */
  readonly address: string | null;
}

export const checkTool: AgentTool = {
  name: 'check',
  title: 'Check ECR code',
  description:
    'Finds what AWS or Terraform would refuse, and what you would regret, in Terraform code for Amazon ECR: repositories, lifecycle policies, access policies, import blocks; or in a plan as terraform show -json prints it. Check a draft (text) before you write the file. Lines and characters count from 0; the tool fix corrects fixable problems.',
  arguments: [
    FOLDER,
    TEXT,
    {
      name: 'minSeverity',
      description: 'The mildest severity that is listed; warning by default.',
      values: SEVERITIES,
      limit: 16,
    },
  ],
  async answer({ path = '.', text = null, minSeverity = 'warning' }, door) {
    const desk = await door.open(path, text);
    const least = SEVERITIES.map(String).indexOf(minSeverity);
    const summary = { error: 0, warning: 0, info: 0, hint: 0 };
    const problems = filesOf(desk).flatMap((file) => {
      for (const { problem } of file.found) summary[problem.severity] += 1;
      const shown = file.found.filter(({ problem }) => SEVERITIES.indexOf(problem.severity) <= least);
      return describe(file, shown, desk);
    });
    const files = desk.uris.length + new Set([...desk.given, ...desk.planned].map(({ file }) => file)).size;
    return printableJson({ version: 1, problems, unread: desk.unread(), summary: { files, ...summary } }, 1);
  },
};

function filesOf(desk: Desk): readonly FileProblems[] {
  const { context, settings, uris, given, planned } = desk;
  const ofFile = (uri: string) => ({
    uri,
    name: desk.nameOf(uri),
    found: context.problemsOf(uri, settings),
    address: null,
  });
  const modules = new Set(uris.flatMap((uri) => context.workspace.moduleOf(uri) ?? []));
  const read = new Set([...modules].flatMap((module) => context.attachedFilesOf(module, settings)));
  const ofPlanned = (resource: PlannedResource) => {
    const { file: uri, address } = resource;
    return { uri, name: desk.nameOf(uri), found: problemsOfPlanned(resource, context, settings), address };
  };
  return [
    ...[...uris, ...read].map(ofFile),
    ...given.map((policy) => ofGiven(policy, desk)),
    ...planned.map(ofPlanned),
  ];
}

function ofGiven(policy: GivenPolicy, desk: Desk): FileProblems {
  const { context, settings } = desk;
  const { address, file, at } = policy;
  const found = problemsOfGiven(policy, context.workspace, context, settings);
  const name = desk.nameOf(file);
  if (address === null) return { uri: policy.uri, name, found, address };
  return { uri: file, name, found: found.map((one) => ({ ...one, start: at(one.start), end: at(one.end) })), address };
}

function describe(
  { uri, name, found: all, address }: FileProblems,
  shown: readonly PlacedProblem[],
  desk: Desk,
): object[] {
  const { context, settings } = desk;
  if (shown.length === 0) return [];
  const positionOf = linePositions(context.workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '');
  const mayBeFixed = address === null && all.some(({ problem }) => problem.fixes.some(({ kind }) => kind === 'one'));
  const isFixable = mayBeFixed ? mendedByFixAll(context, uri, settings) : () => false;
  return shown.map((placed) => ({
    file: name,
    range: { start: positionOf(placed.start), end: positionOf(placed.end) },
    severity: placed.problem.severity,
    rule: placed.problem.ruleId,
    message: address === null ? placed.problem.message : `${address}: ${placed.problem.message}`,
    fixable: isFixable(placed),
    page: pageInReport(placed.problem.ruleId),
  }));
}
