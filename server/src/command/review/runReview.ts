import view from 'simulator-view';
import { reasonOf } from '../../files/nodeFiles.ts';
import { printHtmlReview } from '../../report/review/reviewHtml.ts';
import { printJsonReview, summaryOf } from '../../report/review/reviewJson.ts';
import { printMarkdownReview } from '../../report/review/reviewMarkdown.ts';
import { printTextReview } from '../../report/review/reviewText.ts';
import type { Finding } from '../../review/findings/finding.ts';
import type { GivenImages } from '../../review/lifecycle/givenImages.ts';
import { reviewPlan } from '../../review/reviewPlan.ts';
import type { Output } from '../output.ts';
import { readGivenImages } from './readGivenImages.ts';
import { readPlanFile } from './readPlanFile.ts';
import { readPlanSettings } from './readPlanSettings.ts';
import type { ReviewOptions } from './reviewOptions.ts';

/** Runs `review`: prints what a plan does; status 1 when a finding reaches the severity of `--fail-on`. */
export async function runReview(options: ReviewOptions, output: Output): Promise<number> {
  const plan = await readPlanFile(options.plan);
  const images = readGivenImages(options.images, options.now, output);
  let hasFailed = false;
  const onRuleFailure = (ruleId: string, error: unknown) => {
    hasFailed = true;
    output.error(`rule ${ruleId} failed: ${reasonOf(error)}`);
  };
  const findings = reviewPlan(plan, { images, settings: readPlanSettings(options.plan), onRuleFailure });
  output.print(printed(findings, images, options, output));
  if (hasFailed) return 2;
  return isFailure(findings, options.failOn) ? 1 : 0;
}

function printed(
  findings: readonly Finding[],
  images: GivenImages | null,
  { format, now }: ReviewOptions,
  { hasColours }: Output,
): string {
  switch (format) {
    case 'text':
      return printTextReview(findings, hasColours);
    case 'markdown':
      return printMarkdownReview(findings).trimEnd();
    case 'json':
      return printJsonReview(findings);
    case 'html':
      return printHtmlReview(view, { findings, images, now });
  }
}

function isFailure(findings: readonly Finding[], failOn: ReviewOptions['failOn']): boolean {
  const { error, warning } = summaryOf(findings);
  if (failOn === 'never') return false;
  return failOn === 'error' ? error > 0 : error + warning > 0;
}
