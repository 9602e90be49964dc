import type { Disposable, LogOutputChannel } from 'vscode';
import { commands, Uri } from 'vscode';
import { CLIENT_COMMANDS, SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import type { LastShownText } from '../lastShownText.ts';
import type { ServerOwner } from '../serverOwner.ts';
import type { Simulators } from '../simulator/simulators.ts';
import { DebugReports } from './debugReports.ts';
import { ExampleFiles } from './exampleFiles.ts';
import { ignoreProblem, showRulePage } from './ignoring.ts';
import { importRepositories } from './importRepositories.ts';
import { addLifecyclePolicy, showPlace } from './lenses.ts';
import { newModule } from './newModule.ts';
import { PolicyTexts } from './policyText.ts';
import { ProblemCommands } from './problems.ts';
import { reviewPlan } from './reviewPlan.ts';
import { openWalkthrough } from './walkthrough.ts';

/**
 * Registers the commands of the manifest. `resources` is the folder of the view's own files, `version` is the
 * extension's.
 */
export function registerCommands(
  owner: ServerOwner,
  simulators: Simulators,
  lastShown: LastShownText,
  output: LogOutputChannel,
  resources: Uri,
  version: string,
): Disposable[] {
  const problems = new ProblemCommands(lastShown);
  const texts = new PolicyTexts();
  const reports = new DebugReports(version);
  const examples = new ExampleFiles();
  return [
    texts,
    examples,
    commands.registerCommand(CLIENT_COMMANDS.simulate, (uri?: unknown, place?: unknown, guarantee?: unknown) =>
      simulators.open(uri, place, guarantee),
    ),
    commands.registerCommand('terraform-ecr.chooseImages', () => simulators.chooseImages()),
    commands.registerCommand('terraform-ecr.compareWithOpened', () => simulators.compareWith('opened')),
    commands.registerCommand('terraform-ecr.compareWithSaved', () => simulators.compareWith('saved')),
    commands.registerCommand('terraform-ecr.compareWithCommitted', () => simulators.compareWith('committed')),
    commands.registerCommand('terraform-ecr.importRepositories', importRepositories),
    commands.registerCommand('terraform-ecr.newModule', newModule),
    commands.registerCommand('terraform-ecr.reviewPlan', (file?: unknown) => reviewPlan(resources, file)),
    commands.registerCommand('terraform-ecr.restart', () => owner.restart()),
    commands.registerCommand('terraform-ecr.render', () => texts.show(SERVER_COMMANDS.render)),
    commands.registerCommand(CLIENT_COMMANDS.explain, (uri?: unknown, place?: unknown) =>
      texts.show(SERVER_COMMANDS.explain, uri, place),
    ),
    reports,
    commands.registerCommand('terraform-ecr.collectDebugInformation', () => reports.show()),
    commands.registerCommand('terraform-ecr.showOutput', () => output.show()),
    commands.registerCommand('terraform-ecr.getStarted', openWalkthrough),
    commands.registerCommand('terraform-ecr.openExample', () => examples.open()),
    commands.registerCommand('terraform-ecr.nextProblem', () => problems.showNext()),
    commands.registerCommand('terraform-ecr.fixProblem', () => problems.fix()),
    commands.registerCommand(CLIENT_COMMANDS.addLifecyclePolicy, addLifecyclePolicy),
    commands.registerCommand(CLIENT_COMMANDS.showPlace, showPlace),
    commands.registerCommand(CLIENT_COMMANDS.ignore, ignoreProblem),
    commands.registerCommand(CLIENT_COMMANDS.showRulePage, (ruleId?: unknown) =>
      showRulePage(Uri.joinPath(resources, '..'), ruleId),
    ),
  ];
}
