import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printHtmlReview } from '../../../server/src/report/review/reviewHtml.ts';
import { printJsonReview } from '../../../server/src/report/review/reviewJson.ts';
import { printMarkdownReview } from '../../../server/src/report/review/reviewMarkdown.ts';
import { printTextReview } from '../../../server/src/report/review/reviewText.ts';
import type { PlanScenario } from '../../corpus/plans/scenarios.ts';
import { PLAN_SCENARIOS } from '../../corpus/plans/scenarios.ts';
import { planAfter, whyNoTerraform } from '../../terraform/judge.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import { hasTurn } from '../support/longTests.ts';
import { inShort, reviewed } from './support.ts';

const isRecording = process.env['UPDATE_RECORDINGS'] === '1';
const whyNot = await whyNoTerraform();

function fileOf({ name }: PlanScenario): string {
  return fileURLToPath(new URL(`../../corpus/plans/${name}.json`, import.meta.url));
}

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});

afterAll(() => standIn.close());

/** Terraform's plan for a scenario, without what differs from run to run. */
async function made({ applied, planned, world }: PlanScenario): Promise<string> {
  const applying = applied.map((text) => ({ standIn, files: { 'main.tf': text } }));
  const planning = world === undefined ? standIn : await startStandIn(world);
  try {
    const { timestamp: _, ...plan } = JSON.parse(
      await planAfter(applying, { standIn: planning, files: { 'main.tf': planned } }),
    );
    return `${JSON.stringify(plan, null, 1)}\n`;
  } finally {
    if (planning !== standIn) planning.close();
  }
}

describe.each(PLAN_SCENARIOS)('$name', (scenario) => {
  test.runIf(isRecording)('is recorded', async () => {
    writeFileSync(fileOf(scenario), await made(scenario));
  });

  test('is reviewed as it should be', () => {
    expect(existsSync(fileOf(scenario))).toBe(true);
    const findings = reviewed(readFileSync(fileOf(scenario), 'utf8'));
    expect(inShort(findings)).toEqual(scenario.findings);
  });

  test.skipIf(isRecording || whyNot !== null || !hasTurn(PLAN_SCENARIOS.indexOf(scenario), 8))(
    'is what Terraform makes',
    async () => {
      const changes = (text: string) => JSON.parse(text).resource_changes;
      expect(changes(await made(scenario))).toEqual(changes(readFileSync(fileOf(scenario), 'utf8')));
    },
  );
});

test('nothing sensitive of a plan is printed in any format', () => {
  const scenario = PLAN_SCENARIOS.find(({ name }) => name === 'sensitive');
  const text = scenario === undefined ? '' : readFileSync(fileOf(scenario), 'utf8');
  expect(text).toContain('hush/orders');
  const findings = reviewed(text);
  const view = { style: '', script: '', styleDigest: '', scriptDigest: '' };
  const printed = [
    printTextReview(findings, false),
    printJsonReview(findings),
    printMarkdownReview(findings),
    printHtmlReview(view, { findings, images: null, now: 0 }),
  ];
  for (const one of printed) expect(one).not.toContain('hush');
});
