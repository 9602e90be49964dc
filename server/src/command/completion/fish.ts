import type { CompletedCommand, CompletedOption } from './completed.ts';

/** Completion for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  return [
    'complete -c terraform-ecr -f',
    'complete -c terraform-ecr -n __fish_use_subcommand -l version',
    'complete -c terraform-ecr -n __fish_use_subcommand -l help',
    ...commands.flatMap(linesOf),
  ].join('\n');
}

function linesOf({ name, help, words, offersFiles, options }: CompletedCommand): string[] {
  const start = `complete -c terraform-ecr -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  const argument = words.length > 0 ? [`${start} -a ${quoted(words.join(' '))}`] : offersFiles ? [`${start} -F`] : [];
  return [
    `complete -c terraform-ecr -n __fish_use_subcommand -a ${name} -d ${quoted(help)}`,
    ...argument,
    ...options.map((option) => `${start} ${optionWords(option)}`),
  ];
}

function optionWords({ name, takes, help, words, offersFiles }: CompletedOption): string {
  const head = `-l ${name.slice(2)} -d ${quoted(help)}`;
  if (takes === null) return head;
  if (offersFiles) return `${head} -r -F`;
  return words.length > 0 ? `${head} -x -a ${quoted(words.join(' '))}` : `${head} -x`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
