import { printJsonReview } from '../../report/review/reviewJson.ts';
import { readImageTexts } from '../../review/lifecycle/readImageTexts.ts';
import { PlanReader } from '../../review/plan/planReader.ts';
import { reviewPlan } from '../../review/reviewPlan.ts';
import { dataArguments, NOW, readData } from '../arguments.ts';
import { momentOf } from '../moment.ts';
import type { AgentTool } from '../tool.ts';
import { AgentError } from '../tool.ts';

export const reviewTool: AgentTool = {
  name: 'review',
  title: 'Review what a Terraform plan does to ECR',
  description:
    'Says what a plan does to repositories, images and access, for the person who approves it: what is destroyed or replaced, which images a changed lifecycle policy can delete, who gains access. What the plan marks as sensitive is not printed.',
  arguments: [
    ...dataArguments('plan', "What 'terraform show -json tfplan' printed."),
    ...dataArguments('images', "What 'aws ecr describe-images' printed, as JSON, for any number of repositories."),
    NOW,
  ],
  async answer(input, door) {
    const readText = (path: string) => door.readText(path);
    const plan = await readData('plan', input, readText);
    if (plan === null) throw new AgentError('review needs plan or planPath');
    const reader = new PlanReader('plan.json');
    reader.write(plan);
    const reading = reader.end();
    if (reading.kind !== 'plan') throw new AgentError(['the plan', reading.because, ...reading.commands].join(' '));
    const images = await readData('images', input, readText);
    return printJsonReview(
      reviewPlan(reading.plan, {
        images: images === null ? null : readImageTexts([images], momentOf(input['now'], door)),
        settings: door.planSettings(input['planPath'] ?? null),
        onRuleFailure(ruleId) {
          throw new AgentError(`rule ${ruleId} failed`);
        },
      }),
    );
  },
};
