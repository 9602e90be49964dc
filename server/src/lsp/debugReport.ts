import { version } from '../../../package.json';
import { CHECKS } from '../checks/registry.ts';
import { isJsonConfiguration } from '../embedded/terraformJson.ts';
import { isRecord } from '../facts/isRecord.ts';
import { bodyFact } from '../facts/provider/resources.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import type { RuleSettings } from '../problems/ruleSettings.ts';
import type { Session } from './session.ts';

const RULE_IDS: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id));

/**
 * The server's part of a bug report, as Markdown: versions, settings, counts and durations. Every word in it is the
 * product's own: no name, path or text of the user's.
 */
export function debugReport(session: Session): string {
  const { startOptions, workspace } = session;
  return [
    section('Server', [
      ['version', version],
      ['runs in', runtime()],
      ['beside another Terraform extension', startOptions.companion],
      ['reads files by itself', !startOptions.readsFiles],
    ]),
    section('Settings', settingsIn(session)),
    section('Files', filesIn(session)),
    section('Blocks', sorted(blocksIn(session))),
    section('Problems', sorted(problemsIn(session))),
    section('Not read', [['files and modules', workspace.unreadPaths.size]]),
    section(
      'Milliseconds',
      [...session.timings.all].map(([name, { times, median, longest }]) => [
        name,
        `${times} times, median ${median}, longest ${longest}`,
      ]),
    ),
  ].join('\n');
}

type Line = readonly [name: string, value: string | number | boolean];

function section(title: string, lines: readonly Line[]): string {
  const told = lines.length === 0 ? ['- none'] : lines.map(([name, value]) => `- ${name}: ${value}`);
  return `## ${title}\n\n${told.join('\n')}\n`;
}

/** The program that runs the server, if it names itself. */
function runtime(): string {
  const host: unknown = Reflect.get(globalThis, 'process');
  const versions = isRecord(host) && isRecord(host['versions']) ? host['versions'] : {};
  return isRecord(host) && typeof versions['node'] === 'string'
    ? `Node ${versions['node']}, ${String(host['platform'])} ${String(host['arch'])}`
    : 'a worker of a browser';
}

function settingsIn({ settings, workspace }: Session): readonly Line[] {
  const files = workspace.settingsFiles;
  const inFiles = files.flatMap((file) => Object.entries(folderSettingsOf(file).rules));
  return [
    ['completion.arguments', settings.completionArguments],
    ['codeLens', settings.codeLens],
    ['policySize', settings.policySize],
    ['links.types', settings.typeLinks],
    ['inlay hints', [...settings.inlayHints].join(', ') || 'none'],
    ['rules', rulesInWords(settings.rules)],
    ['files .terraform-ecr.json', files.length],
    ['rules in those files', rulesInWords(Object.fromEntries(inFiles))],
  ];
}

/** The known rules with their severities; of other keys only the number, because anything may be typed there. */
function rulesInWords(rules: RuleSettings): string {
  const entries = Object.entries(rules);
  const known = entries.filter(([id]) => RULE_IDS.has(id)).map(([id, severity]) => `${id} ${severity}`);
  const unknown = entries.length - known.length;
  return [...known.sort(), ...(unknown > 0 ? [`${unknown} unknown`] : [])].join(', ') || 'none';
}

function filesIn({ workspace, openCount }: Session): readonly Line[] {
  const { modules } = workspace;
  const uris = modules.flatMap((module) => module.uris);
  const ending = (end: string) => uris.filter((uri) => uri.endsWith(end)).length;
  const characters = modules.flatMap(({ files }) => files.map(({ syntax }) => syntax.text.length));
  return [
    ['directories', modules.length],
    ['.tf', ending('.tf')],
    ['.tofu', ending('.tofu')],
    ['in JSON syntax', uris.filter(isJsonConfiguration).length],
    ['.tfvars', ending('.tfvars')],
    ['that code reads', workspace.attachedFiles.length],
    ['open in the editor', openCount],
    ['characters', characters.reduce((sum, size) => sum + size, 0)],
    ['characters of the longest', characters.reduce((most, size) => Math.max(most, size), 0)],
  ];
}

/** The number of blocks of each ECR type, and of calls. */
function blocksIn({ workspace }: Session): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const module of workspace.modules) {
    for (const { type, block } of module.allBlocks()) {
      const label = block.labels[0]?.text ?? '';
      const isKnown = bodyFact(type, label) !== undefined;
      if (isKnown || type === 'module' || type === 'import') add(counts, isKnown ? `${type} ${label}` : type);
    }
  }
  return counts;
}

function problemsIn({ context, fileUris, problemSettings }: Session): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const uri of fileUris) {
    for (const { problem } of context.problemsOf(uri, problemSettings))
      add(counts, `${problem.severity} ${problem.ruleId}`);
  }
  return counts;
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): readonly Line[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
