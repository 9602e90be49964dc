import { surroundingsOf } from '../../guarantees/answers.ts';
import { printJsonSimulation } from '../../report/simulation/simulationJson.ts';
import { describeProblem } from '../../simulate/input/inputProblem.ts';
import { madeUpImages } from '../../simulate/input/madeUpImages.ts';
import { readImages } from '../../simulate/input/readImages.ts';
import { simulatedRulesOf } from '../../simulate/input/readRules.ts';
import { notesOf } from '../../simulate/run/notes.ts';
import { simulate } from '../../simulate/run/simulateRun.ts';
import { ADDRESS, dataArguments, NOW, PATH, readData, TEXT } from '../arguments.ts';
import { momentOf } from '../moment.ts';
import { assumptionsOf, lifecyclePoliciesOf, only } from '../policies.ts';
import type { AgentTool } from '../tool.ts';
import { AgentError } from '../tool.ts';

export const simulateTool: AgentTool = {
  name: 'simulate',
  title: 'Simulate a lifecycle policy of ECR',
  description:
    'Shows what a lifecycle policy would do to images: which expire, are archived or kept, by which rule and when; what the settings say must stay, and which images code of the workspace runs. Without images, some are made up from the policy to show what it does.',
  arguments: [PATH, TEXT, ADDRESS, ...dataArguments('images', "What 'aws ecr describe-images' printed, as JSON."), NOW],
  async answer(input, door) {
    const { path = '.', text = null, address = null } = input;
    const named = only(lifecyclePoliciesOf(await door.open(path, text), address));
    const read = simulatedRulesOf(named.policy);
    if (read.kind !== 'rules') {
      const because = read.obstacles.map(({ message }) => message).join('\n');
      throw new AgentError(`${named.address} cannot be simulated:\n${because}`);
    }
    const now = momentOf(input['now'], door);
    const given = await readData('images', input, (file) => door.readText(file));
    const images = given === null ? madeUpImages(read.rules, now) : imagesIn(given);
    const simulation = simulate(read.rules, images, now);
    const madeUp = given === null ? 'The images are made up from the policy to show what it does.' : '';
    const notes = [madeUp, assumptionsOf(named), ...notesOf(simulation)].filter((note) => note !== '');
    return [printJsonSimulation(simulation, surroundingsOf(named, now)), ...notes].join('\n');
  },
};

function imagesIn(text: string) {
  const { images, problems } = readImages(text);
  const [first] = problems;
  if (images.length === 0 && first !== undefined) throw new AgentError(`images: ${describeProblem(first)}`);
  return images;
}
